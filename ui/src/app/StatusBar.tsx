/** The foot of the window: whose archive, where in the document, what is saved. */
import type { BackupStanding, Problem, Status } from "../host";
import { showDate, showTime } from "../lib/dates";
import { useTexts, wordProblem, type Texts } from "../texts";
import { address } from "./router";
import { useFootnote } from "./footnote";

export function StatusBar({ status }: { status: Status }) {
  const t = useTexts();
  const { page, saving } = useFootnote();
  const saved = status.savedAt ? t.status.savedAt(showTime(status.savedAt)) : t.status.nothingSaved;
  const words = { idle: saved, unsaved: t.status.unsaved, saving: t.status.saving };
  const agency = status.agency;
  return (
    <footer className="status-bar">
      <span>{[agency?.name, agency?.province].filter(Boolean).join(" · ")}</span>
      {page ? <span>{page}</span> : null}
      <span className="grow" />
      {status.testHost ? <span>{t.status.testHost}</span> : null}
      <span role="status" data-testid="saved">
        {words[saving]}
      </span>
      <BackupNote backup={status.backup} />
      <span>{t.status.version(status.version)}</span>
    </footer>
  );
}

/** When the last good backup was made, or that one is being made or could not be; calmly, when the folder for them was
 * not there. */
export function BackupNote({ backup }: { backup: BackupStanding }) {
  const t = useTexts();
  const last = newest(backup.lastAt, backup.folderLastAt);
  const problem = backup.problem ?? backup.folderProblem;
  return (
    <a
      href={address("settings")}
      className="quiet-link"
      title={problem ? wordProblem(t, problem).message : undefined}
      data-testid="backup-note"
    >
      {backup.making
        ? t.backups.working
        : last
          ? t.backups.lastAt(showDate(last), showTime(last))
          : t.backups.noneYet}
      {problem ? ` · ${wordBriefly(t, problem)}` : ""}
    </a>
  );
}

function wordBriefly(t: Texts, problem: Problem): string {
  if (problem.code === "backup-failed") return t.backups.failed;
  return problem.code === "backup-folder-absent" ? t.backups.folderAbsent : t.backups.folderFailed;
}

function newest(one: string | null, other: string | null): string | null {
  return (one ?? "") > (other ?? "") ? one : other;
}
