/**
 * English for what the archive says in Vietnamese, by the stable code of the problem. A code that is not here is
 * shown in the archive's own words.
 */
import type { ProblemText } from "./problems";

type Values = Record<string, string | undefined>;

const say = (message: string | ((values: Values) => string), hint?: string): ProblemText => ({
  message: typeof message === "string" ? () => message : message,
  ...(hint === undefined ? {} : { hint }),
});
const of = (values: Values, name: string): string => values[name] ?? "…";

export const englishProblems: Record<string, ProblemText | undefined> = {
  "host-unreachable": say(
    "The window cannot reach the core of the program.",
    "Close the program and open it again. What was saved is safe.",
  ),
  internal: say(
    (v) => `The program met a fault of its own: ${of(v, "detail")}`,
    "Try again; if it happens again, send the log to whoever supports you.",
  ),
  "bad-request": say((v) => `The request “${of(v, "command")}” has the wrong shape.`),
  "unknown-command": say((v) => `There is no command “${of(v, "command")}”.`),

  // The register, links, identity numbers, the lock
  "issued-and-out": say(
    "The document left the program after it was issued, or has a file attached (the signed paper).",
    "Undoing makes it a draft again and takes its number and awards back. If it was sent out, draft a document that changes it instead.",
  ),
  "not-issued-yet": say((v) => `“${of(v, "title")}” is not issued: edit the draft.`),
  "number-gap": say((v) => `No document in the archive has number ${of(v, "numbers")}.`),
  "number-twice": say((v) => `Number ${of(v, "number")} was given in the same series of the year.`),
  "number-before-first": say((v) => `The series of the year begins at ${of(v, "first")}.`),
  "number-out-of-order": say(
    (v) => `Number ${of(v, "other")} is dated ${of(v, "date")}: numbers and dates are in different orders.`,
  ),
  "last-series": say("At least one series is needed.", "Change this one instead."),
  "unknown-series": say("There is no such series."),
  "unknown-strand": say("There is no such series."),
  "identity-unusual": say(
    "The identity number has not 9 or 12 digits.",
    "Compare it with the card; it is kept as written.",
  ),
  locked: say("The window is locked.", "Type the password. What you were typing is kept."),
  "no-lock-password": say("No password is set.", "Set one in the settings, under Lock."),
  "wrong-password": say("That is not the password.", "Look at Caps Lock and the Vietnamese keyboard."),
  "lock-wait": say((v) => `Too many wrong tries. Wait ${of(v, "seconds")} seconds.`),
  "lock-not-kept": say((v) => `The password could not be saved on this PC: ${of(v, "detail")}`),

  // The archive
  "archive-locked": say("The archive is open in another program.", "Close the other window and try again."),
  "archive-newer": say(
    "The archive was made by a newer version of the program.",
    "Install the newer version; the archive was left untouched.",
  ),
  "not-an-archive": say("This folder holds no archive of the program."),
  "archive-damaged": say("The archive is damaged.", "Restore the last good backup."),
  "archive-missing": say(
    "The database is gone, but kept files or backups are still in the folder.",
    "Restore a backup, or put the file back and try again.",
  ),
  "archive-read-only": say(
    "The archive cannot be written: the file or its folder is read-only.",
    "Check that you may write to the folder, then try again; nothing was changed.",
  ),
  "upgrade-failed": say(
    "The archive could not be brought up to date. It is as it was.",
    "Try again; if it fails again, use the older version and tell whoever supports you.",
  ),
  "backup-unfit": say("This backup cannot be used."),
  "no-backup": say("No backup was found.", "Choose the folder that has backups."),
  "backup-failed": say(
    "No backup could be made of the archive before the last import or merge.",
    "What was done is saved and can be undone. See to the disk, then back up again.",
  ),
  "backup-folder-absent": say(
    (v) => `The folder for backups is not there now: ${of(v, "folder")}. The next backup will reach it.`,
  ),
  "backup-folder-failed": say((v) => `No backup could be made in ${of(v, "folder")}.`),
  "archive-sound": say("The archive opens as it should, so there is no need for this."),
  "unclean-end": say("The program was not closed properly last time. The archive was checked and is sound."),
  "archive-upgraded": say(
    (v) => `The archive was brought up to date. Backup from before: ${of(v, "backup")}.`,
  ),
  "upgrade-resumed": say(
    (v) =>
      `An update of the archive that was interrupted is now done. Backup from before: ${of(v, "backup")}.`,
  ),
  "restore-finished": say("A restore that was interrupted is now done."),
  "journal-damaged": say("The journal of the archive does not hold together."),
  "archive-not-empty": say("The archive already holds data, so the sample was not filled in."),
  "disk-full": say("The disk is full.", "Free some space and try again."),
  "not-found": say("This is no longer in the archive."),
  "document-issued": say("The document is issued and cannot be changed.", "Draft a new document instead."),
  "number-taken": say("Another document of this year has this number already."),
  "in-use": say("Something else in the archive still needs this."),
  "undo-conflict": say("This cannot be undone: what it concerned was changed since."),
  "file-missing": say("A kept file is missing from the archive's folder."),
  "file-changed": say("A kept file is not what it was when it was stored."),
  file: say(
    (v) => `The file ${of(v, "path")} could not be read or written.`,
    "Close it elsewhere, or choose another folder.",
  ),
  "no-printer": say(
    "No printer is installed on this PC.",
    "Add one in the settings of the system and try again.",
  ),
  "unknown-printer": say((v) => `There is no printer “${of(v, "printer")}” on this PC.`),
  "bad-copies": say((v) => `Copies must be from 1 to ${of(v, "most")}.`),
  "bad-pages": say(
    (v) => `The pages “${of(v, "text")}” are not understood; the document has ${of(v, "pages")}.`,
    "Write page numbers with commas, for example 1-3, 5.",
  ),
  "print-other-serif": say(
    (v) => `This PC does not have ${of(v, "family")}, in which the document was issued.`,
    "Export the PDF, open it and print at 100 % (actual size).",
  ),
  "no-printing": say(
    "This PC has no printing system (CUPS), so the program cannot print.",
    "Export the PDF, open it and print at 100 % (actual size).",
  ),
  "not-printed": say(
    (v) => `Not printed: ${of(v, "detail")}.`,
    "Check the printer and its queue, then try again.",
  ),
  "paper-too-small": say(
    "The page does not fit the paper of this printer. Nothing was printed.",
    "Choose a printer with that paper, or change the paper in the printer's settings.",
  ),
  "file-open-elsewhere": say(
    (v) => `The file ${of(v, "path")} is open in another program (${of(v, "detail")}).`,
    "Close it there and try again, or choose another name.",
  ),
  "nothing-to-undo": say("There is nothing to undo."),
  "nothing-to-redo": say("There is nothing to redo."),

  // Workbooks
  "workbook-empty-file": say((v) => `The file ${of(v, "file")} is empty.`),
  "not-a-workbook": say(
    (v) => `${of(v, "file")} is no workbook.`,
    "Choose an Excel file (.xlsx, .xls) or .ods.",
  ),
  "workbook-unsupported-format": say(
    (v) => `${of(v, "file")} has a format that is not read.`,
    "Save it as .xlsx in Excel.",
  ),
  "workbook-password-protected": say(
    (v) => `${of(v, "file")} is protected by a password.`,
    "Open it in Excel, take the password off, save it and import it again.",
  ),
  "workbook-damaged": say(
    (v) => `${of(v, "file")} is damaged.`,
    "Ask for the file again, or save a new copy in Excel.",
  ),
  "workbook-too-large": say((v) => `${of(v, "file")} is too large (more than ${of(v, "limit")} MB).`),
  "workbook-inflates-too-much": say(
    (v) => `${of(v, "file")} unpacks to far more than a list holds; it was not read.`,
  ),
  "workbook-too-many-rows": say(
    (v) => `Sheet “${of(v, "sheet")}” has more than ${of(v, "limit")} rows.`,
    "Split the list.",
  ),
  "workbook-cell-too-long": say((v) => `Cell ${of(v, "cell")} holds more text than is read.`),
  "workbook-too-much-data": say((v) => `${of(v, "file")} holds more than a list does.`),
  "workbook-nothing-inside": say((v) => `${of(v, "file")} has nothing in it.`),
  "workbook-no-such-sheet": say((v) => `There is no sheet “${of(v, "sheet")}”.`),
  "workbook-no-list": say(
    "No list was found: no row looks like column heads.",
    "The list needs heads such as Họ và tên.",
  ),
  "workbook-missing-columns": say((v) => `Columns that are needed were not found: ${of(v, "columns")}.`),
  "sheet-not-read": say((v) => `Sheet “${of(v, "sheet")}” was not read.`),
  "missing-column": say("A column was not recognised.", "Choose the meaning of the column above the table."),
  "converted-from-legacy": say(
    (v) => `Text in the old ${of(v, "encoding")} encoding was converted.`,
    "Look at a few names before importing.",
  ),
  "cells-left-out": say("Some cells have no column of their own and were left out."),
  "total-disagrees": say(
    (v) => `The total row states ${of(v, "stated")}, but ${of(v, "read")} were read.`,
    "Look for rows too few or too many.",
  ),
  "award-missing": say("No award is stated."),
  "award-ambiguous": say(
    (v) => `“${of(v, "wording")}” may be several awards.`,
    "Choose the award for this row.",
  ),
  "award-unknown": say(
    (v) => `“${of(v, "wording")}” is no award that is known.`,
    "Choose the award for this row.",
  ),
  "name-missing": say("No name is stated."),
  "name-not-understood": say("The name was not understood."),
  "name-doubtful": say("The name looks doubtful."),
  "gender-not-understood": say("The gender was not understood."),
  "gender-contradiction": say("The row states two genders."),
  "birth-doubtful": say((v) => `The birth date “${of(v, "written")}” is doubtful.`),
  "honoree-type-unclear": say("It is not clear whether this is a person or a collective."),
  "honoree-type-doubtful": say("Person or collective: doubtful."),
  "honoree-type-contradiction": say("The row names both a person and a collective."),
  "maybe-repeated": say((v) => `Perhaps the same as row ${of(v, "row")}.`),
  "repeated-in-file": say((v) => `The same as row ${of(v, "row")}.`),
  repeated: say("Repeats a row above."),
  known: say("Already in this round."),

  // Awards
  "award-not-known": say("It is not clear which title or form this is."),
  "award-not-in-catalogue": say("The catalogue has no such award."),
  "kind-not-in-force": say("The law in force on that day has no such award."),
  "award-not-for-honoree-type": say("This award is not for this type of honoree."),
  "not-by-hand": say("Conferred is not set by hand.", "Issue the decision of this round."),
  "unknown-kind": say("The catalogue has no such award."),
  "bad-count": say((v) => `The number is 1 to ${of(v, "most")}.`),

  // Documents
  "missing-field": say((v) => `Missing: ${of(v, "label")}.`),
  "missing-fact": say("A fact of the agency, the round or the conference is missing."),
  "blank-field": say((v) => `Blank: ${of(v, "label")}.`),
  "bad-number": say("The number is a positive number with at most one letter, such as 15 or 15a."),
  "date-in-future": say("The date of issue lies after today.", "Enter the day it was signed."),
  "date-too-early": say("The date of issue is too early.", "Check the year."),
  "open-holes": say(
    "The document still has open places, so it cannot be issued.",
    "Fill the marked fields first.",
  ),
  "pending-nominations": say("Some nominations have not been decided yet."),
  "questioned-nominations": say("Some nominations still have an open question."),
  "prize-by-today": say(
    "The prize money follows the base salary of today; it may change with the date of issue.",
  ),
  "unverified-kind": say("An award in the list is not verified against a primary source."),
  "unverified-salary": say(
    "The base salary behind the prize money is not verified against a primary source.",
  ),
  "unverified-law": say("A legal ground was left out because it could not be verified."),
  "check-words": say("This wording is a suggestion: check it against what happened."),
  // The whole archive as a folder, dossiers. The reason a folder is refused for stays in the archive's own words.
  "dossier-organ-id": say(
    "The identifier of the agency (OrganId) is not known.",
    "Type it once for all dossiers.",
  ),
  "dossier-organ-id-form": say(
    (v) => `“${of(v, "text")}” is no identifier of an agency.`,
    "At most 13 characters: digits, letters without marks, points.",
  ),
  "dossier-dates": say("The start is later than the end."),
  "dossier-draft": say(
    (v) => `“${of(v, "title")}” is still a draft.`,
    "Issue or delete it before the dossier is closed.",
  ),
  "dossier-not-signed": say(
    (v) => `There is no signed copy of “${of(v, "title")}”.`,
    "Attach the signed file or a scan with signature and seal to the document.",
  ),
  "dossier-pages": say(
    (v) => `The pages of “${of(v, "title")}” are not known.`,
    "Type them in the list of papers.",
  ),
  "dossier-long": say(
    (v) => `${of(v, "element")} of a paper is longer than appendix VI of Decree 30/2020/NĐ-CP has room for.`,
    "It is written whole; the system that receives it may refuse it.",
  ),
  "dossier-empty": say("There is no paper to package yet.", "Issue or attach one first."),
  "dossiers-none": say(
    (v) => `No dossier of ${of(v, "year")} has ended and is to be handed over.`,
    "A dossier counts to the year in which it came about, once its work has ended.",
  ),
  "dossier-left-out": say((v) => `Not in the list: ${of(v, "title")} (${of(v, "reason")}).`),
  "dossier-lacks": say((v) => `The dossier “${of(v, "title")}” has no ${of(v, "name")} yet.`),
  "no-dossier": say("This has no dossier.", "Conferences and issued documents have one."),
  "inside-archive": say("Files cannot be written into the archive's own folder.", "Choose another folder."),
  "unsafe-folder": say(
    "The archive cannot live on a network, on a removable drive or in a synced folder.",
    "Choose a folder on this PC.",
  ),
  "before-catalogue": say("The program's catalogue begins later, so this cannot be checked against the law."),
  "bad-date": say("This is no date."),
  "empty-list": say("The list of the document is empty."),
  "duplicate-entry": say("Somebody is in the list twice."),
  "date-order": say("The dates of the papers are not in order."),
  "no-prize": say("No prize is known for some of the list."),
  "no-certificates": say(
    "This document confers no certificates.",
    "Certificates are printed from the decision that confers them.",
  ),
  "nothing-to-confer": say("The list has nobody in it.", "Import the list of the round first."),
  // The form of papers
  "measure-out-of-range": say(
    (v) =>
      `${of(v, "labelEn")}: ${of(v, "value")} is outside the range ${of(v, "smallest")} to ${of(v, "largest")} (Decree 30/2020/NĐ-CP, ${of(v, "article")}).`,
    "Enter a value within the range.",
  ),
  "unknown-measure": say((v) => `The form of papers has no measure “${of(v, "key")}”.`),
  "serif-not-found": say("This PC does not have all four styles of Times New Roman."),
  "serif-not-truetype": say("A file of Times New Roman on this PC is damaged or not TrueType."),
  "serif-not-embeddable": say("Times New Roman on this PC does not allow embedding in documents."),
  "serif-lacks-letter": say((v) => `Times New Roman on this PC lacks the letter “${of(v, "letter")}”.`),
  "serif-other-font": say(
    (v) => `The files named Times New Roman on this PC hold another font, “${of(v, "family")}”.`,
  ),
  "preview-other-serif": say(
    "The document was issued in a typeface that this PC lacks, so lines and pages of the preview may break elsewhere. The PDF kept in the archive is the true one.",
  ),

  // Marks, copies, files
  "bad-choice": say((v) => `${of(v, "label")}: this is none of the choices.`),
  "bad-distance": say("The distance is no number of millimetres from 0 to 297."),
  "not-in-original": say("The original has no such article or name.", "Check what is to be excerpted."),
  "not-issued": say(
    (v) => `“${of(v, "title")}” is not issued, so it cannot be copied.`,
    "Only documents with number and date that were issued are copied.",
  ),
  "no-page": say((v) => `There is no page ${of(v, "page")}; the document has ${of(v, "pages")}.`),
  "few-lines-over": say("The last page holds only a few lines; try to tighten the paper to save a page."),
  stopped: say("Stopped as asked; nothing was written."),
  "print-stopped": say("Printing was stopped as asked; pages that were sent may still come out."),
  tightened: say("The paper was tightened to save a page."),
  "not-tightened": say(
    "No page can be saved within what Decree 30/2020/NĐ-CP allows; the paper keeps the agency's form.",
  ),

  "no-round": say("There is no such round."),
  "no-conference": say("There is no such conference."),
  required: say("Something that is needed is empty."),
};

export const englishShortProblems: Record<string, string | undefined> = {
  "award-not-known": "award not clear",
  "award-unknown": "award not clear",
  "award-ambiguous": "award not clear",
  "award-missing": "no award",
  "award-not-in-catalogue": "not in the catalogue",
  "kind-not-in-force": "not in force",
  "award-not-for-honoree-type": "wrong type of honoree",
  "name-doubtful": "name doubtful",
  "gender-not-understood": "gender not clear",
  "gender-contradiction": "gender contradicts",
  "birth-doubtful": "birth date doubtful",
  "honoree-type-unclear": "type not clear",
  "honoree-type-doubtful": "type doubtful",
  "honoree-type-contradiction": "type contradicts",
  "maybe-repeated": "perhaps repeated",
  "repeated-in-file": "repeated",
  repeated: "repeated",
  known: "known",
};
