/** Honours given at a conference in legal order, and the figures of its period. */
import { useMemo } from "react";
import { address } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { useSayUndoable } from "../app/undo";
import { useState } from "react";
import { usePages } from "../app/pages";
import type { AwardRow, Figure, HonourGroup } from "../host";
import { showDate } from "../lib/dates";
import { post } from "../lib/honoree";
import { DataTable, type Column } from "../parts/DataTable";
import { NameCell } from "../parts/NameCell";
import { useTexts, type Texts } from "../texts";

export function Honours({ conference }: { conference: string }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  const [current, setCurrent] = useState<string | null>(null);
  const columns = useMemo(() => honourColumns(t), [t]);
  const honours = usePages("conference_awards", { id: conference });
  const groups = useMemo(
    () => honours.about?.groups.map((group) => ({ title: groupName(group, t), count: group.count })) ?? [],
    [honours.about, t],
  );
  useAction(
    "remove",
    current !== null
      ? () =>
          void run("remove_awards", { ids: [current] }).then(({ count }) => {
            setCurrent(null);
            sayUndoable(t.record.removed(count));
          }, notices.fail)
      : undefined,
  );
  return (
    <DataTable
      label={t.conference.honours}
      rows={honours}
      columns={columns}
      keyOf={(award) => award.id}
      nameOf={(award) => award.honoree.name}
      groups={groups}
      current={current}
      setCurrent={setCurrent}
      rowTestId="honour-row"
      empty={t.conference.noHonours}
    />
  );
}

/** What was given and by whom, once: many names of awards say the giver themselves. */
function groupName({ kindName, authority }: HonourGroup, t: Texts): string {
  const giver = t.words.authority[authority];
  return kindName.endsWith(giver) ? kindName : `${kindName} · ${giver}`;
}

function honourColumns(t: Texts): Column<AwardRow>[] {
  const decision = (award: AwardRow): string =>
    [award.decision, showDate(award.date)].filter(Boolean).join(" · ");
  return [
    {
      id: "name",
      title: t.round.name,
      width: 11,
      grow: 3,
      cell: (award) => (
        <NameCell
          name={award.honoree.name}
          to={address("honorees", award.honoreeId)}
          below={post(award.honoree)}
        />
      ),
      text: (award) => award.honoree.name,
    },
    {
      id: "achievement",
      title: t.round.achievement,
      width: 12,
      grow: 5,
      cell: (award) => award.achievement,
    },
    {
      id: "decision",
      title: t.record.decision,
      width: 9.5,
      grow: 1,
      cell: decision,
    },
  ];
}

export function Figures({ figures }: { figures: readonly Figure[] }) {
  const t = useTexts();
  if (figures.length === 0) return <p className="muted pad">{t.conference.noFigures}</p>;
  const sum = (of: (figure: Figure) => number): string =>
    t.count(figures.reduce((total, figure) => total + of(figure), 0));
  return (
    <div className="card-body">
      <p className="muted">{t.conference.figuresAbout}</p>
      <table className="figures">
        <thead>
          <tr>
            <th>{t.conference.award}</th>
            <th>{t.conference.authority}</th>
            <th className="end">{t.conference.collectives}</th>
            <th className="end">{t.conference.households}</th>
            <th className="end">{t.conference.individuals}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.kind} ${figure.authority}`}>
              <td>{figure.name}</td>
              <td>{t.words.authority[figure.authority]}</td>
              <td className="end">{t.count(figure.collectives)}</td>
              <td className="end">{t.count(figure.households)}</td>
              <td className="end">{t.count(figure.individuals)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={2}>{t.conference.total}</th>
            <th className="end">{sum((figure) => figure.collectives)}</th>
            <th className="end">{sum((figure) => figure.households)}</th>
            <th className="end">{sum((figure) => figure.individuals)}</th>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
