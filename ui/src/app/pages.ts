/**
 * Lists of any length: only the pages in sight and their neighbours are asked for and kept; what was scrolled past is
 * forgotten and asked again on the way back. The archive sorts and filters.
 */
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { call, type CommandName, type ProblemError, type Request, type Response } from "../host";

const PAGE = 100;
/** Rows asked for at once when somebody selects or copies a stretch. */
const STRETCH = 1000;

/** Commands that answer with a page. */
export type PagedCommand = {
  [K in CommandName]: Response<K> extends { total: number; rows: unknown[] }
    ? Request<K> extends { from: number; count: number }
      ? K
      : never
    : never;
}[CommandName];

export type RowOf<K extends PagedCommand> = Response<K>["rows"][number];
/** What an answer says beside its rows: the total, and counts where there are some. */
export type AboutOf<K extends PagedCommand> = Omit<Response<K>, "rows">;
type Filter<K extends PagedCommand> = Omit<Request<K>, "from" | "count">;

/** A list as far as it has come. */
export interface Paged<Row, About = unknown> {
  /** Rows in all; none until the first page has come. */
  total: number | null;
  /** What the newest answer says beside its rows. */
  about: About | null;
  /** A row; nothing while its page has not come. */
  rowAt: (index: number) => Row | undefined;
  /** Says which rows are in sight. */
  want: (first: number, last: number) => void;
  /** Every row from one to another, both included. */
  stretch: (first: number, last: number) => Promise<Row[]>;
  /** Another list has another: the table begins at its top. */
  id: string;
  failure: ProblemError | null;
}

export function usePages<K extends PagedCommand>(name: K, filter: Filter<K>): Paged<RowOf<K>, AboutOf<K>> {
  const client = useQueryClient();
  const id = JSON.stringify(filter);
  const [sight, setSight] = useState({ id, first: 0, last: 0 });
  // Of another list the top is in sight.
  const { first, last } = sight.id === id ? sight : { first: 0, last: 0 };
  const numbers = useMemo(
    () => Array.from({ length: last - first + 1 }, (_, index) => first + index),
    [first, last],
  );
  const request = useCallback(
    (from: number, count: number) => ({ ...(JSON.parse(id) as Filter<K>), from, count }) as Request<K>,
    [id],
  );
  const answers = useQueries({
    queries: numbers.map((page) => ({
      queryKey: [name, request(page * PAGE, PAGE)],
      queryFn: () => call(name, request(page * PAGE, PAGE)),
      // What nobody looks at is not kept.
      gcTime: 0,
    })),
    combine: (results) => ({
      pages: results.map((result) => result.data as (AboutOf<K> & { rows: RowOf<K>[] }) | undefined),
      failure: (results.find((result) => result.error)?.error as ProblemError | undefined) ?? null,
    }),
  });
  // While the next page is on its way the list stays as long as it was.
  const [known, setKnown] = useState<{ id: string; said: string } | null>(null);
  const come = answers.pages.find((page) => page !== undefined);
  const said = come ? sayingOf(come) : null;
  if (said !== null && (known?.id !== id || known.said !== said)) setKnown({ id, said });
  const shown = said ?? (known?.id === id ? known.said : null);
  const about = useMemo(() => (shown === null ? null : (JSON.parse(shown) as AboutOf<K>)), [shown]);
  const total = (about as { total: number } | null)?.total ?? null;

  const rowAt = useCallback(
    (index: number) => answers.pages[Math.floor(index / PAGE) - first]?.rows[index % PAGE],
    [answers.pages, first],
  );
  const want = useCallback(
    (from: number, to: number) => {
      const seen = {
        id,
        first: Math.floor(Math.max(0, from - PAGE / 2) / PAGE),
        last: Math.floor((to + PAGE / 2) / PAGE),
      };
      setSight((before) =>
        before.id === id && before.first === seen.first && before.last === seen.last ? before : seen,
      );
    },
    [id],
  );
  const stretch = useCallback(
    async (from: number, to: number) => {
      const rows: RowOf<K>[] = [];
      while (from + rows.length <= to) {
        const next = request(from + rows.length, Math.min(STRETCH, to - from - rows.length + 1));
        const page = await client.query({
          queryKey: [name, next],
          queryFn: () => call(name, next),
          gcTime: 0,
        });
        if (page.rows.length === 0) break;
        rows.push(...(page.rows as RowOf<K>[]));
      }
      return rows;
    },
    [client, name, request],
  );
  return useMemo(
    () => ({ total, about, rowAt, want, stretch, id, failure: answers.failure }),
    [total, about, rowAt, want, stretch, id, answers.failure],
  );
}

/** An answer without its rows, as text: two that say the same are the same. */
function sayingOf(page: { rows: unknown[] }): string {
  return JSON.stringify({ ...page, rows: undefined });
}
