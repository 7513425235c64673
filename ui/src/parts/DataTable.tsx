/**
 * The one table of the program: sorts, resizes, selects, groups, is walked by keyboard, copies to Excel, and
 * draws only the rows in sight, so that ten thousand are as quick as ten. Rows are as high as their text: no name
 * is ever cut.
 */
import { Checkbox } from "@fluentui/react-components";
import { ArrowSortDownRegular, ArrowSortUpRegular } from "@fluentui/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from "react";
import { useNotices } from "../app/notices";
import type { Paged } from "../app/pages";
import { useTexts } from "../texts";
import { ProblemBar } from "./Problems";
import { ColumnHandle, useColumns } from "./columns";
import { useTableKeys } from "./tableKeys";
import { usePagedLines, useWholeLines, type Group } from "./tableLines";

export interface Column<Row> {
  id: string;
  title: string;
  /** Instead of the title, when the head holds more than a word. */
  head?: ReactNode;
  /** Least width in rem, and the share of what is left. */
  width: number;
  grow?: number;
  cell: (row: Row, index: number) => ReactNode;
  /** The cell as plain text, for the clipboard; where the cell is no more than its text, it serves itself. */
  text?: (row: Row, index: number) => string;
  compare?: (a: Row, b: Row) => number;
  /** The archive can sort by it. */
  sorts?: boolean;
  align?: "end";
}

export interface TableProps<Row> {
  label: string;
  /** All rows, or a list that comes page by page and is sorted by the archive. */
  rows: readonly Row[] | Paged<Row>;
  /** How a list that comes page by page is sorted; its columns that can be have `sorts`. */
  sort?: Sort | null;
  setSort?: (sort: Sort | null) => void;
  columns: Column<Row>[];
  keyOf: (row: Row) => string;
  /** A name for screen readers. */
  nameOf?: (row: Row) => string;
  /** Rows of one group stand together under its heading, in the order they come. */
  groupOf?: (row: Row) => string;
  /** The headings of a list that comes page by page, in order. */
  groups?: readonly Group[];
  /** Selected rows by key; without it rows have no boxes. */
  selected?: ReadonlySet<string>;
  select?: (keys: ReadonlySet<string>) => void;
  /** The keys of all rows, also of those that have not come, and whether all are selected. */
  every?: { keys: () => Promise<readonly string[]>; selected: boolean };
  current?: string | null;
  setCurrent?: (key: string, row: Row) => void;
  /** Told which row the keyboard stands on, where the table keeps that itself. */
  onCurrent?: (row: Row) => void;
  open?: (row: Row) => void;
  rowTestId?: string;
  rowClass?: (row: Row) => string | undefined;
  /** Said in place of rows, once it is known that there are none. */
  empty?: ReactNode;
  /** Told which rows are in sight, where a list is only added to as it is scrolled. */
  onRange?: (from: number, to: number) => void;
}

export interface Sort {
  id: string;
  down: boolean;
}

const ROW_PX = 29;

export function DataTable<Row>(props: TableProps<Row>) {
  const t = useTexts();
  const notices = useNotices();
  const [ownSort, setOwnSort] = useState<Sort | null>(null);
  const paged = "rowAt" in props.rows ? props.rows : null;
  const [sort, setSort] = paged ? [props.sort ?? null, props.setSort] : [ownSort, setOwnSort];
  const { template, minWidth, startResize } = useColumns(props.columns, props.selected !== undefined);
  const scroller = useRef<HTMLDivElement>(null);
  /** The line that was gone to by keyboard, until somebody scrolls. */
  const aim = useRef<number | null>(null);
  const [ownCurrent, setOwnCurrent] = useState<string | null>(null);
  const current = props.setCurrent ? (props.current ?? null) : ownCurrent;
  const { columns, groupOf } = props;
  const whole = useWholeLines(paged ? NONE : (props.rows as readonly Row[]), { columns, groupOf, sort });
  const some = usePagedLines(paged, props.groups ?? NONE);
  const lines = paged ? some : whole;
  const { rows } = lines;
  const allSelected = props.every?.selected ?? false;

  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer's functions are not passed on
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    initialRect: { width: 1000, height: 600 },
  });

  const keys = useTableKeys({
    rows,
    everyKey: props.every?.keys,
    keyOf: props.keyOf,
    current,
    setCurrent:
      props.setCurrent ??
      ((key, row) => {
        setOwnCurrent(key);
        props.onCurrent?.(row);
      }),
    clickOpens: props.setCurrent === undefined,
    open: props.open,
    selected: props.selected,
    select: props.select,
    reveal: (index) => {
      const line = lines.lineOf(index);
      aim.current = line;
      virtual.scrollToIndex(line, { align: "auto" });
    },
    copy: (copied) => {
      const text = copied.map(({ row, index }) => textOf(props.columns, row, index)).join("\r\n");
      void navigator.clipboard.writeText(text).then(() => notices.say(t.common.copied(copied.length)));
    },
  });

  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items[items.length - 1]].map((item) => lines.rowAbove(item?.index ?? 0));
  const want = paged?.want;
  useEffect(() => want?.(first ?? 0, last ?? 0), [want, first, last]);
  const height = virtual.getTotalSize();
  useEffect(() => {
    // Rows that come, or get narrower beside the panel, are higher than before: the line stays in sight.
    if (aim.current !== null) virtual.scrollToIndex(aim.current, { align: "auto" });
  }, [height, virtual]);
  const list = paged?.id;
  useEffect(() => {
    if (list !== undefined && scroller.current) scroller.current.scrollTop = 0;
  }, [list]);
  const style = { "--cols": template, "--cols-min": minWidth } as CSSProperties;

  return (
    <>
      {paged?.failure ? <ProblemBar failure={paged.failure} /> : null}
      <div
        className="table"
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.count}
        aria-multiselectable={props.selected ? true : undefined}
        style={style}
        ref={scroller}
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        onWheel={() => (aim.current = null)}
        onPointerDown={() => (aim.current = null)}
        onScroll={() => props.onRange?.(first ?? 0, last ?? 0)}
      >
        <div className="table-row table-head" role="row">
          {props.selected ? (
            <div role="columnheader" className="cell box">
              <Checkbox
                aria-label={t.common.selectAll}
                checked={allSelected ? true : props.selected.size > 0 && "mixed"}
                onChange={() => (allSelected ? props.select?.(new Set()) : keys.selectAll())}
              />
            </div>
          ) : null}
          {props.columns.map((column) => (
            <HeadCell
              key={column.id}
              column={column}
              sortable={paged ? column.sorts === true : column.compare !== undefined}
              sort={sort?.id === column.id ? sort : null}
              setSort={(down) => setSort?.(down === null ? null : { id: column.id, down })}
              startResize={startResize}
            />
          ))}
        </div>
        {rows.count === 0 ? (
          <div className="table-empty muted">{paged?.total === null ? null : props.empty}</div>
        ) : null}
        <div role="rowgroup" className="table-body" style={{ height }}>
          {items.map((item) => {
            const line = lines.at(item.index);
            const place = {
              ref: virtual.measureElement,
              "data-index": item.index,
              style: { transform: `translateY(${item.start}px)` },
            };
            // Its page is on its way: as high as a row, so that nothing jumps.
            if (!line) return <div key={item.index} role="row" className="table-row" {...place} />;
            if ("group" in line) {
              return (
                <div key={`group ${line.group}`} className="table-group" role="row" {...place}>
                  <div role="gridcell">
                    {line.group} · {t.count(line.count)}
                  </div>
                </div>
              );
            }
            const { row, index } = line;
            const key = props.keyOf(row);
            const chosen = props.selected?.has(key) ?? false;
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 1}
                aria-selected={chosen || current === key}
                data-testid={props.rowTestId}
                data-key={key}
                className={[
                  "table-row",
                  current === key ? "current" : "",
                  chosen ? "chosen" : "",
                  props.open ? "opens" : "",
                  props.rowClass?.(row) ?? "",
                ].join(" ")}
                onClick={(event) => keys.onRowClick(event, row, index)}
                onDoubleClick={() => props.open?.(row)}
                {...place}
              >
                {props.selected ? (
                  <div role="gridcell" className="cell box">
                    <Checkbox
                      aria-label={t.common.selectRow(props.nameOf?.(row) ?? key)}
                      checked={chosen}
                      tabIndex={-1}
                      onClick={(event) => event.stopPropagation()}
                      onChange={() => keys.toggle(row, index)}
                    />
                  </div>
                ) : null}
                {props.columns.map((column) => (
                  <div key={column.id} role="gridcell" className={`cell ${column.align ?? ""}`}>
                    {column.cell(row, index)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

const NONE: readonly never[] = [];

function textOf<Row>(columns: Column<Row>[], row: Row, index: number): string {
  const plain = ({ text, cell }: Column<Row>): string => {
    if (text) return text(row, index);
    const shown = cell(row, index);
    return typeof shown === "string" || typeof shown === "number" ? String(shown) : "";
  };
  return columns.map((column) => plain(column).replace(/[\t\r\n]+/g, " ")).join("\t");
}

function HeadCell<Row>({
  column,
  sortable,
  sort,
  setSort,
  startResize,
}: {
  column: Column<Row>;
  sortable: boolean;
  sort: { down: boolean } | null;
  setSort: (down: boolean | null) => void;
  startResize: (id: string, event: React.PointerEvent) => void;
}) {
  const Arrow = sort?.down ? ArrowSortDownRegular : ArrowSortUpRegular;
  return (
    <div
      role="columnheader"
      data-column={column.id}
      className={`cell ${column.align ?? ""}`}
      aria-sort={sort ? (sort.down ? "descending" : "ascending") : undefined}
    >
      {column.head ??
        (sortable ? (
          <button
            type="button"
            className="sort"
            onClick={() => setSort(sort === null ? false : sort.down ? null : true)}
          >
            {column.title}
            {sort ? <Arrow aria-hidden="true" /> : null}
          </button>
        ) : (
          column.title
        ))}
      <ColumnHandle title={column.title} onPointerDown={(event) => startResize(column.id, event)} />
    </div>
  );
}
