/**
 * One page, drawn from the SVG of the layout. It stands in a shadow tree of its own: pages name their glyphs alike,
 * and no style of the window may reach the paper.
 */
import { useEffect, useLayoutEffect, useRef } from "react";
import { useTexts } from "../texts";

const STYLE = `
  :host { display: block; }
  svg { display: block; width: 100%; height: 100%; }
  [data-field] { cursor: text; }
  [data-field] > rect { pointer-events: all; }
  [data-field]:hover > rect.field { fill: #f3ead2; }
  [data-field].active > rect.field { fill: #ffe9a8; }
  [data-field].active > rect.hole { fill: #ffd37a; }
  rect.signature { stroke: #9a1b22; stroke-width: 0.5; stroke-dasharray: 3 2; }
`;

interface PaperPageProps {
  number: number;
  svg: string | undefined;
  top: number;
  width: number;
  height: number;
  /** The field whose runs are marked. */
  active: string | null;
  pick: ((field: string) => void) | undefined;
}

export function PaperPage({ number, svg, top, width, height, active, pick }: PaperPageProps) {
  const t = useTexts();
  const host = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = host.current;
    if (!element || svg === undefined) return;
    const tree = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const style = document.createElement("style");
    style.textContent = STYLE;
    const page = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    tree.replaceChildren(style, document.importNode(page, true));
  }, [svg]);

  useEffect(() => {
    for (const run of host.current?.shadowRoot?.querySelectorAll("[data-field]") ?? []) {
      run.classList.toggle("active", active !== null && fieldOf(run.getAttribute("data-field")) === active);
    }
  }, [svg, active]);

  return (
    <div
      className="paper"
      style={{ transform: `translateY(${top}px)`, width, height }}
      role="img"
      aria-label={t.editor.page(number)}
      data-testid="preview-page"
      ref={host}
      onClick={(event) => {
        const run = event.nativeEvent
          .composedPath()
          .find((node): node is Element => node instanceof Element && node.hasAttribute("data-field"));
        const field = fieldOf(run?.getAttribute("data-field") ?? null);
        if (field !== null) pick?.(field);
      }}
    />
  );
}

/** The field of a run: entries of a list carry their number after it (`citations#2`). */
function fieldOf(key: string | null): string | null {
  return key === null ? null : (key.split("#")[0] ?? key);
}
