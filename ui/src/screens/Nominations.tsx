/** The nominations of a round: filter, select, decide; the chosen one is explained beside. */
import { Button, Input } from "@fluentui/react-components";
import {
  CheckmarkRegular,
  DeleteRegular,
  DismissRegular,
  FilterRegular,
  HistoryRegular,
  TableArrowUpRegular,
} from "@fluentui/react-icons";
import { useCallback, useMemo, useState } from "react";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useUndo } from "../app/undo";
import type { NominationRow, NominationState, RoundStep, RoundView } from "../host";
import { post } from "../lib/honoree";
import { matches } from "../lib/words";
import { Chip, type Tone } from "../parts/Chip";
import { DataTable } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { Card } from "../parts/Screen";
import { useTexts } from "../texts";
import { nominationColumns } from "./nominationColumns";
import { NominationDialog } from "./NominationDialog";
import { NominationPanel } from "./NominationPanel";
import { StepPapers } from "./StepPanel";

type Sieve = "fine" | "check" | "unclear" | "undecided";

const sieves: Record<Sieve, { tone: Tone; keeps: (row: NominationRow) => boolean }> = {
  fine: { tone: "ok", keeps: (row) => row.kind !== null && row.problems.length === 0 },
  check: { tone: "warn", keeps: (row) => row.kind !== null && row.problems.length > 0 },
  unclear: { tone: "bad", keeps: (row) => row.kind === null },
  undecided: { tone: "plain", keeps: (row) => row.state === "pending" },
};

interface NominationsProps {
  view: RoundView;
  step: RoundStep;
  add: () => void;
}

export function Nominations({ view, step, add }: NominationsProps) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const { undo } = useUndo();
  const [sieve, setSieve] = useState<Sieve | null>(null);
  const [typed, setTyped] = useState("");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [editing, setEditing] = useState<NominationRow | null>(null);

  const all = view.nominations;
  const rows = useMemo(
    () =>
      all.filter(
        (row) =>
          (!sieve || sieves[sieve].keeps(row)) &&
          (typed.trim() === "" || matches(`${row.honoree.name} ${post(row.honoree)} ${row.kindName}`, typed)),
      ),
    [all, sieve, typed],
  );
  const narrow = currentId !== null;
  const columns = useMemo(() => nominationColumns(t, narrow), [t, narrow]);
  const groupOf = useCallback(
    (row: NominationRow): string => {
      if (!row.authority) return t.round.unclearKind;
      const who = t.words.authority[row.authority];
      return row.authority === "department_director" || row.authority === "commune_chair"
        ? t.words.ownAuthority(who)
        : t.words.higherAuthority(who);
    },
    [t],
  );
  const current = all.find((row) => row.id === currentId) ?? null;
  // Rows that a change took away are no longer selected.
  const chosen = useMemo(
    () => all.filter((row) => selected.has(row.id)).map((row) => row.id),
    [all, selected],
  );

  const decide = (ids: string[], state: NominationState): void => {
    run("decide", { ids, state }).then(
      ({ count }) => notices.say(t.round.decided(count, t.words.nominationState[state])),
      notices.fail,
    );
  };
  const remove = (ids: string[]): void => {
    run("remove_nominations", { ids }).then(({ count }) => {
      setSelected(new Set());
      notices.say(t.round.removedNominations(count), [{ label: t.common.undo, run: undo }]);
    }, notices.fail);
  };
  const targets = chosen.length > 0 ? chosen : current ? [current.id] : [];
  useAction("remove", targets.length > 0 ? () => remove(targets) : undefined);
  useAction("escape", () => {
    if (selected.size > 0) setSelected(new Set());
    else if (currentId !== null) setCurrentId(null);
    else return false;
    return true;
  });

  if (all.length === 0) {
    return (
      <Card className="fill">
        <Empty icon={TableArrowUpRegular} title={t.round.empty} hint={t.round.emptyHint}>
          <Button
            appearance="primary"
            icon={<TableArrowUpRegular />}
            as="a"
            href={address("import", null, { round: view.brief.id })}
          >
            {t.rounds.importExcel}
          </Button>
          <Button onClick={add}>{t.round.addNomination}</Button>
        </Empty>
      </Card>
    );
  }

  return (
    <>
      {step === "council" ? <StepPapers view={view} step={step} /> : null}
      <div className={current ? "split with-side" : "split"}>
        <Card className="fill">
          <div className="card-bar">
            {chosen.length > 0 ? (
              <DecideBar
                count={chosen.length}
                decide={(state) => decide(chosen, state)}
                remove={() => remove(chosen)}
                clear={() => setSelected(new Set())}
              />
            ) : (
              <>
                {(Object.keys(sieves) as Sieve[]).map((name) => {
                  const count = all.filter(sieves[name].keeps).length;
                  if (count === 0 && name !== sieve) return null;
                  const labels = {
                    fine: t.round.fine,
                    check: t.round.toCheck,
                    unclear: t.round.unclear,
                    undecided: t.round.undecided,
                  };
                  return (
                    <Chip
                      key={name}
                      tone={sieves[name].tone}
                      pressed={sieve === name}
                      onClick={() => setSieve(sieve === name ? null : name)}
                      testId={`sieve-${name}`}
                    >
                      {labels[name](count)}
                    </Chip>
                  );
                })}
                <span className="grow" />
                <Input
                  size="small"
                  className="filter"
                  contentBefore={<FilterRegular />}
                  placeholder={t.common.filter}
                  aria-label={t.common.filter}
                  value={typed}
                  onChange={(_, data) => setTyped(data.value)}
                />
              </>
            )}
          </div>
          <DataTable
            label={view.brief.name}
            rows={rows}
            columns={columns}
            keyOf={(row) => row.id}
            nameOf={(row) => row.honoree.name}
            groupOf={groupOf}
            selected={selected}
            select={setSelected}
            current={currentId}
            setCurrent={setCurrentId}
            open={setEditing}
            rowTestId="nomination-row"
            empty={
              <span className="muted">
                {t.common.noMatch}{" "}
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    setSieve(null);
                    setTyped("");
                  }}
                >
                  {t.common.clearFilter}
                </button>
              </span>
            }
          />
        </Card>
        {current ? (
          <NominationPanel
            key={current.id}
            row={current}
            edit={() => setEditing(current)}
            decide={(state) => decide([current.id], state)}
            remove={() => remove([current.id])}
            close={() => setCurrentId(null)}
          />
        ) : null}
        {editing ? (
          <NominationDialog round={view.brief.id} nomination={editing} close={() => setEditing(null)} />
        ) : null}
      </div>
    </>
  );
}

interface DecideBarProps {
  count: number;
  decide: (state: NominationState) => void;
  remove: () => void;
  clear: () => void;
}

/** What can be done with the selected rows. */
function DecideBar({ count, decide, remove, clear }: DecideBarProps) {
  const t = useTexts();
  return (
    <>
      <strong>{t.common.selected(count)}</strong>
      <Button
        size="small"
        appearance="primary"
        icon={<CheckmarkRegular />}
        onClick={() => decide("approved")}
        data-testid="decide-approved"
      >
        {t.round.approve}
      </Button>
      <Button
        size="small"
        icon={<DismissRegular />}
        onClick={() => decide("rejected")}
        data-testid="decide-rejected"
      >
        {t.round.reject}
      </Button>
      <Button
        size="small"
        icon={<HistoryRegular />}
        onClick={() => decide("pending")}
        data-testid="decide-pending"
      >
        {t.round.backToPending}
      </Button>
      <Button size="small" icon={<DeleteRegular />} onClick={remove} data-testid="remove-nominations">
        {t.common.remove}
      </Button>
      <span className="grow" />
      <Button size="small" appearance="subtle" onClick={clear}>
        {t.common.clearSelection}
      </Button>
    </>
  );
}
