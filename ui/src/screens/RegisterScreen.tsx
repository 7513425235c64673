/** The register of outgoing documents: ten columns of a year, gaps as empty lines, what is odd beside each number. */
import { Button } from "@fluentui/react-components";
import {
  ArrowExportRegular,
  NotebookRegular,
  NumberSymbolSquareRegular,
  TableArrowUpRegular,
} from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address, go, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useWays } from "../app/ways";
import { chooseSave, type Register, type RegisterRow, type Strand } from "../host";
import { showDate } from "../lib/dates";
import { fileName } from "../lib/words";
import { Asked } from "../parts/Asked";
import { Chip } from "../parts/Chip";
import { Choice } from "../parts/Choice";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { Card, Screen } from "../parts/Screen";
import { useTexts, wordProblem, type Texts } from "../texts";
import { EntryDialog, NoteDialog } from "./RegisterDialogs";
import { SeriesDialog } from "./SeriesDialog";

/** A line with the count it belongs to. */
interface Line {
  strand: Strand;
  row: RegisterRow;
}

export function RegisterScreen({ place }: { place: Place }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const ways = useWays();
  const year = Number(place.query.get("year")) || null;
  const [only, setOnly] = useState("");
  const [current, setCurrent] = useState<Line | null>(null);
  const [dialog, setDialog] = useState<"line" | "series" | null>(null);
  const register = useAsk("register", { year }, { keep: true });
  const columns = useMemo(() => registerColumns(t), [t]);
  const shown = register.data?.year ?? new Date().getFullYear();
  const lines = useMemo(() => linesOf(register.data, only), [register.data, only]);

  const edit = current ? (): void => setDialog("line") : undefined;
  useAction("rename", edit);

  const exportTo = async (kind: "pdf" | "workbook"): Promise<void> => {
    try {
      const name = fileName(t.register.fileName(shown), kind === "pdf" ? "pdf" : "xlsx");
      const path = await chooseSave(kind === "pdf" ? "pdf" : "workbook", name);
      if (path === null) return;
      const written = await run("export_register", { year: shown, strand: only || null, path });
      notices.say(t.register.written(written.rows), ways.toFile(path));
    } catch (problem) {
      notices.fail(problem);
    }
  };
  useAction("print", () => void exportTo("pdf"));
  useAction("export", () => void exportTo("workbook"));

  return (
    <Screen
      title={t.register.title}
      layout="fill"
      actions={
        <>
          <Button
            icon={<NumberSymbolSquareRegular />}
            onClick={() => setDialog("series")}
            data-testid="series"
          >
            {t.register.series}
          </Button>
          <Button
            icon={<TableArrowUpRegular />}
            onClick={() => void exportTo("workbook")}
            data-testid="register-excel"
          >
            {t.register.exportExcel}
          </Button>
          <Button
            appearance="primary"
            icon={<ArrowExportRegular />}
            onClick={() => void exportTo("pdf")}
            data-testid="register-pdf"
          >
            {t.register.exportPdf}
          </Button>
        </>
      }
    >
      <Card className="fill">
        <Asked of={register}>
          {(data) => (
            <>
              <div className="card-bar">
                <Choice
                  size="small"
                  className="short"
                  ariaLabel={t.register.year}
                  value={String(data.year)}
                  options={[...new Set([new Date().getFullYear(), data.year, ...data.years])]
                    .sort((a, b) => b - a)
                    .map((one) => ({ value: String(one), label: t.register.yearOf(one) }))}
                  choose={(value) => go(address("register", null, { year: value }), true)}
                />
                <Choice
                  size="small"
                  className="medium"
                  ariaLabel={t.register.strand}
                  value={only}
                  options={[
                    { value: "", label: t.register.allStrands },
                    ...data.strands.map((strand) => ({ value: strand.key, label: nameOf(strand) })),
                  ]}
                  choose={setOnly}
                />
                <Button size="small" disabled={!edit} onClick={edit} data-testid="edit-line">
                  {current && current.row.kind !== "document" ? t.register.note : t.register.fill}
                </Button>
              </div>
              {data.strands.length === 0 ? (
                <Empty icon={NotebookRegular} title={t.register.empty} hint={t.register.emptyHint} />
              ) : (
                <DataTable
                  label={t.register.title}
                  rows={lines}
                  columns={columns}
                  keyOf={keyOf}
                  groupOf={(line) => groupOf(t, line.strand)}
                  nameOf={(line) => line.row.numberAndSymbol}
                  onCurrent={setCurrent}
                  // The number leads to the document; the line itself is filled in.
                  open={(line) => {
                    setCurrent(line);
                    setDialog("line");
                  }}
                  rowClass={(line) => (line.row.kind === "document" ? undefined : "empty-line")}
                  rowTestId="register-row"
                />
              )}
            </>
          )}
        </Asked>
      </Card>
      {dialog === "line" && current?.row.document ? (
        <EntryDialog id={current.row.document} row={current.row} close={() => setDialog(null)} />
      ) : null}
      {dialog === "line" && current && !current.row.document ? (
        <NoteDialog strand={current.strand} year={shown} row={current.row} close={() => setDialog(null)} />
      ) : null}
      {dialog === "series" ? <SeriesDialog close={() => setDialog(null)} /> : null}
    </Screen>
  );
}

function nameOf(strand: Strand): string {
  return strand.label ? `${strand.series}: ${strand.label}` : strand.series;
}

function groupOf(t: Texts, strand: Strand): string {
  const about = [
    t.register.next(strand.next),
    strand.missing > 0 ? t.register.missing(strand.missing) : "",
    strand.twice > 0 ? t.register.twice(strand.twice) : "",
    strand.missing + strand.twice === 0 ? t.register.complete : "",
  ];
  return `${nameOf(strand)} · ${about.filter(Boolean).join(" · ")}`;
}

function keyOf({ strand, row }: Line): string {
  return `${strand.key} ${row.document ?? row.number}`;
}

function linesOf(register: Register | undefined, only: string): Line[] {
  const strands = (register?.strands ?? []).filter((strand) => only === "" || strand.key === only);
  return strands.flatMap((strand) => strand.rows.map((row) => ({ strand, row })));
}

function whatOf(t: Texts, row: RegisterRow): string {
  if (row.kind === "gap") return t.register.gap;
  return row.kind === "note" ? t.register.outside(row.title) : row.title;
}

function registerColumns(t: Texts): Column<Line>[] {
  const text = (
    id: string,
    title: string,
    width: number,
    grow: number,
    of: (row: RegisterRow) => string,
  ): Column<Line> => ({
    id,
    title,
    width,
    grow,
    cell: ({ row }) => of(row),
    text: ({ row }) => of(row),
  });
  return [
    {
      ...text("number", t.register.number, 7, 1, (row) => row.numberAndSymbol),
      cell: ({ row }) =>
        row.document ? (
          <a href={address("documents", row.document)}>{row.numberAndSymbol}</a>
        ) : (
          row.numberAndSymbol
        ),
    },
    text("date", t.register.date, 6, 0, (row) => showDate(row.date)),
    {
      ...text("what", t.register.what, 12, 4, (row) => whatOf(t, row)),
      cell: ({ row }) => (
        <span className="two-lines">
          <span className={row.kind === "document" ? undefined : "muted"}>{whatOf(t, row)}</span>
          {row.problems.map((problem) => (
            <span key={problem.code}>
              <Chip tone="warn">{wordProblem(t, problem).message}</Chip>
            </span>
          ))}
        </span>
      ),
    },
    text("signer", t.register.signer, 7, 1, (row) => row.signer),
    text("distribution", t.register.distribution, 7.5, 2, (row) => row.distribution),
    text("keptBy", t.register.keptBy, 6.5, 1, (row) => row.keptBy),
    text("copies", t.register.copies, 4, 0, (row) => row.copies),
    text("sentOn", t.register.sentOn, 5.5, 0, (row) => row.sentOn),
    text("remark", t.register.remark, 5.5, 1, (row) => row.remark),
  ];
}
