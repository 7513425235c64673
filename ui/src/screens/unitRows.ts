/** Awards or people of a unit as far as they are in sight: pages of them are fetched when they are scrolled to. */
import { useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { call, type AwardRow, type HonoreeBrief } from "../host";

const PAGE = 100;

/** A row that may not have come yet. */
export interface Slot<Row> {
  key: string;
  row: Row | null;
}

interface Rows {
  unit_awards: AwardRow;
  unit_honorees: HonoreeBrief;
}

export function useUnitRows<K extends keyof Rows>(
  name: K,
  id: string,
): { rows: Slot<Rows[K]>[]; total: number | null; onRange: (from: number, to: number) => void } {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const pages = useMemo(() => {
    const numbers = Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index);
    return [...new Set([0, ...numbers])];
  }, [range]);
  const answers = useQueries({
    queries: pages.map((page) => {
      const request = { id, from: page * PAGE, count: PAGE };
      return {
        queryKey: [name, request],
        queryFn: () => call(name, request) as Promise<{ total: number; rows: Rows[K][] }>,
      };
    }),
    combine: (results) => results.map((result) => result.data),
  });
  const total = answers.find((page) => page !== undefined)?.total ?? null;
  const rows = useMemo(() => {
    const slots: Slot<Rows[K]>[] = Array.from({ length: total ?? 0 }, (_, index) => ({
      key: `row ${index}`,
      row: null,
    }));
    pages.forEach((number, index) => {
      answers[index]?.rows.forEach((row, offset) => {
        const at = number * PAGE + offset;
        if (at < slots.length) slots[at] = { key: row.id, row };
      });
    });
    return slots;
  }, [total, pages, answers]);
  const onRange = useCallback((from: number, to: number) => {
    const [first, last] = [
      Math.floor(Math.max(0, from - PAGE / 2) / PAGE),
      Math.floor((to + PAGE / 2) / PAGE),
    ];
    setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, []);
  return { rows, total, onRange };
}
