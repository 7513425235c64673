/** The help pages in English. */
import type { HelpSection } from "./vi-help";

const sections: HelpSection[] = [
  {
    id: "home",
    title: "To begin",
    body: [
      "Bảng Vàng carries the officer in charge of emulation and commendation through the year: taking in nominations, checking them, drafting submissions and decisions, printing certificates, holding conferences, and finding everything again years later. Each fact is typed once.",
      "Every change is saved at once in the archive on this PC. The lower right corner always says when. After a slip, use Undo (Ctrl+Z), even after deleting.",
      "The overview shows what is open and what comes next.",
    ],
    steps: [
      "Name the agency, the place and the signatory (once; changed in Settings).",
      "Import the units' Excel lists into a round.",
      "Check them and record the council's opinion.",
      "Draft submissions and decisions; export PDFs for signing.",
      "Record number and date when issued; print certificates.",
    ],
  },
  {
    id: "rounds",
    title: "Rounds",
    body: [
      "A round has eight steps: List, Check, Council, Submission, Decision, Certificates, Presentation, Archive. What is done bears a ✓. Any step can be opened; nothing is blocked.",
      "The list is ordered by the authority that confers, from high to low, and within it collectives, then households, then individuals. Click a row for the article of the law, what to look at, and past awards.",
      "The labels above the table are filters: click to see only those rows, click again for all. Click the head of a column to sort within each authority.",
      "A round of thousands of rows opens at once: only the rows in sight are read from the archive. The box in the head of the table or Ctrl+A selects all rows, also those that are not shown yet.",
    ],
    steps: [
      "Tick the rows to decide on; hold Shift for a range.",
      "Choose Approve or Do not approve; Leave undecided takes it back.",
      "Choose Draft a document for a submission or a decision with its list.",
    ],
  },
  {
    id: "import",
    title: "Import from Excel",
    body: [
      "Lists can be imported as the units sent them: letterheads, merged cells, group rows, blank rows and totals are recognised. Names in capitals, with Ông or Bà before them, with stray blanks or in old encodings (TCVN3, VNI) are put right and shown first.",
      "Nothing is written before Import. Nothing is guessed: rows that are not understood say why.",
    ],
    steps: [
      "Choose the workbook and the round it goes into.",
      "Look at the meanings above the columns. Correct one and every row is read again.",
      "Compare the sum at the foot: rows = new + known + repeated + to be asked.",
      "Choose Import. Correct rows that were not taken in the file and import it again, or add them by hand.",
    ],
  },
  {
    id: "documents",
    title: "Documents",
    body: [
      "What it says is on the left, the page on the right; the page follows typing. Click words on the page to get to their field.",
      "“Own wording” marks a field that was typed over the template; the round arrow takes the template's words back. A “missing” field must be filled; one that “may be blank” (number, date) is filled by the registry.",
      "Export PDF for signing makes a PDF with two places for digital signatures. Attach the signed file to the document: it is kept byte for byte.",
      "The section “Marks and layout” at the foot of the content has urgency, circulation, the drafter's mark, the agency's address, and tightening of a paper that is a line or two too long. The section “Annex” turns its pages or exports it as a file of its own with a field for the agency's signature.",
      "For anything there are the official letter and the document with another type (plan, notice, …), where lines that begin with “Chương I”, “Điều 1.”, “1.”, “a)” are set by their level. Excerpts are made from issued documents; the foot of a full copy is printed on the last sheet of the photocopy.",
      "Issue records number and date. From then on the content is kept as it is and the awards are on the honorees' pages. Number, symbol, issuer and year are never the same twice, whatever the case, blanks or leading zeros.",
      "An issued document is changed by a new one: More, Draft a document that changes it. The two are linked; once the new one is issued, the old one and its awards say which document replaced, amended, corrected, recalled or cancelled them. Nothing is deleted.",
      "Undo is the only way from issued back to draft, and the journal records it. If the PDF was exported after the issue, or a file (the signed paper) is attached, the program asks before; a document that another one speaks of stays issued.",
    ],
    steps: [
      "Fill what is missing; see the check at the foot of the content.",
      "Export the PDF and have it signed.",
      "When number and date are known, choose Issue.",
      "For a decision that confers certificates, choose Certificates to see and export them, one page each.",
      "To print, choose Print (Ctrl+P), then the printer, copies and pages. Pages are printed in true size (100 %), as in the preview and the PDF. A signed file that another program made is printed from a PDF reader, at 100 %.",
    ],
  },
  {
    id: "register",
    title: "Register",
    body: [
      "The register of outgoing documents of a year, with the ten columns of Decree 30/2020/NĐ-CP, appendix IV. A document enters it when it is issued. Missing numbers are empty lines; numbers given twice and numbers and dates in different orders are told beside, never refused.",
      "A number given to a paper outside the archive: open its empty line and say to which. Who keeps the file copy, copies, when it was sent, remarks: open the document's line. Receipts are signed by hand on the printed book.",
      "The head of the agency decides the series: one for all documents, one by type, councils with the agency's seal on their own. Series have a first and a last day, so that old years keep their rules. When a document is issued, the program names the next number and what looks odd; the registry's number is the right one.",
    ],
    steps: [
      "Choose year and series; each heading has the next number, missing numbers, numbers given twice.",
      "Open a line (Enter or F2) to add to it.",
      "Print (PDF), or write it to Excel.",
    ],
  },
  {
    id: "conferences",
    title: "Conferences",
    body: [
      "A conference is one page: facts, honours given, delegations, figures of the period, papers and files.",
      "The report and the news item take their figures from the awards in the archive, so that they always agree with the lists.",
    ],
    steps: [
      "Add the conference with its date, place, chair and period.",
      "Record the honours given; those that others decided belong here too.",
      "Draft the report and the news item.",
    ],
  },
  {
    id: "honorees",
    title: "Honorees",
    body: [
      "Every collective, household and person that was nominated or awarded, by given name. An honoree's page lists awards year by year, with nominations under way.",
      "For awards from earlier or from other authorities, choose Record awards. The PDF sign beside an award opens the issued paper or what was attached.",
      "If one person has several records, choose Merge: which record stays, which data is right. Names in decisions do not change, and old identifiers still lead on. A wrong merge is taken apart, even years later: what came from the record goes back, what was added since stays unless you choose it. A backup is made before either.",
      "Identity numbers are optional; only lists of the State level need them. They are masked on every screen and in exported lists but for their last three digits; Show reveals one in the open view, a box in the export dialog writes them in full. Every time one is shown or written in full, the journal says so. To search by number, type the whole of it.",
    ],
    steps: [],
  },
  {
    id: "duplicates",
    title: "Duplicates",
    body: [
      "Records that may be of one honoree, with the reason: names alike but for marks, case, i and y, order, initials or one letter; birth dates; units, also renamed and merged ones. What speaks against is orange. Nothing is merged by itself.",
      "If they are not the same, say so: the pair does not come again. To ask again, open the honoree's page.",
    ],
    steps: [
      "Choose a pair with ↓ ↑.",
      "Enter compares and merges; Delete records that they are not the same.",
    ],
  },
  {
    id: "units",
    title: "Units",
    body: [
      "The register has the names of units over time and which followed which. Old records and decisions keep the name they were written with; a unit's page gathers awards and people under all names, also of the units before it.",
      "Unknown texts are names of units in records that the register does not have. Put each in: as a new unit, or as another writing of one.",
      "While you type a unit, present names are offered; an old name offers what followed it.",
    ],
    steps: [
      "A unit is renamed: open it, choose Rename, give the new name and the day.",
      "Merged or split: choose Merge or split, give the units before, those after and the day.",
    ],
  },
  {
    id: "search",
    title: "Search",
    body: [
      "The box at the upper left (Ctrl+F) searches the whole archive: people, collectives, decision numbers, conferences, the text of documents and of kept files (PDFs with text, .docx). Marks may be left out; with marks, exact hits come first. Hoà and hòa, sĩ and sỹ are one; d finds đ too, đ finds đ only. Decision numbers may be typed in any way: 2871 QD UBND, 2871qđ.",
      "Filters narrow by year, award kind, authority, conference, unit and type of honoree; each one in use is a chip that takes it off. Filters without words list awards, such as every Certificate of Merit of 2019 in a unit.",
      "Save search keeps words and filters under a name, offered when the empty box is entered. Write to Excel writes all hits, not the page that is shown.",
      "A file is found by its name at once and by its text a moment later. Scans have no text and are found by name only; the command bang-vang texts tells which files cannot be read.",
      "Keys ↓ ↑ go between hits, Enter opens, Esc returns to the box.",
    ],
    steps: [],
  },
  {
    id: "dossiers",
    title: "Dossiers",
    body: [
      "Every conference and every issued decision of commendation has a dossier. The program proposes its papers, how long it is kept and when it is handed over, each with its source; all of it can be changed. A signed copy takes the place of the unsigned paper.",
      "The longest period of the parts counts, from the year in which the work ended. What is marked unverified must be compared with the text in force. The program deletes no dossier.",
      "A package holds the papers in the order of time, the metadata of appendix VI and the two lists of appendix V of Decree 30/2020/NĐ-CP, and the hashes of all files.",
      "Export the whole archive writes a folder that can be read without the program, or one .bangvang file to carry it to another PC: copy the file there and double-click it. A whole archive is imported only into an empty one: from the first screen or from Settings.",
    ],
    steps: [
      "Type the agency's identifier (once), number and symbol, who made the dossier, rights of use.",
      "Look at what is missing; choose the papers, type the pages that are not known.",
      "Package as ZIP; when it was handed over, type the day.",
    ],
  },
  {
    id: "templates",
    title: "Templates",
    body: [
      "The templates follow Decree 30/2020/NĐ-CP. The remarks under a template name what the agency should compare before first use.",
    ],
    steps: [],
  },
  {
    id: "settings",
    title: "Settings",
    body: [
      "The agency's profile heads and ends every paper. Language, colours and text size change the window only.",
      "Document form: margins, sizes and spacing are chosen within the ranges of Decree 30/2020/NĐ-CP; each field names its range and article. The sample page on the right follows typing. Every draft follows the new choice; issued documents stay as they are.",
      "Typeface: Times New Roman of this PC is used where all four styles are there, embedding is allowed and no Vietnamese letter is missing; otherwise Liberation Serif, which comes with the program. The journal names the typeface of every export and issue.",
      "Lock hides the window while you are away: set a password, choose Lock or Ctrl+L, or let it lock after idle minutes. While locked the program answers nothing; what you were typing is kept. After a restart the password is asked first. Wrong tries have to wait longer and longer.",
      "The lock encrypts nothing and does not cover the command line: whoever uses this Windows account can read the archive's files. The password stays with this PC (lock.json in the folder vn.bangvang.desktop of the application data) and does not go with the archive. Forgotten, close the program, delete that file and start again; nothing of the archive is lost.",
      "Check the archive reads the whole journal and all files again. The program backs up by itself when it closes and before big changes such as imports and merges (that backup is written while you work on, and the status bar tells when it is done or could not be made); choose a folder on another disk under Backups, where each backup can be restored too.",
    ],
    steps: [],
  },
];

export const help = {
  title: "Help",
  sections,
  keysTitle: "Keys",
  keys: [
    ["Ctrl+N", "Add something new on this screen (round, nomination, document, conference)"],
    ["Ctrl+F", "Search the whole archive"],
    ["Ctrl+P", "Print the open document"],
    ["Ctrl+E", "Export the PDF"],
    ["Ctrl+S", "Save now (the program saves by itself anyway)"],
    ["Ctrl+Z, Ctrl+Y", "Undo, redo; in a text field, what was just typed"],
    ["Ctrl+A, Ctrl+C", "In a table: select all, copy rows to paste into Excel"],
    ["Space", "In a table: tick the row"],
    ["Enter", "Open the row"],
    ["Del", "Delete what is selected (can be undone)"],
    ["Ctrl+L", "Lock the window"],
    ["F1", "Help for this screen"],
    ["F2", "Rename, edit details"],
    ["F5", "Read the data again"],
    ["Esc", "Close a dialog, clear the selection, go back"],
  ] as [string, string][],
};
