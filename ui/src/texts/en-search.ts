/** English texts of the search screen. */
import { count } from "./numbers";
import type { search as vi } from "./vi-search";

export const search: typeof vi = {
  title: "Search",
  placeholder: "Search",
  label: "Search the whole archive",
  lead: "Type a name, a decision number, a conference or words of a document or file. Marks may be left out.",
  none: (text) => `“${text}” was not found.`,
  noneOfFilter: "No award fits the filters.",
  noneHint: "Try fewer letters, leave the marks out, or take filters off.",
  found: (n) => `${n} hits`,
  limited: "The first 1,000 hits can be paged; type more, filter, or write them all to Excel.",
  exact: "exact",
  keys: "↓ ↑ go between hits, Enter opens, Esc returns to the box.",
  things: "Kinds of hits",
  allThings: "All kinds",
  showAll: (n) => `Show all ${n}`,
  range: (from, until, n) => `${count(from)}–${count(until)} of ${n}`,
  before: "Previous page",
  next: "Next page",
  waiting: (n) => `${count(n)} files are not read yet and are found by name only.`,
  filters: "Filters",
  addFilter: "Filters",
  takeOff: (what) => `Take off: ${what}`,
  years: (from, to) =>
    from === to
      ? `Year ${from ?? ""}`
      : from === null
        ? `Until ${to ?? ""}`
        : to === null
          ? `Since ${from}`
          : `Years ${from}–${to}`,
  yearFrom: "From year",
  yearTo: "To year",
  notAYear: "A year has four digits.",
  kind: "Award kind",
  authority: "Authority",
  honoreeType: "Type of honoree",
  unit: "Unit",
  unitHint: "Choose from the list or type part of a name.",
  conference: "Conference",
  save: "Save search…",
  saveHint: "Saves words and filters; a search of the same name is replaced.",
  savedAs: (name) => `The search “${name}” was saved.`,
  saved: "Saved searches",
  name: "Name",
  renameOf: (name) => `Rename “${name}”`,
  removeOf: (name) => `Remove “${name}”`,
  export: "Write to Excel…",
  exported: (n) => `${count(n)} hits were written to Excel.`,
};
