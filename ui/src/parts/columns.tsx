/** Column widths: shares of the room there is, until the officer drags one. */
import { useCallback, useState } from "react";
import { useTexts } from "../texts";

interface Sized {
  id: string;
  width: number;
  grow?: number;
}

export function useColumns(columns: readonly Sized[], boxes: boolean) {
  const [dragged, setDragged] = useState<Record<string, number>>({});

  const startResize = useCallback((id: string, event: React.PointerEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const cell = (event.currentTarget as HTMLElement).parentElement;
    const from = event.clientX;
    const width = cell?.getBoundingClientRect().width ?? 100;
    const move = (next: PointerEvent): void =>
      setDragged((widths) => ({ ...widths, [id]: Math.max(48, width + next.clientX - from) }));
    const stop = (): void => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", stop);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop);
  }, []);

  const parts = columns.map((column) => {
    const width = dragged[column.id];
    if (width !== undefined) return `${width}px`;
    return `minmax(${column.width}rem, ${column.grow ?? 0}fr)`.replace(", 0fr)", `, ${column.width}rem)`);
  });
  const least = columns.map((column) => {
    const width = dragged[column.id];
    return width !== undefined ? `${width}px` : `${column.width}rem`;
  });
  if (boxes) {
    parts.unshift("2.25rem");
    least.unshift("2.25rem");
  }
  return { template: parts.join(" "), minWidth: `calc(${least.join(" + ")})`, startResize };
}

/** The edge of a column head that is dragged. */
export function ColumnHandle({
  title,
  onPointerDown,
}: {
  title: string;
  onPointerDown: (event: React.PointerEvent) => void;
}) {
  const t = useTexts();
  return <span className="column-handle" title={t.common.resize(title)} onPointerDown={onPointerDown} />;
}
