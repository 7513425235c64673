/** The list of honorees as far as it is in sight: pages of it are fetched when they are scrolled to. */
import { useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { call, type HonoreeBrief, type HonoreePage, type HonoreeType } from "../host";

const PAGE = 100;

/** A row that may not have come yet. */
export interface HonoreeSlot {
  key: string;
  row: HonoreeBrief | null;
}

export function useHonoreeRows(text: string, honoreeType: HonoreeType | null) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const pages = useMemo(
    () => [...new Set([0, ...between(Math.floor(range.first / PAGE), Math.floor(range.last / PAGE))])],
    [range],
  );
  const answers = useQueries({
    queries: pages.map((page) => {
      const request = { text, honoreeType, from: page * PAGE, count: PAGE };
      return { queryKey: ["honorees", request], queryFn: () => call("honorees", request) };
    }),
    combine: (results) => ({
      pages: results.map((result) => result.data),
      failure: results.find((result) => result.error)?.error ?? null,
    }),
  });
  const total = answers.pages.find((page) => page !== undefined)?.total ?? null;
  const rows = useMemo(() => slots(total ?? 0, pages, answers.pages), [total, pages, answers.pages]);
  const onRange = useCallback((from: number, to: number) => {
    setRange((before) => {
      const [first, last] = [Math.max(0, from - PAGE / 2), to + PAGE / 2];
      const same =
        Math.floor(before.first / PAGE) === Math.floor(first / PAGE) &&
        Math.floor(before.last / PAGE) === Math.floor(last / PAGE);
      return same ? before : { first, last };
    });
  }, []);
  return { rows, total, failure: answers.failure, onRange };
}

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function slots(
  total: number,
  numbers: readonly number[],
  pages: readonly (HonoreePage | undefined)[],
): HonoreeSlot[] {
  const found: HonoreeSlot[] = Array.from({ length: total }, (_, index) => ({
    key: `row ${index}`,
    row: null,
  }));
  numbers.forEach((number, index) => {
    pages[index]?.rows.forEach((row, offset) => {
      const at = number * PAGE + offset;
      if (at < total) found[at] = { key: row.id, row };
    });
  });
  return found;
}
