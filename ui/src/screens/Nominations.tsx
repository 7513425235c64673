/**
 * The nominations of a round: filter, select, decide; the chosen one is explained beside. The archive checks, narrows,
 * sorts and counts; here are the rows in sight, and of selected rows the identifiers.
 */
import { Button } from "@fluentui/react-components";
import {
  CheckmarkRegular,
  DeleteRegular,
  DismissRegular,
  HistoryRegular,
  TableArrowUpRegular,
} from "@fluentui/react-icons";
import { useCallback, useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { usePages } from "../app/pages";
import { address } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useSayUndoable } from "../app/undo";
import {
  call,
  type Authority,
  type NominationRow,
  type NominationSieve,
  type NominationState,
  type RoundStep,
  type RoundView,
} from "../host";
import { Chip, type Tone } from "../parts/Chip";
import { DataTable, type Sort } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { FilterBox } from "../parts/FilterBox";
import { Card } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { nominationColumns, orders } from "./nominationColumns";
import { NominationDialog } from "./NominationDialog";
import { NominationPanel } from "./NominationPanel";
import { StepPapers } from "./StepPanel";

const tones: Record<NominationSieve, Tone> = {
  fine: "ok",
  check: "warn",
  unclear: "bad",
  undecided: "plain",
};

/** Every row, however many there are. */
const ALL = { from: 0, count: 0xffff_ffff };

interface NominationsProps {
  view: RoundView;
  step: RoundStep;
  add: () => void;
}

export function Nominations({ view, step, add }: NominationsProps) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  const [sieve, setSieve] = useState<NominationSieve | null>(null);
  const [typed, setTyped] = useState("");
  const [sort, setSort] = useState<Sort | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [chosenRow, setChosenRow] = useState<NominationRow | null>(null);
  const [editing, setEditing] = useState<NominationRow | null>(null);

  const whole = { round: view.brief.id, sieve: null, text: "", order: "list", reverse: false } as const;
  const wanted = {
    ...whole,
    sieve,
    text: typed.trim(),
    order: (sort && orders[sort.id]) ?? ("list" as const),
    reverse: sort?.down ?? false,
  };
  const rows = usePages("nominations", wanted);
  const groups = useMemo(
    () => rows.about?.groups.map(({ authority, count }) => ({ title: groupName(t, authority), count })) ?? [],
    [rows.about, t],
  );
  // The row as it is now, also when it was scrolled out of sight.
  const asked = useAsk("nomination", { id: chosenRow?.id ?? "" }, { enabled: chosenRow !== null });
  const current = chosenRow === null || asked.error ? null : (asked.data ?? chosenRow);
  const columns = useMemo(() => nominationColumns(t, current !== null), [t, current]);
  // Rows that a change took away are no longer selected.
  const some = { enabled: selected.size > 0, keep: true };
  const there = useAsk("nomination_ids", { ...whole, ...ALL }, some);
  const shown = useAsk("nomination_ids", { ...wanted, ...ALL }, some);
  const chosen = useMemo(
    () => (there.data ? there.data.ids.filter((id) => selected.has(id)) : [...selected]),
    [there.data, selected],
  );
  const every = {
    keys: async () => (await call("nomination_ids", { ...wanted, ...ALL })).ids,
    selected: shown.data !== undefined && chosen.length > 0 && shown.data.ids.every((id) => selected.has(id)),
  };
  const choose = useCallback((_: string, row: NominationRow) => setChosenRow(row), []);

  const decide = (ids: string[], state: NominationState): void => {
    run("decide", { ids, state }).then(
      ({ count }) => notices.say(t.round.decided(count, t.words.nominationState[state])),
      notices.fail,
    );
  };
  const remove = (ids: string[]): void => {
    run("remove_nominations", { ids }).then(({ count }) => {
      setSelected(new Set());
      sayUndoable(t.round.removedNominations(count));
    }, notices.fail);
  };
  const targets = chosen.length > 0 ? chosen : current ? [current.id] : [];
  useAction("remove", targets.length > 0 ? () => remove(targets) : undefined);
  useAction("escape", () => {
    if (selected.size > 0) setSelected(new Set());
    else if (chosenRow !== null) setChosenRow(null);
    else return false;
    return true;
  });

  if (view.nominations === 0) {
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
                {(Object.keys(tones) as NominationSieve[]).map((name) => {
                  const count = rows.about?.sieves[name] ?? 0;
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
                      tone={tones[name]}
                      pressed={sieve === name}
                      onClick={() => setSieve(sieve === name ? null : name)}
                      testId={`sieve-${name}`}
                    >
                      {labels[name](count)}
                    </Chip>
                  );
                })}
                <span className="grow" />
                <FilterBox label={t.common.filter} typed={typed} type={setTyped} />
              </>
            )}
          </div>
          <DataTable
            label={view.brief.name}
            rows={rows}
            groups={groups}
            sort={sort}
            setSort={setSort}
            columns={columns}
            keyOf={(row) => row.id}
            nameOf={(row) => row.honoree.name}
            selected={selected}
            select={setSelected}
            every={every}
            current={chosenRow?.id ?? null}
            setCurrent={choose}
            open={setEditing}
            rowTestId="nomination-row"
            empty={
              <span>
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
            close={() => setChosenRow(null)}
          />
        ) : null}
        {editing ? (
          <NominationDialog round={view.brief.id} nomination={editing} close={() => setEditing(null)} />
        ) : null}
      </div>
    </>
  );
}

/** Those of the officer's own head apart from those of higher levels. */
function groupName(t: Texts, authority: Authority | null): string {
  if (authority === null) return t.round.unclearKind;
  const who = t.words.authority[authority];
  return authority === "department_director" || authority === "commune_chair"
    ? t.words.ownAuthority(who)
    : t.words.higherAuthority(who);
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
