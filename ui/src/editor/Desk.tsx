/** The pages on the desk: as wide as the room or as the officer likes, thumbnails beside, only those in sight drawn. */
import { Button, Tooltip } from "@fluentui/react-components";
import { AutoFitWidthRegular, ImageRegular, ZoomInRegular, ZoomOutRegular } from "@fluentui/react-icons";
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { usePageNote } from "../app/footnote";
import type { FieldPlace, Finding, PageSize } from "../host";
import { Empty } from "../parts/Empty";
import { ProblemBar } from "../parts/Problems";
import { useTexts } from "../texts";
import { PaperPage } from "./PaperPage";
import { PageFeed, type AskPages } from "./pageFeed";
import { Thumbnails } from "./Thumbnails";

const A4: PageSize = { width: 595.28, height: 841.89 };
const GAP = 14;
const CSS_PER_POINT = 96 / 72;
const zooms = [50, 67, 75, 90, 100, 110, 125, 150, 200];
/** A moment after the last key: short enough to look immediate. */
const FOLLOW_AFTER_MS = 60;

interface DeskProps {
  /** Gives the pages of the present values; a new function is a new state of the document. */
  ask: AskPages;
  /** Sizes known before any page is laid out. */
  sizes?: PageSize[];
  active?: string | null;
  /** Where the text of a field stands, in points; asked when another field becomes active. */
  find?: (field: string) => Promise<readonly FieldPlace[]>;
  /** A run on a page was clicked. */
  pick?: (field: string) => void;
  onFindings?: (findings: readonly Finding[]) => void;
  onTotal?: (total: number) => void;
  /** Saves the page in sight, from 0, as a picture. */
  savePicture?: (page: number) => void;
  none?: string;
}

export function Desk({
  ask,
  sizes,
  active = null,
  find,
  pick,
  onFindings,
  onTotal,
  savePicture,
  none,
}: DeskProps) {
  const t = useTexts();
  const [feed] = useState(() => new PageFeed());
  const state = useSyncExternalStore(feed.subscribe, feed.state);
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 700, height: 700 });
  const [zoom, setZoom] = useState<number | null>(null);
  const [scroll, setScroll] = useState(0);
  const first = useRef(true);

  useEffect(() => {
    feed.change(ask, first.current ? 0 : FOLLOW_AFTER_MS);
    first.current = false;
  }, [feed, ask]);
  useEffect(() => () => feed.stop(), [feed]);
  useEffect(() => {
    if (state.findings) onFindings?.(state.findings);
  }, [state.findings, onFindings]);
  useEffect(() => {
    if (!state.busy) onTotal?.(state.total);
  }, [state.busy, state.total, onTotal]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const total = Math.max(state.total, state.svg.length, state.total === 0 ? (sizes?.length ?? 1) : 0);
  const sheets = useMemo(
    () =>
      Array.from(
        { length: total },
        (_, page) => sizeOf(state.svg[page]) ?? sizes?.[page] ?? sizes?.at(-1) ?? sizeOf(state.svg[0]) ?? A4,
      ),
    [state.svg, sizes, total],
  );
  const widest = Math.max(...sheets.map((sheet) => sheet.width), 1);
  const highest = Math.max(...sheets.map((sheet) => sheet.height), 1);
  // Pages that lie flat, as certificates, are seen whole.
  const fit = Math.min(
    (room.width - 2 * GAP) / (widest * CSS_PER_POINT),
    widest > highest ? (room.height - 2 * GAP) / (highest * CSS_PER_POINT) : 1.6,
    1.6,
  );
  const scale = (zoom === null ? Math.max(fit, 0.2) : zoom / 100) * CSS_PER_POINT;
  const tops = useMemo(() => {
    const found: number[] = [];
    let top = GAP;
    for (const sheet of sheets) {
      found.push(top);
      top += sheet.height * scale + GAP;
    }
    return { found, height: top };
  }, [sheets, scale]);

  const from = Math.max(0, lastAbove(tops.found, scroll));
  const to = Math.max(from, lastAbove(tops.found, scroll + room.height));
  const middle = Math.max(0, lastAbove(tops.found, scroll + room.height / 3));
  useEffect(() => feed.want(from, to), [feed, from, to]);
  usePageNote(total > 0 ? t.status.page(Math.min(middle + 1, total), total) : null);

  const placed = useRef({ tops: tops.found, scale });
  useLayoutEffect(() => {
    placed.current = { tops: tops.found, scale };
  }, [tops, scale]);
  // A field that gets the focus brings its words on the page into sight; those in sight stay where they are.
  useEffect(() => {
    if (active === null || !find) return undefined;
    let current = true;
    const bring = (places: readonly FieldPlace[]): void => {
      const element = scroller.current;
      const [first] = places;
      if (!current || !element || !first) return;
      const at = (place: FieldPlace): number =>
        (placed.current.tops[place.page] ?? 0) + place.y * placed.current.scale;
      const seen = (place: FieldPlace): boolean =>
        at(place) >= element.scrollTop && at(place) <= element.scrollTop + element.clientHeight - GAP;
      if (!places.some(seen)) element.scrollTo({ top: Math.max(0, at(first) - element.clientHeight / 3) });
    };
    // Where it stands is a comfort: a page that cannot be laid out says so itself.
    find(active).then(bring, () => undefined);
    return () => {
      current = false;
    };
  }, [active, find]);

  const show = useCallback(
    (page: number) => scroller.current?.scrollTo({ top: (tops.found[page] ?? 0) - GAP }),
    [tops],
  );
  const shownZoom = Math.round((scale / CSS_PER_POINT) * 100);
  const step = (way: 1 | -1): void => {
    const next = way > 0 ? zooms.find((z) => z > shownZoom) : zooms.findLast((z) => z < shownZoom);
    if (next !== undefined) setZoom(next);
  };

  return (
    <section className="desk" aria-label={t.editor.preview} aria-busy={state.busy}>
      <Thumbnails svg={state.svg} sheets={sheets} current={middle} show={show} />
      <div
        className="desk-pages"
        ref={scroller}
        onScroll={(event) => setScroll(event.currentTarget.scrollTop)}
      >
        {state.failure ? <ProblemBar failure={state.failure} /> : null}
        {none !== undefined && !state.busy && state.total === 0 ? (
          <Empty icon={AutoFitWidthRegular} title={none} />
        ) : (
          <div className="desk-space" style={{ height: tops.height, minWidth: widest * scale + 2 * GAP }}>
            {sheets.map((sheet, page) =>
              page >= from - 1 && page <= to + 1 ? (
                <PaperPage
                  key={page}
                  number={page + 1}
                  svg={state.svg[page]}
                  top={tops.found[page] ?? 0}
                  width={sheet.width * scale}
                  height={sheet.height * scale}
                  active={active}
                  pick={pick}
                />
              ) : null,
            )}
          </div>
        )}
      </div>
      <div className="zoom" role="group" aria-label={t.editor.zoom(shownZoom)}>
        <Tooltip content={t.editor.zoomOut} relationship="label">
          <Button size="small" appearance="subtle" icon={<ZoomOutRegular />} onClick={() => step(-1)} />
        </Tooltip>
        <span className="zoom-number">{t.editor.zoom(shownZoom)}</span>
        <Tooltip content={t.editor.zoomIn} relationship="label">
          <Button size="small" appearance="subtle" icon={<ZoomInRegular />} onClick={() => step(1)} />
        </Tooltip>
        <Tooltip content={t.editor.fitWidth} relationship="label">
          <Button
            size="small"
            appearance="subtle"
            icon={<AutoFitWidthRegular />}
            onClick={() => setZoom(null)}
          />
        </Tooltip>
        {savePicture ? (
          <Tooltip content={t.editor.savePicture(middle + 1)} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={<ImageRegular />}
              disabled={total === 0}
              data-testid="save-picture"
              onClick={() => savePicture(middle)}
            />
          </Tooltip>
        ) : null}
      </div>
    </section>
  );
}

/** The index of the last page that begins above a height. */
function lastAbove(tops: readonly number[], height: number): number {
  let found = -1;
  for (const top of tops) {
    if (top > height) break;
    found += 1;
  }
  return found;
}

/** The size that a page states of itself. */
function sizeOf(svg: string | undefined): PageSize | null {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg?.slice(0, 300) ?? "");
  return box ? { width: Number(box[1]), height: Number(box[2]) } : null;
}
