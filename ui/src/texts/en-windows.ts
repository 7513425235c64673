/** English: what the desktop itself does: files handed over, printing. */
import { plural } from "./numbers";
import type { windows as vi } from "./vi-windows";

export const windows: typeof vi = {
  windows: {
    archiveNeedsEmpty: (file) =>
      `The archive that is open already has data, so “${file}” cannot be brought in. That needs an empty archive, as on a new PC at the first start.`,
    notAList: (file) =>
      `“${file}” cannot be opened this way, only Excel lists (.xlsx, .xls, .ods). Attach other files on the page of a document, conference or honoree.`,
  },
  printing: {
    certificates: "Print the certificates",
    about: "Printed in true size (100 %), page for page as in the preview and the PDF.",
    looking: "Looking for printers…",
    noPrinter: "No printer is installed on this PC.",
    printer: "Printer",
    copies: "Copies",
    badCopies: "A number from 1 to 99",
    pages: "Pages",
    allPages: "All; for example 1-3, 5",
    exportInstead: "Export the PDF and open it to print elsewhere…",
    sent: (pages, copies, printer) =>
      `${plural(pages, "page")}${copies > 1 ? ` × ${plural(copies, "copy", "copies")}` : ""} sent to ${printer}.`,
  },
};
