/** The whole archive as one file. */
import type { archiveFile as vietnamese } from "./vi-archive-file";

export const archiveFile: typeof vietnamese = {
  asFolder: "A folder that can be read without the program",
  asFile: "One .bangvang file, to carry the archive to another PC",
  asFileAbout:
    "The file holds the whole archive with full identity numbers; that is journalled. On the new PC double-click it, or choose Import from a .bangvang file.",
  importFile: "Import from a .bangvang file",
};
