/** Backups with what each holds, and going back to one after saying so. */
import { Button } from "@fluentui/react-components";
import { FolderSearchRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { chooseFolder, type BackupView } from "../host";
import { showDate, showTime } from "../lib/dates";
import { Asked } from "../parts/Asked";
import { DataTable, type Column } from "../parts/DataTable";
import { FormDialog } from "../parts/FormDialog";
import { useTexts, wordProblem, type Texts } from "../texts";

/** `17:41 23/11/2026`. */
export function whenText(t: Texts, at: string | null | undefined): string {
  return at ? t.dates.at(showDate(at), showTime(at)) : "";
}

interface ListProps {
  /** Asks the archive that is not open. */
  closed?: boolean;
  /** Shows nothing before a folder was named: there is none of one's own yet. */
  onlyNamed?: boolean;
}

export function BackupList({ closed = false, onlyNamed = false }: ListProps) {
  const t = useTexts();
  const notices = useNotices();
  const [path, setPath] = useState<string | null>(null);
  const asked = path !== null || !onlyNamed;
  const open = useAsk("backups", { path }, { enabled: !closed && asked });
  const shut = useAsk("recovery", { path }, { enabled: closed && asked });
  const list = closed ? { ...shut, data: shut.data?.backups } : open;
  const look = (): void =>
    void chooseFolder("restore").then((chosen) => {
      if (chosen !== null) setPath(chosen);
    }, notices.fail);
  return (
    <div className="backup-list">
      <div className="backup-list-head">
        <h3>{path ?? t.backups.list}</h3>
        <Button size="small" icon={<FolderSearchRegular />} onClick={look} data-testid="backups-elsewhere">
          {t.backups.otherFolder}
        </Button>
      </div>
      {asked ? (
        <Asked of={list as typeof open}>{({ backups }) => <Table backups={backups} path={path} />}</Asked>
      ) : null}
    </div>
  );
}

function Table({ backups, path }: { backups: BackupView[]; path: string | null }) {
  const t = useTexts();
  const [chosen, setChosen] = useState<BackupView | null>(null);
  const columns = useMemo(() => backupColumns(t, setChosen), [t]);
  return (
    <>
      <DataTable
        label={t.backups.list}
        rows={backups}
        columns={columns}
        keyOf={(backup) => `${backup.place} ${backup.name}`}
        nameOf={(backup) => whenText(t, backup.madeAt) || backup.name}
        rowTestId="backup-row"
        empty={t.backups.empty}
      />
      {chosen ? <RestoreDialog backup={chosen} path={path} close={() => setChosen(null)} /> : null}
    </>
  );
}

function backupColumns(t: Texts, choose: (backup: BackupView) => void): Column<BackupView>[] {
  const when = (backup: BackupView): string => whenText(t, backup.madeAt) || backup.name;
  const where = (backup: BackupView): string => t.backups.place[backup.place];
  const why = (backup: BackupView): string => (backup.reason ? t.backups.reason[backup.reason] : "");
  const last = (backup: BackupView): string => {
    if (backup.problem) return wordProblem(t, backup.problem).message;
    const change = backup.contents?.lastChange;
    return change ? `${change.action} (${whenText(t, change.at)})` : "";
  };
  const counted = (id: "documents" | "honorees" | "awards" | "conferences" | "files") => {
    const cell = (backup: BackupView): string => (backup.contents ? t.count(backup.contents[id]) : "");
    return { id, title: t.backups[id], width: 4.5, align: "end" as const, cell };
  };
  return [
    { id: "when", title: t.backups.when, width: 8.5, cell: when },
    { id: "where", title: t.backups.where, width: 5.5, cell: where },
    { id: "why", title: t.backups.why, width: 7, cell: why },
    counted("documents"),
    counted("honorees"),
    counted("awards"),
    counted("conferences"),
    counted("files"),
    { id: "last", title: t.backups.lastChange, width: 10.5, grow: 1, cell: last },
    {
      id: "restore",
      title: t.backups.restoreDo,
      width: 6.5,
      cell: (backup) =>
        backup.problem ? null : (
          <Button size="small" onClick={() => choose(backup)} data-testid="restore-backup">
            {t.backups.restore}
          </Button>
        ),
    },
  ];
}

/** Says what the archive will be, and what is kept of what it is, before it is done. */
export function RestoreDialog({
  backup,
  path,
  close,
}: {
  backup: BackupView;
  path: string | null;
  close: () => void;
}) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const when = whenText(t, backup.madeAt);
  const { contents } = backup;
  const submit = async (): Promise<void> => {
    const done = await run("restore", { name: backup.name, path });
    notices.say(
      [
        t.backups.restored(when),
        done.aside === null ? "" : t.backups.restoredAside(done.aside),
        done.missing > 0 ? t.backups.restoredMissing(done.missing) : "",
      ]
        .filter(Boolean)
        .join(" "),
    );
  };
  return (
    <FormDialog
      title={t.backups.restoreTitle}
      submitLabel={t.backups.restoreDo}
      submit={submit}
      close={close}
      testId="restore-dialog"
    >
      <p>{t.backups.restoreFrom(when)}</p>
      {contents ? (
        <p>
          <strong>
            {t.backups.holds(
              contents.documents,
              contents.honorees,
              contents.awards,
              contents.conferences,
              contents.files,
            )}
          </strong>
          {contents.lastChange ? (
            <span className="muted">
              {" "}
              {t.backups.restoreLast(contents.lastChange.action, whenText(t, contents.lastChange.at))}
            </span>
          ) : null}
        </p>
      ) : null}
      <p>{t.backups.restoreSafety}</p>
    </FormDialog>
  );
}
