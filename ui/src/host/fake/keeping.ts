/** Backups and recovery of the fake host. */
import type {
  BackupStanding,
  BackupView,
  Backups,
  Commands,
  Problem,
  RecoveryChoice,
  RecoveryState,
} from "../types";
import type { FakeArchive } from "./archive";
import { problem } from "./people";

export interface FakeKeeping {
  standing: BackupStanding;
  notices: Problem[];
  backups: BackupView[];
  /** Why the archive is not open. */
  state: RecoveryState | null;
  /** Names of kept files that are missing. */
  missing: string[];
}

const made = "2026-11-23T17:41:00+07:00";

function backup(name: string, madeAt: string, documents: number): BackupView {
  const lastChange = { at: madeAt, who: "lan", action: "Sửa thông tin cơ quan" };
  const contents = {
    documents,
    honorees: 812,
    awards: 2143,
    conferences: 6,
    files: 190,
    bytes: 48_000_000,
    lastChange,
  };
  return { name, place: "here", madeAt, reason: "closing", contents, problem: null };
}

export function emptyKeeping(): FakeKeeping {
  return {
    standing: {
      lastAt: made,
      making: false,
      problem: null,
      folder: null,
      folderLastAt: null,
      folderProblem: null,
    },
    notices: [],
    backups: [
      backup("archive-20261123-174100-j42.db", made, 37),
      {
        ...backup("archive-20261122-170500-j40.db", "2026-11-22T17:05:00+07:00", 36),
        reason: null,
        madeAt: null,
        contents: null,
        problem: problem("backup-unfit", "Không dùng được bản sao lưu: tệp bị cắt ngắn."),
      },
    ],
    state: null,
    missing: [],
  };
}

export const closedCommands: ReadonlySet<string> = new Set([
  "recovery",
  "open_again",
  "restore",
  "write_readable",
  "start_anew",
]);

export function problemOf(state: RecoveryState): Problem {
  return problem(`archive-${state}`, `Kho dữ liệu không mở được (${state}).`);
}

const choices: Partial<Record<RecoveryState, RecoveryChoice[]>> = {
  locked: ["try_again"],
  damaged: ["restore", "read_out", "try_again", "open_folder", "start_anew"],
};

const backups = ({ keeping }: FakeArchive): Backups => ({
  standing: keeping.standing,
  present: keeping.standing.folder !== null,
  backups: keeping.backups,
});

type Keeping =
  | "backups"
  | "back_up"
  | "choose_backup_folder"
  | "mend_files"
  | "recovery"
  | "open_again"
  | "restore"
  | "write_readable"
  | "start_anew";

export const keepingCommands: {
  [K in Keeping]: (archive: FakeArchive, request: Commands[K]["request"]) => Commands[K]["response"];
} = {
  backups,
  back_up: ({ keeping }) => {
    keeping.standing.lastAt = "2026-11-24T09:00:00+07:00";
    return { made: true, files: 0, missing: 0, folderProblem: null, standing: keeping.standing };
  },
  choose_backup_folder: ({ keeping }, { path }) => {
    keeping.standing = { ...keeping.standing, folder: path, folderLastAt: null, folderProblem: null };
    return keeping.standing;
  },
  mend_files: ({ keeping }) => {
    const mended = keeping.missing.length;
    keeping.missing = [];
    return { mended, left: [] };
  },
  recovery: (archive) => {
    const { state } = archive.keeping;
    return {
      folder: "C:\\Users\\can-bo\\AppData\\Local\\BangVang",
      state,
      problem: state === null ? null : problemOf(state),
      choices: state === null ? [] : (choices[state] ?? ["try_again", "open_folder"]),
      backups: backups(archive),
    };
  },
  open_again: ({ keeping }) => {
    keeping.state = null;
    return {};
  },
  restore: ({ keeping }) => {
    const aside = keeping.state === null ? null : "archive.damaged-20261124-090000.db";
    keeping.state = null;
    return { madeAt: made, safety: null, aside, files: 0, missing: 0 };
  },
  write_readable: (_, { path }) => ({
    folder: `${path}\\bang-vang-doc-lai`,
    tables: [
      { table: "honoree", rows: 800, whole: false },
      { table: "award", rows: 2143, whole: true },
    ],
  }),
  start_anew: ({ keeping }) => {
    keeping.state = null;
    return { aside: "archive.damaged-20261124-090000.db" };
  },
};
