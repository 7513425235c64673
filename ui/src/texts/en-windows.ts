/** English: what the desktop itself does: files handed over, printing. */
import type { windows as vi } from "./vi-windows";

export const windows: typeof vi = {
  windows: {
    notAList: (file) =>
      `“${file}” cannot be opened this way, only Excel lists (.xlsx, .xls, .ods). Attach other files on the page of a document, conference or honoree.`,
  },
};
