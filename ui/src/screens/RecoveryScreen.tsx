/** Shown in place of the window when the archive is not open: what is the matter, and what can be done about it. */
import { Button } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { LongWork } from "../app/LongWork";
import { Star } from "../app/Nav";
import { useNotices } from "../app/notices";
import { chooseFolder, showInFolder, type Readable, type Recovery, type RecoveryChoice } from "../host";
import { FormDialog } from "../parts/FormDialog";
import { ProblemPage } from "../parts/ProblemPage";
import { useTexts, wordProblem } from "../texts";
import { BackupList, RestoreDialog } from "./BackupList";

export function RecoveryScreen({ failure }: { failure: unknown }) {
  const client = useQueryClient();
  const recovery = useAsk("recovery", { path: null });
  if (recovery.data?.state) return <Found recovery={recovery.data} />;
  // The core of the program is not reached, or the archive is open after all.
  if (recovery.data || recovery.error)
    return <ProblemPage failure={failure} retry={() => void client.invalidateQueries()} />;
  return null;
}

function Found({ recovery }: { recovery: Recovery }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const [asking, setAsking] = useState<"restore" | "start_anew" | null>(null);
  const [busy, setBusy] = useState(false);
  const [readable, setReadable] = useState<Readable | null>(null);
  const newest = recovery.backups.backups.find((backup) => backup.problem === null);
  const state = t.backups.states[recovery.state ?? "defect"];

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (problem) {
      notices.fail(problem);
    } finally {
      setBusy(false);
    }
  };
  const readOut = async (): Promise<void> => {
    const path = await chooseFolder("readable");
    if (path !== null) setReadable(await run("write_readable", { path }));
  };
  const does: Record<RecoveryChoice, () => void> = {
    try_again: () => void attempt(() => run("open_again", {})),
    restore: () => setAsking("restore"),
    read_out: () => void attempt(readOut),
    open_folder: () => void attempt(() => showInFolder(recovery.folder)),
    start_anew: () => setAsking("start_anew"),
  };
  const choices = recovery.choices.filter((choice) => choice !== "restore" || newest !== undefined);

  return (
    <main className="first-start" data-testid="recovery" data-state={recovery.state}>
      <div className="first-card recovery">
        <div className="first-brand">
          <Star />
          <div>
            <h1>{state.title}</h1>
            <p>{state.what}</p>
          </div>
        </div>
        <div className="button-row">
          {choices.map((choice, index) => (
            <Button
              key={choice}
              appearance={index === 0 ? "primary" : "secondary"}
              disabled={busy}
              onClick={does[choice]}
              data-testid={`recovery-${choice}`}
            >
              {t.backups.choice[choice]}
            </Button>
          ))}
        </div>
        {readable ? <WhatWasRead readable={readable} /> : null}
        {recovery.choices.includes("restore") ? <BackupList closed /> : null}
        <details>
          <summary>{t.backups.details}</summary>
          <p className="muted small">
            {t.backups.at}: {recovery.folder}
          </p>
          {recovery.problem ? (
            <p className="muted small">{wordProblem(t, recovery.problem).message}</p>
          ) : null}
        </details>
        <LongWork />
      </div>
      {asking === "restore" && newest ? (
        <RestoreDialog backup={newest} path={null} close={() => setAsking(null)} />
      ) : null}
      {asking === "start_anew" ? (
        <FormDialog
          title={t.backups.anewTitle}
          submitLabel={t.backups.anewDo}
          submit={() => run("start_anew", {})}
          close={() => setAsking(null)}
          testId="start-anew-dialog"
        >
          <p>{t.backups.anewText}</p>
        </FormDialog>
      ) : null}
    </main>
  );
}

function WhatWasRead({ readable }: { readable: Readable }) {
  const t = useTexts();
  const notices = useNotices();
  return (
    <section className="rule info" data-testid="readable">
      <strong>{t.backups.readTitle(readable.folder)}</strong>
      <ul className="plain-list">
        {readable.tables
          .filter((table) => table.rows > 0 || !table.whole)
          .map((table) => (
            <li key={table.table}>
              {`${table.table}.jsonl`}: {t.backups.readRows(table.rows)},{" "}
              {table.whole ? t.backups.readWhole : t.backups.readTorn}
            </li>
          ))}
      </ul>
      <Button size="small" onClick={() => void showInFolder(readable.folder).catch(notices.fail)}>
        {t.common.openFolder}
      </Button>
    </section>
  );
}
