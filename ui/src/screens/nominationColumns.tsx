/** The columns of the nominations' table; the archive sorts by them. */
import { address } from "../app/router";
import type { NominationOrder, NominationRow } from "../host";
import { person, post } from "../lib/honoree";
import { Chip, NominationStateChip } from "../parts/Chip";
import type { Column } from "../parts/DataTable";
import { NameCell } from "../parts/NameCell";
import { wordProblem, type Texts } from "../texts";

/** The order of the archive for the column it is shown by. */
export const orders: Record<string, NominationOrder> = {
  name: "name",
  position: "unit",
  proposed: "kind",
  check: "check",
  state: "state",
};

/** `narrow`: beside the panel, which shows past awards and the opinion itself. */
export function nominationColumns(t: Texts, narrow: boolean): Column<NominationRow>[] {
  const columns: Column<NominationRow>[] = [
    {
      id: "ordinal",
      title: t.round.ordinal,
      width: 3.75,
      align: "end",
      cell: (_, index) => <span className="muted">{index + 1}</span>,
      text: (_, index) => String(index + 1),
    },
    {
      id: "name",
      title: t.round.name,
      width: 10,
      grow: 3,
      cell: (row) => (
        <NameCell
          name={row.honoree.name}
          to={address("honorees", row.honoreeId)}
          below={person(t, row.honoree)}
        />
      ),
      text: (row) => row.honoree.name,
      sorts: true,
    },
    {
      id: "position",
      title: t.round.position,
      width: 9,
      grow: 3,
      cell: (row) => (
        <span className="two-lines">
          {row.honoree.position ? <span>{row.honoree.position}</span> : null}
          {row.honoree.unit ? (
            <span className={row.honoree.position ? "muted" : ""}>{row.honoree.unit}</span>
          ) : null}
        </span>
      ),
      text: (row) => post(row.honoree),
      sorts: true,
    },
    {
      id: "proposed",
      title: t.round.proposed,
      width: 9,
      grow: 3,
      cell: (row) => row.kindName,
      sorts: true,
    },
    {
      id: "past",
      title: t.round.past,
      width: 6.5,
      grow: 1,
      cell: (row) => row.past || <span className="muted">{t.common.none}</span>,
      text: (row) => row.past,
    },
    {
      id: "check",
      title: t.round.check,
      width: 9,
      grow: 2,
      cell: (row) => <Checks row={row} t={t} />,
      text: (row) => row.problems.map((problem) => wordProblem(t, problem).message).join("; "),
      sorts: true,
    },
    {
      id: "state",
      title: t.round.state,
      width: 7.25,
      cell: (row) => <NominationStateChip state={row.state} />,
      text: (row) => t.words.nominationState[row.state],
      sorts: true,
    },
  ];
  return narrow ? columns.filter((column) => column.id !== "past" && column.id !== "state") : columns;
}

/** Every finding as a chip; all of them, for none may be missed. */
function Checks({ row, t }: { row: NominationRow; t: Texts }) {
  if (row.problems.length === 0) {
    return row.kind === null ? (
      <Chip tone="bad">{t.round.unclearKind}</Chip>
    ) : (
      <Chip tone="ok">{t.round.fineChip}</Chip>
    );
  }
  return (
    <span className="chips">
      {row.problems.map((problem, index) => (
        <Chip key={index} tone={row.kind === null ? "bad" : "warn"}>
          {t.shortProblems[problem.code] ?? wordProblem(t, problem).message}
        </Chip>
      ))}
    </span>
  );
}
