/** What became of every row: in = added + skipped + failed, with the reasons. */
import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { address } from "../app/router";
import type { Imported, ImportedRow, RowOutcome } from "../host";
import { Chip, outcomeTones } from "../parts/Chip";
import { DataTable, type Column } from "../parts/DataTable";
import { Card } from "../parts/Screen";
import { useTexts } from "../texts";
import { FileRemarks, Inferred, Reason } from "./ImportTable";

export function ImportResult({ imported, another }: { imported: Imported; another: () => void }) {
  const t = useTexts();
  const [only, setOnly] = useState<RowOutcome | null>(imported.failed > 0 ? "failed" : null);
  const counts: Record<RowOutcome, number> = {
    added: imported.added,
    skipped: imported.skipped,
    failed: imported.failed,
  };
  const rows = useMemo(
    () => imported.rows.filter((row) => only === null || row.outcome === only),
    [imported.rows, only],
  );
  const columns: Column<ImportedRow>[] = [
    {
      id: "row",
      title: t.imports.row,
      width: 4,
      align: "end",
      cell: (row) => <span className="muted">{row.row}</span>,
      text: (row) => String(row.row),
    },
    {
      id: "outcome",
      title: t.imports.outcome,
      width: 8,
      cell: (row) => <Chip tone={outcomeTones[row.outcome]}>{t.words.outcome[row.outcome]}</Chip>,
      text: (row) => t.words.outcome[row.outcome],
    },
    {
      id: "name",
      title: t.round.name,
      width: 14,
      grow: 1,
      cell: (row) => <span className="strong">{row.name}</span>,
      text: (row) => row.name,
    },
    {
      id: "reasons",
      title: t.imports.reasons,
      width: 20,
      grow: 3,
      cell: (row) => (
        <span className="two-lines">
          {row.reasons.map((problem, index) => (
            <Reason key={index} problem={problem} t={t} bad={row.outcome === "failed"} />
          ))}
          <Inferred notes={row.inferred} t={t} />
        </span>
      ),
      text: (row) => [...row.reasons, ...row.inferred].map((problem) => problem.message).join("; "),
    },
  ];

  return (
    <>
      <div className="import-done" role="status">
        <h2>{t.imports.done}</h2>
        <strong data-testid="import-counts">
          {t.imports.result(imported.total, imported.added, imported.skipped, imported.failed)}
        </strong>
        <span className="muted">{imported.failed > 0 ? t.imports.fixFailed : t.imports.allTaken}</span>
        <FileRemarks of={imported} />
      </div>
      <Card className="fill">
        <div className="card-bar">
          {(Object.keys(counts) as RowOutcome[]).map((outcome) =>
            counts[outcome] > 0 ? (
              <Chip
                key={outcome}
                tone={outcomeTones[outcome]}
                pressed={only === outcome}
                onClick={() => setOnly(only === outcome ? null : outcome)}
              >
                {t.count(counts[outcome])} {t.words.outcome[outcome]}
              </Chip>
            ) : null,
          )}
          <span className="grow" />
          <Button onClick={another}>{t.imports.another}</Button>
          <Button
            appearance="primary"
            as="a"
            href={address("rounds", imported.round)}
            data-testid="go-to-round"
          >
            {t.imports.goToRound}
          </Button>
        </div>
        <DataTable
          label={t.imports.done}
          rows={rows}
          columns={columns}
          keyOf={(row) => `${row.sheet} ${row.row}`}
          rowTestId="imported-row"
        />
      </Card>
    </>
  );
}
