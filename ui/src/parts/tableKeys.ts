/** Walking and selecting in a table by keyboard and mouse, as in Excel and Explorer. */
import { useRef } from "react";
import { composing, inTextField } from "../lib/keys";

/** The rows of a table by place; those of a long list may not have come yet. */
export interface Places<Row> {
  count: number;
  at: (index: number) => Row | undefined;
  stretch: (first: number, last: number) => readonly Row[] | Promise<readonly Row[]>;
}

interface TableKeys<Row> {
  rows: Places<Row>;
  everyKey: (() => Promise<readonly string[]>) | undefined;
  keyOf: (row: Row) => string;
  current: string | null;
  setCurrent: (key: string, row: Row) => void;
  /** Lists without a side panel open on a single click. */
  clickOpens: boolean;
  open: ((row: Row) => void) | undefined;
  selected: ReadonlySet<string> | undefined;
  select: ((keys: ReadonlySet<string>) => void) | undefined;
  reveal: (index: number) => void;
  copy: (rows: readonly { row: Row; index: number }[]) => void;
}

const PAGE = 15;

export function useTableKeys<Row>(table: TableKeys<Row>) {
  const { rows, keyOf, selected, select } = table;
  /** Where a range begins. */
  const anchor = useRef(0);
  /** Where the current row was last met: it may have been scrolled out of what is kept. */
  const met = useRef(-1);

  const find = (key: string | null): number => {
    if (key === null) return -1;
    const there = rows.at(met.current);
    if (met.current >= 0 && met.current < rows.count && (there === undefined || keyOf(there) === key))
      return met.current;
    for (let index = 0; index < rows.count; index++) {
      const row = rows.at(index);
      if (row !== undefined && keyOf(row) === key) return index;
    }
    return -1;
  };

  const toggle = (row: Row, index: number): void => {
    if (!select || !selected) return;
    const next = new Set(selected);
    if (!next.delete(keyOf(row))) next.add(keyOf(row));
    anchor.current = index;
    select(next);
  };

  const selectAll = (): void => {
    if (table.everyKey) when(table.everyKey(), (all) => select?.(new Set(all)));
  };

  const range = (to: number): void => {
    const [low, high] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
    when(rows.stretch(low, high), (some) => select?.(new Set(some.map(keyOf))));
  };

  const arrive = (row: Row, index: number, extend: boolean): void => {
    met.current = index;
    table.setCurrent(keyOf(row), row);
    if (extend && select) range(index);
    else anchor.current = index;
  };

  const move = (to: number, extend: boolean): void => {
    if (rows.count === 0) return;
    const next = Math.max(0, Math.min(rows.count - 1, to));
    table.reveal(next);
    const row = rows.at(next);
    if (row !== undefined) arrive(row, next, extend);
    else when(rows.stretch(next, next), ([come]) => come !== undefined && arrive(come, next, extend));
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (composing(event) || inTextField(event.target)) return;
    const at = find(table.current);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: rows.count - 1,
    };
    const to = steps[event.key];
    const row = rows.at(at);
    if (to !== undefined && !event.altKey) {
      move(to, event.shiftKey);
    } else if (event.key === "Enter" && row !== undefined && event.target === event.currentTarget) {
      table.open?.(row);
    } else if (event.key === " " && row !== undefined && event.target === event.currentTarget) {
      toggle(row, at);
    } else if (event.ctrlKey && event.key.toLowerCase() === "a" && select) {
      selectAll();
    } else if (event.ctrlKey && event.key.toLowerCase() === "c" && !window.getSelection()?.toString()) {
      if (selected?.size) {
        when(rows.stretch(0, rows.count - 1), (all) =>
          table.copy(
            all.map((one, index) => ({ row: one, index })).filter(({ row: one }) => selected.has(keyOf(one))),
          ),
        );
      } else if (row !== undefined) {
        table.copy([{ row, index: at }]);
      } else {
        return;
      }
    } else {
      return;
    }
    event.preventDefault();
  };

  const onRowClick = (event: React.MouseEvent, row: Row, index: number): void => {
    if ((event.target as HTMLElement).closest("a, button, input, label")) return;
    if (event.shiftKey && select) range(index);
    else if (event.ctrlKey) toggle(row, index);
    else anchor.current = index;
    met.current = index;
    table.setCurrent(keyOf(row), row);
    if (table.clickOpens && !event.shiftKey && !event.ctrlKey) table.open?.(row);
  };

  return { onKeyDown, onRowClick, toggle, selectAll };
}

/** At once what is there, else when it comes; a failure shows where the rows would. */
function when<T>(value: T | Promise<T>, then: (value: T) => void): void {
  if (value instanceof Promise) void value.then(then, () => undefined);
  else then(value);
}
