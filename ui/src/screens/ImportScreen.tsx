/** From a workbook to a round: choose, look, correct, and only then write. */
import { Button, Field, Input, Spinner } from "@fluentui/react-components";
import { DocumentTableRegular, FolderOpenRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address, type Place } from "../app/router";
import { chooseOpen, type ColumnMeaning, type Imported, type ImportPreview } from "../host";
import { Choice } from "../parts/Choice";
import { Empty } from "../parts/Empty";
import { ProblemBar } from "../parts/Problems";
import { Card, Screen } from "../parts/Screen";
import { ThingPicker } from "../parts/ThingPicker";
import { useTexts } from "../texts";
import { documentWords } from "../texts/documentWords";
import { ImportResult } from "./ImportResult";
import { FileRemarks, ImportTable } from "./ImportTable";

/** What was chosen and corrected so far. */
interface Choices {
  path: string;
  sheet: string | null;
  columns: Record<number, ColumnMeaning>;
}

const NEW_ROUND = "";
const ROUNDS = ["round"] as const;

/** What is known of a file that was just chosen. */
function fromFile(path: string | null): Choices | null {
  return path === null ? null : { path, sheet: null, columns: {} };
}

export function ImportScreen({ place }: { place: Place }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const [choices, setChoices] = useState<Choices | null>(() => fromFile(place.query.get("file")));
  const [into, setInto] = useState(place.query.get("round") ?? NEW_ROUND);
  const [name, setName] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [imported, setImported] = useState<Imported | null>(null);
  const chosen = useAsk("round", { id: into }, { enabled: into !== NEW_ROUND });
  const round = into === NEW_ROUND ? undefined : chosen.data?.brief;

  const preview = useAsk(
    "preview_import",
    {
      path: choices?.path ?? "",
      round: round?.id ?? null,
      columns: choices?.columns ?? {},
      sheet: choices?.sheet ?? null,
    },
    { enabled: choices !== null && imported === null, keep: true },
  );

  const choose = async (): Promise<void> => {
    try {
      const path = await chooseOpen("workbook");
      if (path === null) return;
      setImported(null);
      setChoices(fromFile(path));
    } catch (problem) {
      notices.fail(problem);
    }
  };

  const commit = async (): Promise<void> => {
    if (!choices) return;
    setBusy(true);
    try {
      const request = { path: choices.path, columns: choices.columns, sheet: choices.sheet };
      setImported(await run("import", { ...request, round: round?.id ?? roundName.trim() }));
    } catch (problem) {
      notices.fail(problem);
    } finally {
      setBusy(false);
    }
  };

  const chooseButton = (
    <Button
      appearance={choices ? "secondary" : "primary"}
      icon={<FolderOpenRegular />}
      onClick={() => void choose()}
      data-testid="choose-workbook"
    >
      {choices ? t.imports.chooseOther : t.imports.choose}
    </Button>
  );
  const shown = choices ? preview.data : undefined;
  // The list's own year words the new round, until the officer does.
  const suggested = shown ? documentWords.yearEnd(shown.year ?? new Date().getFullYear()) : "";
  const roundName = name ?? suggested;

  return (
    <Screen
      crumb={{
        label: round?.name ?? t.rounds.title,
        to: address("rounds", round?.id ?? null),
      }}
      title={t.imports.title}
      layout="fill"
      actions={choices && !imported ? chooseButton : null}
    >
      {imported ? (
        <ImportResult
          imported={imported}
          another={() => {
            setImported(null);
            setChoices(null);
          }}
        />
      ) : !choices ? (
        <Card className="fill">
          <Empty icon={DocumentTableRegular} title={t.imports.lead} hint={t.imports.formats}>
            {chooseButton}
          </Empty>
        </Card>
      ) : (
        <>
          <div className="import-bar">
            <ThingPicker
              of={ROUNDS}
              label={t.imports.into}
              value={into}
              none={t.imports.newRound}
              choose={setInto}
              className="wide-field"
              testId="import-round"
            />
            {into === NEW_ROUND ? (
              <Field label={t.rounds.name} required className="wide-field">
                <Input
                  value={roundName}
                  placeholder={t.rounds.nameExample}
                  data-testid="import-name"
                  onChange={(_, data) => setName(data.value)}
                />
              </Field>
            ) : null}
            {shown && shown.sheets.length > 1 ? (
              <Choice
                label={t.imports.sheet}
                value={shown.sheet}
                options={shown.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
                choose={(sheet) => setChoices({ ...choices, sheet, columns: {} })}
                className="medium"
              />
            ) : null}
            <Remarks preview={shown} />
          </div>
          {preview.error ? <ProblemBar failure={preview.error} /> : null}
          {!shown && !preview.error ? <Spinner label={t.imports.reading} size="small" /> : null}
          {shown ? (
            <ImportTable
              preview={shown}
              setMeaning={(index, meaning) =>
                setChoices({ ...choices, columns: { ...choices.columns, [index]: meaning } })
              }
            />
          ) : null}
          {shown ? (
            <Foot
              preview={shown}
              busy={busy}
              ready={round !== undefined || roundName.trim() !== ""}
              commit={() => void commit()}
            />
          ) : null}
        </>
      )}
    </Screen>
  );
}

/** What was noticed about the whole file. */
function Remarks({ preview }: { preview: ImportPreview | undefined }) {
  const t = useTexts();
  if (!preview) return null;
  return (
    <div className="import-remarks">
      <strong>{preview.file}</strong>
      <span className="muted">{t.imports.correctOnce}</span>
      <FileRemarks of={preview} />
    </div>
  );
}

function Foot(props: { preview: ImportPreview; busy: boolean; ready: boolean; commit: () => void }) {
  const t = useTexts();
  const { counts } = props.preview;
  return (
    <div className="import-foot">
      <strong data-testid="import-counts">
        {t.imports.counts(counts.total, counts.new, counts.known, counts.repeated, counts.question)}
      </strong>
      <span className="muted">{t.imports.nothingWritten}</span>
      <span className="grow" />
      {props.busy ? <Spinner size="tiny" label={t.imports.importing} /> : null}
      <Button
        appearance="primary"
        disabled={props.busy || !props.ready || counts.new === 0}
        onClick={props.commit}
        data-testid="import-commit"
      >
        {counts.new === 0 ? t.imports.nothingNew : t.imports.commit(counts.new)}
      </Button>
    </div>
  );
}
