/** Honorees who may be one, pair by pair with the reason: compared and merged, or settled as not the same. */
import { Button } from "@fluentui/react-components";
import { MergeRegular, PeopleRegular } from "@fluentui/react-icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useRun } from "../app/data";
import { usePageNote } from "../app/footnote";
import { useNotices } from "../app/notices";
import { address } from "../app/router";
import { useSayUndoable } from "../app/undo";
import { call, type Duplicate, type DuplicateSide } from "../host";
import { personAndPost, post } from "../lib/honoree";
import { inTextField } from "../lib/keys";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { Reasons } from "../parts/Likeness";
import { NameCell } from "../parts/NameCell";
import { ProblemBar } from "../parts/Problems";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { MergeDialog } from "./MergeDialog";

const PAGE = 100;

const keyOf = (pair: Duplicate): string => `${pair.one.id} ${pair.other.id}`;

export function DuplicatesScreen() {
  const t = useTexts();
  const settle = useSettle();
  const [merging, setMerging] = useState<Duplicate | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ["duplicates", "all"],
    queryFn: ({ pageParam }) => call("duplicates", { honoree: null, from: pageParam, count: PAGE }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const rows = useMemo(() => (pages.data?.pages ?? []).flatMap((page) => page.rows), [pages.data]);
  const columns = useMemo(
    () => pairColumns(t, setMerging, (pair) => void settle(pair.one, pair.other)),
    [t, settle],
  );
  const ended = !pages.hasNextPage;
  usePageNote(pages.data ? t.duplicates.shown(rows.length, ended) : null);

  const more = (last: number): void => {
    if (last >= rows.length - PAGE / 4 && pages.hasNextPage && !pages.isFetchingNextPage)
      void pages.fetchNextPage();
  };

  return (
    <Screen
      crumb={{ label: t.honoree.crumb, to: address("honorees") }}
      title={t.duplicates.title}
      layout="fill"
      beside={<span className="muted">{t.duplicates.about}</span>}
    >
      <Card className="fill">
        {pages.error ? <ProblemBar failure={pages.error} /> : null}
        {pages.data && rows.length === 0 && ended ? (
          <Empty icon={PeopleRegular} title={t.duplicates.empty} hint={t.duplicates.emptyHint} />
        ) : (
          <div
            className="fill"
            onKeyDown={(event) => {
              const pair = rows.find((row) => keyOf(row) === current);
              if (event.key !== "Delete" || !pair || inTextField(event.target)) return;
              event.preventDefault();
              void settle(pair.one, pair.other);
            }}
          >
            <DataTable
              label={t.duplicates.title}
              rows={rows}
              columns={columns}
              keyOf={keyOf}
              nameOf={(pair) => t.duplicates.mergeOf(pair.one.honoree.name, pair.other.honoree.name)}
              current={current}
              setCurrent={setCurrent}
              open={setMerging}
              onRange={(_, last) => more(last)}
              rowTestId="duplicate-row"
            />
          </div>
        )}
        <div className="card-bar muted">
          <span>{t.duplicates.keys}</span>
          <span className="grow" />
          {ended ? null : (
            <Button size="small" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
              {t.duplicates.more}
            </Button>
          )}
        </div>
      </Card>
      {merging ? (
        <MergeDialog ids={[merging.one.id, merging.other.id]} close={() => setMerging(null)} />
      ) : null}
    </Screen>
  );
}

/** Keeps that two are not the same, and says so with a way back. */
export function useSettle() {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  return async (one: DuplicateSide, other: DuplicateSide): Promise<void> => {
    try {
      await run("set_different", { one: one.id, other: other.id, different: true });
      sayUndoable(t.duplicates.settled(one.honoree.name, other.honoree.name));
    } catch (problem) {
      notices.fail(problem);
    }
  };
}

function Side({ side }: { side: DuplicateSide }) {
  const t = useTexts();
  const { honoree } = side;
  return (
    <NameCell
      name={honoree.name}
      to={address("honorees", side.id)}
      below={[personAndPost(t, honoree), t.duplicates.awards(side.awards)].filter(Boolean).join(" · ")}
    />
  );
}

function pairColumns(
  t: Texts,
  merge: (pair: Duplicate) => void,
  settle: (pair: Duplicate) => void,
): Column<Duplicate>[] {
  const text = ({ honoree }: DuplicateSide): string =>
    [honoree.name, post(honoree)].filter(Boolean).join(", ");
  return [
    {
      id: "one",
      title: t.duplicates.one,
      width: 13,
      grow: 3,
      cell: (pair) => <Side side={pair.one} />,
      text: (pair) => text(pair.one),
    },
    {
      id: "other",
      title: t.duplicates.other,
      width: 13,
      grow: 3,
      cell: (pair) => <Side side={pair.other} />,
      text: (pair) => text(pair.other),
    },
    {
      id: "why",
      title: t.duplicates.why,
      width: 12,
      grow: 2,
      cell: (pair) => <Reasons likeness={pair.likeness} />,
    },
    {
      id: "do",
      title: "",
      width: 12,
      cell: (pair) => (
        <span className="row-actions">
          <Button
            size="small"
            icon={<MergeRegular />}
            aria-label={t.duplicates.mergeOf(pair.one.honoree.name, pair.other.honoree.name)}
            data-testid="merge-pair"
            onClick={() => merge(pair)}
          >
            {t.duplicates.merge}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={t.duplicates.notSameOf(pair.one.honoree.name, pair.other.honoree.name)}
            data-testid="not-same"
            onClick={() => settle(pair)}
          >
            {t.duplicates.notSame}
          </Button>
        </span>
      ),
    },
  ];
}
