/** Walking and selecting in a table by keyboard and mouse, as in Excel and Explorer. */
import { useRef } from "react";
import { composing, inTextField } from "../lib/keys";

interface TableKeys<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  current: string | null;
  setCurrent: (key: string, row: Row) => void;
  /** Lists without a side panel open on a single click. */
  clickOpens: boolean;
  open: ((row: Row) => void) | undefined;
  selected: ReadonlySet<string> | undefined;
  select: ((keys: ReadonlySet<string>) => void) | undefined;
  reveal: (row: Row) => void;
  copy: (rows: readonly Row[]) => void;
}

const PAGE = 15;

export function useTableKeys<Row>(table: TableKeys<Row>) {
  const { rows, keyOf, selected, select } = table;
  /** Where a range begins. */
  const anchor = useRef(0);
  const at = rows.findIndex((row) => keyOf(row) === table.current);

  const toggle = (row: Row): void => {
    if (!select || !selected) return;
    const next = new Set(selected);
    if (!next.delete(keyOf(row))) next.add(keyOf(row));
    anchor.current = rows.indexOf(row);
    select(next);
  };

  const range = (to: number): void => {
    const [low, high] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
    select?.(new Set(rows.slice(low, high + 1).map(keyOf)));
  };

  const move = (to: number, extend: boolean): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    const row = rows[next];
    if (row === undefined) return;
    table.setCurrent(keyOf(row), row);
    table.reveal(row);
    if (extend && select) range(next);
    else anchor.current = next;
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (composing(event) || inTextField(event.target)) return;
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    const row = rows[at];
    if (to !== undefined && !event.altKey) {
      move(to, event.shiftKey);
    } else if (event.key === "Enter" && row !== undefined && event.target === event.currentTarget) {
      table.open?.(row);
    } else if (event.key === " " && row !== undefined && event.target === event.currentTarget) {
      toggle(row);
    } else if (event.ctrlKey && event.key.toLowerCase() === "a" && select) {
      select(new Set(rows.map(keyOf)));
    } else if (event.ctrlKey && event.key.toLowerCase() === "c" && !window.getSelection()?.toString()) {
      const chosen = selected?.size
        ? rows.filter((r) => selected.has(keyOf(r)))
        : row === undefined
          ? []
          : [row];
      if (chosen.length === 0) return;
      table.copy(chosen);
    } else {
      return;
    }
    event.preventDefault();
  };

  const onRowClick = (event: React.MouseEvent, row: Row): void => {
    if ((event.target as HTMLElement).closest("a, button, input, label")) return;
    const index = rows.indexOf(row);
    if (event.shiftKey && select) range(index);
    else if (event.ctrlKey) toggle(row);
    else anchor.current = index;
    table.setCurrent(keyOf(row), row);
    if (table.clickOpens && !event.shiftKey && !event.ctrlKey) table.open?.(row);
  };

  return { onKeyDown, onRowClick, toggle };
}
