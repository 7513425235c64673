/** Backups and recovery, in English. */
import { countEn as count } from "./numbers";
import type { backups as vietnamese } from "./vi-backups";

export const backups: typeof vietnamese = {
  title: "Backups",
  about: "Made by itself when the program closes and before anything big, only when something changed.",
  lastAt: (date, time) => `Last backup ${date} ${time}`,
  noneYet: "No backup yet",
  failed: "no backup from before the last import or merge",
  folderAbsent: "backup folder not there now",
  folderFailed: "backup folder could not be written",
  here: "Beside the archive",
  folder: "Folder for backups",
  noFolder: "None chosen. A removable disk or a network folder keeps the data when this PC fails.",
  folderLast: (when) => `Last one there: ${when}`,
  folderNever: "None there yet.",
  choose: "Choose a folder…",
  forget: "Stop using it",
  now: "Back up now",
  working: "Backing up…",
  made: (files) =>
    files > 0 ? `Backed up; ${count(files)} files copied.` : "Backed up, and the copy checked.",
  unchanged: "Nothing has changed since the last backup.",
  missing: (n) =>
    `${count(n)} files of the archive are missing or changed and were not copied. Check the archive.`,

  list: "Backups",
  empty: "There is no backup here.",
  otherFolder: "Look in another folder…",
  when: "When",
  where: "Where",
  why: "Why",
  documents: "Documents",
  honorees: "Honorees",
  awards: "Awards",
  conferences: "Conferences",
  files: "Files",
  lastChange: "Last change",
  place: { here: "beside the archive", folder: "folder" },
  reason: {
    asked: "asked for",
    closing: "program closed",
    before_risk: "before a big change",
    before_upgrade: "before an update",
    before_restore: "before a restore",
  },
  restore: "Restore…",
  restoreTitle: "Restore the archive",
  restoreDo: "Restore",
  restoreFrom: (when) => `The archive will be as it was at ${when}:`,
  holds: (documents, honorees, awards, conferences, files) =>
    `${count(documents)} documents, ${count(honorees)} honorees, ${count(awards)} awards, ${count(conferences)} conferences, ${count(files)} files.`,
  restoreLast: (action, when) => `Last change: ${action} (${when}).`,
  restoreSafety:
    "What was recorded after that will no longer be in the archive. The archive as it is now is backed up first, or kept under another name if it is damaged, so that you can go back.",
  restored: (when) => `The archive is as it was at ${when}.`,
  restoredAside: (name) => `The damaged file is kept as ${name}.`,
  restoredMissing: (n) => `${count(n)} files are still missing. Check the archive to bring them back.`,
  restoreHere: "Restore an archive…",
  restoreHereAbout: "After moving to a new PC: choose the backup folder of the old one.",

  mend: "Bring files back from backups",
  mendFrom: "From another folder…",
  mended: (n) => `${count(n)} files are whole again.`,
  mendLeft: (names) => `No original was found of: ${names}.`,

  states: {
    locked: {
      title: "The archive is in use elsewhere",
      what: "Another window or command of the program has it open. Close that and try again.",
    },
    unsafe_folder: {
      title: "This folder is no safe place for the archive",
      what: "The archive must lie on a disk of this PC. Network and synchronised folders are for backups only.",
    },
    newer: {
      title: "The archive was made by a newer version",
      what: "Update the program and open it again. The archive was not changed.",
    },
    not_an_archive: {
      title: "The file in the folder is no archive",
      what: "Another program may have written over it. Restoring a backup keeps this file under another name.",
    },
    missing: {
      title: "The database of the archive is gone",
      what: "Kept files or backups are still there, so no empty archive was made. Restore a backup, or put archive.db back and try again.",
    },
    damaged: {
      title: "The archive is damaged",
      what: "Restore the last good backup. The damaged file is kept under another name, not deleted.",
    },
    upgrade_failed: {
      title: "The archive could not be brought up to date",
      what: "It is as it was, and there is a backup. Try again; if it fails again, use the older version of the program.",
    },
    disk_full: { title: "The disk is full", what: "Free some space and try again. What was saved is safe." },
    read_only: {
      title: "The archive's folder cannot be written",
      what: "The folder or the file is read-only. Check your permissions and try again. Nothing was changed.",
    },
    disk_error: {
      title: "The disk cannot be read or written",
      what: "This is a fault of the disk and says nothing about the archive, so no file was moved or repaired. Check the disk and its cable, then try again.",
    },
    defect: {
      title: "The program met a fault while opening the archive",
      what: "Try again; if it happens again, write out what can be read and tell whoever supports you.",
    },
  },
  choice: {
    try_again: "Try again",
    restore: "Restore the newest…",
    read_out: "Write out what can be read…",
    open_folder: "Open the archive's folder",
    start_anew: "Begin with an empty archive…",
  },
  at: "Archive",
  details: "Details",
  anewTitle: "Begin with an empty archive",
  anewDo: "Make an empty archive",
  anewText:
    "The files that are there are kept in the same folder under another name, with kept files and backups. They can still be restored later.",
  readTitle: (folder) => `Written to ${folder}`,
  readRows: (rows) => `${count(rows)} rows`,
  readWhole: "whole",
  readTorn: "a part could not be read",
};
