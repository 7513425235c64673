/** All rounds, newest first. */
import { Button } from "@fluentui/react-components";
import { AddRegular, RibbonStarRegular, TableArrowUpRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address, go, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useUndo } from "../app/undo";
import type { RoundBrief } from "../host";
import { compareWords } from "../lib/words";
import { Asked } from "../parts/Asked";
import { Chip } from "../parts/Chip";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { RoundDialog } from "./RoundDialog";

export function RoundsScreen({ place }: { place: Place }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const { undo } = useUndo();
  const rounds = useAsk("rounds", {});
  const [current, setCurrent] = useState<RoundBrief | null>(null);
  const [renaming, setRenaming] = useState<RoundBrief | null>(null);
  const adding = place.query.get("new") === "1";
  const columns = useMemo(() => roundColumns(t), [t]);

  useAction("new", () => go(address("rounds", null, { new: "1" })));
  useAction("rename", current ? () => setRenaming(current) : undefined);
  useAction(
    "remove",
    current
      ? () =>
          void run("remove_round", { id: current.id }).then(() => {
            setCurrent(null);
            notices.say(t.rounds.removed(current.name), [{ label: t.common.undo, run: undo }]);
          }, notices.fail)
      : undefined,
  );

  const importButton = (
    <Button icon={<TableArrowUpRegular />} as="a" href={address("import")} data-testid="import-file">
      {t.rounds.importExcel}
    </Button>
  );
  const newButton = (
    <Button
      appearance="primary"
      icon={<AddRegular />}
      data-testid="new-round"
      onClick={() => go(address("rounds", null, { new: "1" }))}
    >
      {t.rounds.newRound}
    </Button>
  );

  return (
    <Screen
      title={t.rounds.title}
      layout="fill"
      actions={
        <>
          {importButton}
          {newButton}
        </>
      }
    >
      <Card className="fill">
        <Asked of={rounds}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty icon={RibbonStarRegular} title={t.rounds.empty} hint={t.rounds.emptyHint}>
                <Button appearance="primary" icon={<TableArrowUpRegular />} as="a" href={address("import")}>
                  {t.rounds.importExcel}
                </Button>
                <Button onClick={() => go(address("rounds", null, { new: "1" }))}>{t.rounds.newRound}</Button>
              </Empty>
            ) : (
              <DataTable
                label={t.rounds.title}
                rows={rows}
                columns={columns}
                keyOf={(round) => round.id}
                nameOf={(round) => round.name}
                open={(round) => go(address("rounds", round.id))}
                onCurrent={setCurrent}
                rowTestId="round-row"
              />
            )
          }
        </Asked>
      </Card>
      {adding ? <RoundDialog round={null} close={() => go(address("rounds"), true)} /> : null}
      {renaming ? <RoundDialog round={renaming} close={() => setRenaming(null)} /> : null}
    </Screen>
  );
}

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
      compare: (a, b) => compareWords(a.name, b.name),
    },
    {
      id: "year",
      title: t.common.year,
      width: 5,
      cell: (round) => round.year,
      text: (round) => String(round.year),
      compare: (a, b) => a.year - b.year,
    },
    {
      id: "nominations",
      title: t.rounds.nominations,
      width: 14,
      grow: 2,
      cell: (round) => t.common.people(round.collectives, round.households, round.individuals),
      text: (round) => t.common.people(round.collectives, round.households, round.individuals),
      compare: (a, b) =>
        a.collectives + a.households + a.individuals - (b.collectives + b.households + b.individuals),
    },
    {
      id: "questions",
      title: t.rounds.questions,
      width: 8,
      cell: (round) =>
        round.questions > 0 ? <Chip tone="warn">{t.home.questions(round.questions)}</Chip> : null,
      text: (round) => String(round.questions),
      compare: (a, b) => a.questions - b.questions,
    },
    {
      id: "next",
      title: t.rounds.nextStep,
      width: 9,
      grow: 1,
      cell: (round) => t.words.step[round.nextStep],
      text: (round) => t.words.step[round.nextStep],
    },
  ];
}
