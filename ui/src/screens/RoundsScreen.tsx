/** Rounds, newest first, a page at a time. */
import { Button } from "@fluentui/react-components";
import { AddRegular, RibbonStarRegular, TableArrowUpRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useRun } from "../app/data";
import { usePageNote } from "../app/footnote";
import { useNotices } from "../app/notices";
import { usePages } from "../app/pages";
import { address, go, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useSayUndoable } from "../app/undo";
import type { RoundBrief, RoundOrder } from "../host";
import { Chip } from "../parts/Chip";
import { DataTable, type Column, type Sort } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { FilterBox } from "../parts/FilterBox";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { RoundDialog } from "./RoundDialog";

export function RoundsScreen({ place }: { place: Place }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  const [typed, setTyped] = useState("");
  const [sort, setSort] = useState<Sort | null>(null);
  const rounds = usePages("rounds", {
    text: typed.trim(),
    order: (sort && orders[sort.id]) ?? "newest",
    reverse: sort?.down ?? false,
  });
  usePageNote(rounds.total === null ? null : t.lists.rounds(rounds.total));
  const [current, setCurrent] = useState<RoundBrief | null>(null);
  const [renaming, setRenaming] = useState<RoundBrief | null>(null);
  const adding = place.query.get("new") === "1";
  const columns = useMemo(() => roundColumns(t), [t]);

  const start = (): void => go(address("rounds", null, { new: "1" }));
  useAction("new", start);
  useAction("rename", current ? () => setRenaming(current) : undefined);
  useAction(
    "remove",
    current
      ? () =>
          void run("remove_round", { id: current.id }).then(() => {
            setCurrent(null);
            sayUndoable(t.rounds.removed(current.name));
          }, notices.fail)
      : undefined,
  );

  return (
    <Screen
      title={t.rounds.title}
      layout="fill"
      actions={
        <>
          <Button icon={<TableArrowUpRegular />} as="a" href={address("import")} data-testid="import-file">
            {t.rounds.importExcel}
          </Button>
          <Button appearance="primary" icon={<AddRegular />} onClick={start} data-testid="new-round">
            {t.rounds.newRound}
          </Button>
        </>
      }
    >
      <Card className="fill">
        <div className="card-bar">
          <FilterBox label={t.lists.filter} typed={typed} type={setTyped} testId="round-filter" />
          <span className="grow" />
          {rounds.total !== null ? <span className="muted">{t.lists.rounds(rounds.total)}</span> : null}
        </div>
        {rounds.total === 0 && typed === "" ? (
          <Empty icon={RibbonStarRegular} title={t.rounds.empty} hint={t.rounds.emptyHint}>
            <Button appearance="primary" icon={<TableArrowUpRegular />} as="a" href={address("import")}>
              {t.rounds.importExcel}
            </Button>
            <Button onClick={start}>{t.rounds.newRound}</Button>
          </Empty>
        ) : (
          <DataTable
            label={t.rounds.title}
            rows={rounds}
            sort={sort}
            setSort={setSort}
            columns={columns}
            keyOf={(round) => round.id}
            nameOf={(round) => round.name}
            open={(round) => go(address("rounds", round.id))}
            onCurrent={setCurrent}
            rowTestId="round-row"
            empty={t.lists.none(typed.trim())}
          />
        )}
      </Card>
      {adding ? <RoundDialog round={null} close={() => go(address("rounds"), true)} /> : null}
      {renaming ? <RoundDialog round={renaming} close={() => setRenaming(null)} /> : null}
    </Screen>
  );
}

/** The order of the archive for the column it is shown by. */
const orders: Record<string, RoundOrder> = {
  name: "name",
  year: "year",
  nominations: "nominations",
  questions: "questions",
};

function roundColumns(t: Texts): Column<RoundBrief>[] {
  return [
    {
      id: "name",
      title: t.rounds.name,
      width: 16,
      grow: 3,
      cell: (round) => (
        <a className="strong" href={address("rounds", round.id)}>
          {round.name}
        </a>
      ),
      text: (round) => round.name,
      sorts: true,
    },
    {
      id: "year",
      title: t.common.year,
      width: 5,
      cell: (round) => round.year,
      sorts: true,
    },
    {
      id: "nominations",
      title: t.rounds.nominations,
      width: 14,
      grow: 2,
      cell: (round) => t.common.people(round.collectives, round.households, round.individuals),
      sorts: true,
    },
    {
      id: "questions",
      title: t.rounds.questions,
      width: 8,
      cell: (round) =>
        round.questions > 0 ? <Chip tone="warn">{t.home.questions(round.questions)}</Chip> : null,
      text: (round) => String(round.questions),
      sorts: true,
    },
    {
      id: "next",
      title: t.rounds.nextStep,
      width: 9,
      grow: 1,
      cell: (round) => t.words.step[round.nextStep],
    },
  ];
}
