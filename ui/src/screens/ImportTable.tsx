/** The sheet as it is, what each column means above it, what each row was taken for beside it. */
import { Switch } from "@fluentui/react-components";
import { InfoRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import type { ColumnMeaning, ImportColumn, ImportPreview, ImportRow, Problem } from "../host";
import { person } from "../lib/honoree";
import { Choice } from "../parts/Choice";
import { Chip, verdictTones } from "../parts/Chip";
import { DataTable, type Column } from "../parts/DataTable";
import { Card } from "../parts/Screen";
import { useTexts, wordProblem, type Texts } from "../texts";

interface ImportTableProps {
  preview: ImportPreview;
  setMeaning: (index: number, meaning: ColumnMeaning) => void;
}

export function ImportTable({ preview, setMeaning }: ImportTableProps) {
  const t = useTexts();
  const [onlyQuestions, setOnlyQuestions] = useState(false);
  const rows = useMemo(
    () => (onlyQuestions ? preview.rows.filter((row) => row.verdict === "question") : preview.rows),
    [preview.rows, onlyQuestions],
  );
  const columns: Column<ImportRow>[] = [
    {
      id: "row",
      title: t.imports.row,
      width: 3.25,
      align: "end",
      cell: (row) => <span className="muted">{row.row}</span>,
      text: (row) => String(row.row),
    },
    {
      id: "verdict",
      title: t.imports.verdict,
      width: 8.5,
      cell: (row) => <Chip tone={verdictTones[row.verdict]}>{t.words.verdict[row.verdict]}</Chip>,
      text: (row) => t.words.verdict[row.verdict],
    },
    {
      id: "understood",
      title: t.imports.understood,
      width: 14,
      grow: 1,
      cell: (row) => <Understood row={row} t={t} />,
      text: (row) => row.honoree?.name ?? "",
    },
    ...preview.columns.map((column): Column<ImportRow> => {
      return {
        id: `cell-${column.index}`,
        title: column.letter,
        width: widthOf(preview, column, t.words.column[column.meaning]),
        head: <MeaningHead column={column} setMeaning={(meaning) => setMeaning(column.index, meaning)} />,
        cell: (row) => <Original row={row} index={column.index} />,
        text: (row) => row.cells[column.index] ?? "",
      };
    }),
  ];
  const counted = preview.counts.question;

  return (
    <Card className="fill import-table">
      <DataTable
        label={preview.file}
        rows={rows}
        columns={columns}
        keyOf={(row) => `${row.sheet} ${row.row}`}
        rowTestId="import-row"
        rowClass={(row) => `verdict-${row.verdict}`}
      />
      <div className="card-bar foot">
        <Switch
          checked={onlyQuestions}
          disabled={counted === 0 && !onlyQuestions}
          label={t.imports.showQuestions}
          onChange={(_, data) => setOnlyQuestions(data.checked)}
        />
        <span className="grow" />
        {preview.rows.length >= MOST_ROWS ? (
          <span className="muted">{t.imports.firstRows(preview.rows.length)}</span>
        ) : null}
      </div>
    </Card>
  );
}

/** As many rows as the archive sends for a look. */
const MOST_ROWS = 2000;

/** A cell as the sheet has it. Outside the list a text runs on over empty cells, as in the sheet. */
function Original({ row, index }: { row: ImportRow; index: number }) {
  const text = row.cells[index] ?? "";
  const alone = row.honoree === null && row.cells.slice(index + 1, index + 4).every((cell) => cell === "");
  return alone && text.length < 60 ? <span className="runs-on">{text}</span> : text;
}

/** Wide enough for most of a column's cells and for its meaning, within reason; longer cells take more lines. */
function widthOf(preview: ImportPreview, column: ImportColumn, meaning: string): number {
  const lengths = preview.rows
    .slice(0, 200)
    .filter((row) => row.honoree !== null)
    .map((row) => (row.cells[column.index] ?? "").length)
    .sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 8;
  return Math.max(6.5, meaning.length * 0.42 + 3.75, Math.min(20, usual * 0.5 + 1.5));
}

function MeaningHead({
  column,
  setMeaning,
}: {
  column: ImportColumn;
  setMeaning: (meaning: ColumnMeaning) => void;
}) {
  const t = useTexts();
  return (
    <div className="meaning">
      <Choice<ColumnMeaning>
        size="small"
        ariaLabel={t.imports.meaningOf(column.letter)}
        value={column.meaning}
        options={(Object.keys(t.words.column) as ColumnMeaning[]).map((value) => ({
          value,
          label: t.words.column[value],
        }))}
        choose={setMeaning}
        testId={`meaning-${column.index}`}
      />
      <span className="muted">
        {column.letter}
        {column.heading ? ` · ${column.heading.replace(/\s+/g, " ")}` : ""}
      </span>
    </div>
  );
}

function Understood({ row, t }: { row: ImportRow; t: Texts }) {
  return (
    <span className="two-lines">
      {row.honoree ? (
        <>
          <span className="strong">{row.honoree.name}</span>
          <span className="muted">{person(t, row.honoree)}</span>
        </>
      ) : null}
      <Inferred notes={row.inferred} t={t} />
      {row.problems.map((problem, index) => (
        <Reason key={index} problem={problem} t={t} bad={row.verdict === "question"} />
      ))}
    </span>
  );
}

/** What is to be said about the whole file. */
export function FileRemarks({ of }: { of: Pick<ImportPreview, "convertedFrom" | "problems"> }) {
  const t = useTexts();
  return (
    <>
      {of.convertedFrom ? <span className="warn-text">{t.imports.converted(of.convertedFrom)}</span> : null}
      {of.problems.map((problem, index) => (
        <Reason key={index} problem={problem} t={t} bad={false} />
      ))}
    </>
  );
}

/** What the cells do not state but their surroundings do: said quietly, for it is no fault. */
export function Inferred({ notes, t }: { notes: readonly Problem[]; t: Texts }) {
  return notes.map((problem, index) => (
    <span key={index} className="inferred">
      <InfoRegular aria-hidden="true" />
      <span>{wordProblem(t, problem).message}</span>
    </span>
  ));
}

export function Reason({ problem, t, bad }: { problem: Problem; t: Texts; bad: boolean }) {
  const { message, hint } = wordProblem(t, problem);
  return (
    <span className={bad ? "bad-text" : "warn-text"}>
      {message} {hint}
    </span>
  );
}
