/** The lines of a table: rows, and the headings of the groups they stand under. */
import { useMemo } from "react";
import type { Paged } from "../app/pages";
import type { Column, Sort } from "./DataTable";
import type { Places } from "./tableKeys";

export type Line<Row> = { group: string; count: number } | { row: Row; index: number };

/** A heading of a list that comes page by page: as many rows after it as it counts. */
export interface Group {
  title: string;
  count: number;
}

export interface Lines<Row> {
  count: number;
  /** Nothing while its page has not come. */
  at: (line: number) => Line<Row> | undefined;
  /** The line on which a row stands. */
  lineOf: (index: number) => number;
  /** The last row on a line or above it. */
  rowAbove: (line: number) => number;
  rows: Places<Row>;
}

interface Shown<Row> {
  columns: Column<Row>[];
  groupOf?: (row: Row) => string;
  sort: Sort | null;
}

/** The lines of rows that are all there: sorted, then grouped under headings in the order they come. */
export function useWholeLines<Row>(rows: readonly Row[], { columns, groupOf, sort }: Shown<Row>): Lines<Row> {
  return useMemo(() => {
    const compare = columns.find((column) => column.id === sort?.id)?.compare;
    const sorted = compare ? [...rows].sort((a, b) => (sort?.down ? -1 : 1) * compare(a, b)) : rows;
    const groups = new Map<string, Row[]>();
    for (const row of sorted) {
      const group = groupOf?.(row) ?? "";
      const members = groups.get(group);
      if (members) members.push(row);
      else groups.set(group, [row]);
    }
    const shown = [...groups.values()].flat();
    const heads = groupOf ? [...groups].map(([title, members]) => ({ title, count: members.length })) : [];
    return linesOf(heads, {
      count: shown.length,
      at: (index) => shown[index],
      stretch: (first, last) => shown.slice(first, last + 1),
    });
  }, [rows, columns, groupOf, sort]);
}

/** The lines of a list that comes page by page; its host sorts and groups. */
export function usePagedLines<Row>(paged: Paged<Row> | null, groups: readonly Group[]): Lines<Row> {
  return useMemo(
    () =>
      linesOf(groups, {
        count: paged?.total ?? 0,
        at: (index) => paged?.rowAt(index),
        stretch: (first, last) => paged?.stretch(first, last) ?? [],
      }),
    [paged, groups],
  );
}

function linesOf<Row>(groups: readonly Group[], rows: Places<Row>): Lines<Row> {
  // The line of each heading, and the first row under it.
  const heads: { line: number; first: number; group: Group }[] = [];
  let first = 0;
  for (const group of groups) {
    heads.push({ line: first + heads.length, first, group });
    first += group.count;
  }
  const count = rows.count + heads.length;
  const headAt = (line: number) => heads.findLast((head) => head.line <= line);
  const rowAbove = (line: number): number => {
    const head = headAt(line);
    return head ? Math.max(0, head.first + line - head.line - 1) : line;
  };
  return {
    count,
    rows,
    rowAbove,
    lineOf: (index) => {
      const head = heads.findLast((one) => one.first <= index);
      return head ? head.line + 1 + index - head.first : index;
    },
    at: (line) => {
      const head = headAt(line);
      if (head?.line === line) return { group: head.group.title, count: head.group.count };
      const index = rowAbove(line);
      const row = rows.at(index);
      return row === undefined ? undefined : { row, index };
    },
  };
}
