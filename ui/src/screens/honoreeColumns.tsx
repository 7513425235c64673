/** The columns of a list of honorees: who, where, how often awarded. What only one list says is its own column. */
import { address } from "../app/router";
import type { HonoreeBrief } from "../host";
import { person, post } from "../lib/honoree";
import type { Column } from "../parts/DataTable";
import { NameCell } from "../parts/NameCell";
import type { Texts } from "../texts";

export function honoreeColumns(t: Texts): Column<HonoreeBrief>[] {
  return [
    {
      id: "name",
      title: t.honorees.name,
      width: 14,
      grow: 3,
      cell: (row) => (
        <NameCell name={row.honoree.name} to={address("honorees", row.id)} below={person(t, row.honoree)} />
      ),
      text: (row) => row.honoree.name,
    },
    {
      id: "post",
      title: t.honorees.position,
      width: 12,
      grow: 3,
      cell: (row) => post(row.honoree),
    },
    {
      id: "awards",
      title: t.honorees.awards,
      width: 7,
      align: "end",
      cell: (row) => (row.awards > 0 ? t.count(row.awards) : null),
      text: (row) => String(row.awards),
    },
  ];
}
