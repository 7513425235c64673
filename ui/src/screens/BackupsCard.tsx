/** Backups in the settings: how they stand, the officer's own folder, backing up now, and the list to go back to. */
import { Button } from "@fluentui/react-components";
import { ArchiveRegular, FolderRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { chooseFolder, type BackupStanding } from "../host";
import { Asked } from "../parts/Asked";
import { FindingRule } from "../parts/Problems";
import { Card } from "../parts/Screen";
import { useTexts, wordProblem } from "../texts";
import { BackupList, whenText } from "./BackupList";

export function BackupsCard() {
  const t = useTexts();
  const backups = useAsk("backups", { path: null });
  return (
    <Card title={t.backups.title} beside={t.backups.about} className="backups" actions={<BackUpNow />}>
      <div className="card-body fields">
        <Asked of={backups}>{({ standing }) => <Standing standing={standing} />}</Asked>
        <BackupList />
      </div>
    </Card>
  );
}

function BackUpNow() {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const [busy, setBusy] = useState(false);
  const backUp = async (): Promise<void> => {
    setBusy(true);
    try {
      const done = await run("back_up", {});
      const said = [
        done.made || done.files > 0 ? t.backups.made(done.files) : t.backups.unchanged,
        done.missing > 0 ? t.backups.missing(done.missing) : "",
        done.folderProblem ? wordProblem(t, done.folderProblem).message : "",
      ];
      notices.say(said.filter(Boolean).join(" "));
    } catch (problem) {
      notices.fail(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="small"
      icon={<ArchiveRegular />}
      disabled={busy}
      onClick={() => void backUp()}
      data-testid="back-up"
    >
      {busy ? t.backups.working : t.backups.now}
    </Button>
  );
}

function Standing({ standing }: { standing: BackupStanding }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const use = (path: string | null): void => void run("choose_backup_folder", { path }).catch(notices.fail);
  const choose = (): void =>
    void chooseFolder("backup").then((path) => {
      if (path !== null) use(path);
    }, notices.fail);
  const { lastAt, making, problem, folder, folderLastAt, folderProblem } = standing;
  return (
    <>
      <div>
        <div className="muted small">{t.backups.here}</div>
        {making ? t.backups.working : lastAt ? whenText(t, lastAt) : t.backups.noneYet}
        {problem ? <FindingRule problem={problem} tone="warn" /> : null}
      </div>
      <div>
        <div className="muted small">{t.backups.folder}</div>
        {folder === null ? (
          <div>{t.backups.noFolder}</div>
        ) : (
          <div data-testid="backup-folder">
            {folder}
            <span className="muted">
              {" · "}
              {folderLastAt ? t.backups.folderLast(whenText(t, folderLastAt)) : t.backups.folderNever}
            </span>
          </div>
        )}
        <div className="button-row">
          <Button size="small" icon={<FolderRegular />} onClick={choose} data-testid="choose-backup-folder">
            {t.backups.choose}
          </Button>
          {folder === null ? null : (
            <Button size="small" onClick={() => use(null)} data-testid="forget-backup-folder">
              {t.backups.forget}
            </Button>
          )}
        </div>
        {folderProblem ? (
          <FindingRule
            problem={folderProblem}
            tone={folderProblem.code === "backup-folder-absent" ? "info" : "warn"}
          />
        ) : null}
      </div>
    </>
  );
}
