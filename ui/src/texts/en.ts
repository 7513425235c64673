/** The English catalogue: the shape of the Vietnamese one. */
import { archiveFile } from "./en-archive-file";
import { help } from "./en-help";
import { history } from "./en-history";
import { lists } from "./en-lists";
import { englishProblems, englishShortProblems } from "./en-problems";
import { backups } from "./en-backups";
import { keeping } from "./en-keeping";
import { registers } from "./en-registers";
import { screens } from "./en-screens";
import { search } from "./en-search";
import { windows } from "./en-windows";
import { years } from "./en-years";
import { countEn as count, decimalEn as decimal, plural } from "./numbers";
import type { Texts } from "./vi";

export const en: Texts = {
  ...screens,
  search,
  backups,
  ...history,
  ...lists,
  ...registers,
  ...years,
  ...windows,
  help,
  archiveFile,
  keeping,
  problems: englishProblems,
  shortProblems: englishShortProblems,
  language: "en",
  program: "Bảng Vàng",
  count,
  decimal,
  money: (dong) => `${count(dong)} đồng`,

  nav: {
    label: "Parts of the program",
    home: "Overview",
    rounds: "Rounds",
    documents: "Documents",
    register: "Register",
    conferences: "Conferences",
    dossiers: "Dossiers",
    honorees: "Honorees",
    search: "Search",
    templates: "Templates",
    settings: "Settings",
    help: "Help",
    fold: "Fold the side bar",
    unfold: "Unfold the side bar",
    otherLanguage: "Tiếng Việt",
    switchLanguage: "Show the window in Vietnamese",
    skip: "Go to the content",
  },

  common: {
    save: "Save",
    cancel: "Cancel",
    close: "Close",
    back: "Back",
    add: "Add",
    edit: "Edit",
    remove: "Delete",
    rename: "Rename",
    open: "Open",
    openFolder: "Open folder",
    saveAs: "Save a copy…",
    retry: "Try again",
    undo: "Undo",
    redo: "Redo",
    undoOf: (what) => `Undo: ${what}`,
    redoOf: (what) => `Redo: ${what}`,
    nothingToUndo: "Nothing to undo",
    nothingToRedo: "Nothing to redo",
    undone: (what) => `Undone: ${what}.`,
    redone: (what) => `Redone: ${what}.`,
    more: "More",
    loading: "Loading…",
    all: "All",
    yes: "Yes",
    no: "No",
    none: "none yet",
    blank: "blank",
    optional: "optional",
    required: "This is needed.",
    removed: "Deleted.",
    year: "Year",
    notice: "Notices",
    bytes: (n) =>
      n < 1024
        ? `${n} bytes`
        : n < 1048576
          ? `${count(Math.round(n / 1024))} KB`
          : `${count(Math.round(n / 104857.6) / 10)} MB`,
    rows: (n) => plural(n, "row"),
    selected: (n) => `${count(n)} selected`,
    clearSelection: "Clear selection",
    selectAll: "Select all",
    selectRow: (name) => `Select ${name}`,
    copied: (n) => `${plural(n, "row")} copied, ready to paste into Excel.`,
    filter: "Filter by name or unit",
    noMatch: "No row fits the filter.",
    clearFilter: "Clear the filter",
    resize: (column) => `Resize column ${column}`,
    people: (collectives, households, individuals) =>
      [
        collectives > 0 ? plural(collectives, "collective") : "",
        households > 0 ? plural(households, "household") : "",
        individuals > 0 ? plural(individuals, "individual") : "",
      ]
        .filter(Boolean)
        .join(", ") || "nobody yet",
  },

  work: {
    stage: {
      laying_out: "Setting pages",
      writing: "Writing PDF",
      recording: "Putting on record",
      copying: "Copying and checking",
      printing: "Sending to the printer",
    },
    percent: (n) => `${n} %`,
    stop: "Stop",
  },

  status: {
    savedAt: (time) => `Saved at ${time}`,
    saving: "Saving…",
    unsaved: "Saves when typing stops",
    nothingSaved: "No change yet",
    alreadySaved: "Saved. The program saves every change by itself.",
    refreshed: "Everything was read again.",
    page: (page, total) => `Page ${page}/${total}`,
    version: (v) => `Version ${v}`,
    testHost: "test build",
  },

  dates: {
    format: "dd/mm/yyyy",
    placeholder: "day/month/year",
    bad: "Not a date. Type day/month/year, for example 05/12/2025.",
    badBirth: "Not a birth date. 1985, 03/1985 and 15/03/1985 are understood.",
    pick: "Pick from the calendar",
    badNumber: "Only a number fits here.",
    at: (date, time) => `${date} ${time}`,
  },

  words: {
    honoreeType: { collective: "Collective", household: "Household", individual: "Individual" },
    gender: { male: "Male", female: "Female" },
    born: (birth) => `born ${birth}`,
    authority: {
      president: "State President",
      government: "Government",
      prime_minister: "Prime Minister",
      minister: "Minister",
      province_chair: "Chair of the Provincial People's Committee",
      department_director: "Director of the Department",
      commune_chair: "Chair of the Commune People's Committee",
    },
    ownAuthority: (who) => `Conferred by the ${who}`,
    higherAuthority: (who) => `Submitted to the ${who}`,
    unknownAuthority: "Authority not known",
    category: { emulation_title: "Emulation titles", form: "Forms of commendation" },
    nominationState: {
      pending: "to be decided",
      approved: "approved",
      rejected: "not approved",
      conferred: "conferred",
    },
    documentState: { draft: "draft", issued: "issued" },
    step: {
      list: "List",
      check: "Check",
      council: "Council",
      submission: "Submission",
      decision: "Decision",
      certificates: "Certificates",
      presentation: "Presentation",
      archive: "Archive",
    },
    power: {
      own: "The head signs",
      acting: "Acting head (Q.)",
      forhead: "For the head (KT.)",
      byorder: "By order (TL.)",
      bymandate: "By mandate (TUQ.)",
      forbody: "On behalf of the body (TM.)",
    },
    column: {
      ordinal: "Number in the list",
      name: "Name of person or collective",
      gender: "Gender",
      birth: "Birth date",
      position: "Position",
      unit: "Unit",
      position_and_unit: "Position and unit",
      award: "Title or form",
      achievement: "Achievement",
      identity: "Identity number",
      other: "Not used",
    },
    verdict: {
      outside: "outside the list",
      header: "column heads",
      section: "group heading",
      total: "total row",
      new: "new",
      known: "known",
      repeated: "repeated",
      question: "to be asked",
    },
    outcome: { added: "added", skipped: "skipped", failed: "not taken" },
    hit: {
      honoree: "Honorees",
      document: "Documents",
      conference: "Conferences",
      round: "Rounds",
      decision: "Decisions of others",
      award: "Awards",
      file: "Files",
      unit: "Units",
    },
    fileRole: {
      exported: "exported PDF",
      attached: "attached file",
      imported: "imported list",
      issued: "PDF as issued",
      certificates: "certificates",
    },
    severity: { note: "Note", blank: "May be blank", warning: "To check", error: "Missing" },
  },
};
