/** One round: its eight steps, the nominations, what to decide, the papers to draft. */
import { Button } from "@fluentui/react-components";
import { AddRegular, HistoryRegular, RenameRegular, TableArrowUpRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { usePageNote } from "../app/footnote";
import { address, go, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useSayUndoable } from "../app/undo";
import type { RoundStep, RoundView } from "../host";
import { Asked } from "../parts/Asked";
import { Chip } from "../parts/Chip";
import { DraftMenu } from "../parts/DraftMenu";
import { MoreMenu } from "../parts/MoreMenu";
import { Screen } from "../parts/Screen";
import { useTexts } from "../texts";
import { ListDialog } from "./ListDialog";
import { NominationDialog } from "./NominationDialog";
import { Nominations } from "./Nominations";
import { RoundDialog } from "./RoundDialog";
import { StepPanel } from "./StepPanel";
import { Steps } from "./Steps";

export function RoundScreen({ id, place }: { id: string; place: Place }) {
  const t = useTexts();
  const round = useAsk("round", { id });
  const name = round.data?.brief.name ?? "";
  return (
    <>
      {round.data ? (
        <Loaded view={round.data} place={place} />
      ) : (
        <Screen crumb={{ label: t.round.crumb, to: address("rounds") }} title={name} layout="fill">
          <Asked of={round}>{() => null}</Asked>
        </Screen>
      )}
    </>
  );
}

/** Steps whose work is the list of nominations. */
const listSteps: ReadonlySet<RoundStep> = new Set(["list", "check", "council"]);

function Loaded({ view, place }: { view: RoundView; place: Place }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  const { brief } = view;
  const [dialog, setDialog] = useState<"rename" | "add" | "list" | null>(null);
  const asked = place.query.get("step") as RoundStep | null;
  const step = view.steps.find((state) => state.step === asked)?.step ?? brief.nextStep;
  const people = t.common.people(brief.collectives, brief.households, brief.individuals);

  usePageNote(people);
  useAction("new", () => setDialog("add"));
  useAction("rename", () => setDialog("rename"));

  const remove = (): void => {
    run("remove_round", { id: brief.id }).then(() => {
      go(address("rounds"));
      sayUndoable(t.rounds.removed(brief.name));
    }, notices.fail);
  };

  return (
    <Screen
      crumb={{ label: t.round.crumb, to: address("rounds") }}
      title={brief.name}
      layout="fill"
      beside={brief.questions > 0 ? <Chip tone="warn">{t.home.questions(brief.questions)}</Chip> : null}
      actions={
        <>
          <Button
            icon={<TableArrowUpRegular />}
            as="a"
            href={address("import", null, { round: brief.id })}
            data-testid="import-file"
          >
            {t.rounds.importExcel}
          </Button>
          <Button icon={<AddRegular />} onClick={() => setDialog("add")} data-testid="add-nomination">
            {t.round.addNomination}
          </Button>
          <MoreMenu
            items={[
              {
                label: t.rounds.editTitle,
                keys: "F2",
                icon: <RenameRegular />,
                run: () => setDialog("rename"),
              },
              {
                label: t.identity.exportList,
                icon: <TableArrowUpRegular />,
                run: () => setDialog("list"),
                testId: "export-list",
              },
              {
                label: t.history.open,
                icon: <HistoryRegular />,
                run: () => go(address("history", brief.id)),
                testId: "open-history",
              },
              { label: t.rounds.remove, run: remove, danger: true },
            ]}
          />
          <DraftMenu label={t.round.draft} subject="round" about={brief.id} />
        </>
      }
    >
      <Steps view={view} step={step} />
      {listSteps.has(step) ? (
        <Nominations view={view} step={step} add={() => setDialog("add")} />
      ) : (
        <StepPanel view={view} step={step} />
      )}
      {dialog === "rename" ? <RoundDialog round={brief} close={() => setDialog(null)} /> : null}
      {dialog === "list" ? <ListDialog round={brief} close={() => setDialog(null)} /> : null}
      {dialog === "add" ? (
        <NominationDialog round={brief.id} nomination={null} close={() => setDialog(null)} />
      ) : null}
    </Screen>
  );
}
