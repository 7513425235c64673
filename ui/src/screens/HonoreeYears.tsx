/** Beside an honoree's awards: units over the years, what was merged, who may be the same. */
import { Button } from "@fluentui/react-components";
import { MergeRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address } from "../app/router";
import type { Duplicate, DuplicateSide, HonoreeView, MergedBrief } from "../host";
import { showDate, showTime } from "../lib/dates";
import { personAndPost } from "../lib/honoree";
import { Reasons } from "../parts/Likeness";
import { useTexts, type Texts } from "../texts";
import { useSettle } from "./DuplicatesScreen";
import { MergeDialog } from "./MergeDialog";
import { UnmergeDialog } from "./UnmergeDialog";

export function HonoreeYears({ view }: { view: HonoreeView }) {
  const t = useTexts();
  return (
    <>
      {view.units.length > 0 ? (
        <>
          <h3>{t.merging.unitsOver}</h3>
          <ul className="plain" data-testid="units-over-years">
            {view.units.map((span, index) => (
              <li key={index} className="unit-span">
                <span className="muted">{yearsOf(t, span.first, span.last)}</span>
                {span.unit ? <a href={address("units", span.unit)}>{span.text}</a> : <span>{span.text}</span>}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <MergedRecords merged={view.merged} within={null} />
      <MayBeSame view={view} />
      <NotTheSame id={view.id} />
    </>
  );
}

/** `2012 – 2018`, `2018 – nay`. */
export function yearsOf(t: Texts, first: number | null, last: number | null): string {
  if (first === null) return last === null ? t.merging.now : String(last);
  if (first === last) return String(first);
  return `${first} – ${last ?? t.merging.now}`;
}

function MergedRecords({ merged, within }: { merged: MergedBrief[]; within: string | null }) {
  const t = useTexts();
  const [splitting, setSplitting] = useState<MergedBrief | null>(null);
  if (merged.length === 0) return null;
  return (
    <>
      {within === null ? <h3>{t.merging.merged}</h3> : null}
      <ul className={within === null ? "plain" : "plain within"}>
        {merged.map((one) => (
          <li key={one.id} className="side-record" data-testid="merged-record">
            <strong>{one.honoree.name}</strong>
            <span className="muted">
              {[
                one.id,
                personAndPost(t, one.honoree),
                t.duplicates.awards(one.awards.length),
                t.merging.mergedAt(one.who, t.dates.at(showDate(one.at), showTime(one.at))),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {within === null ? (
              <Button
                size="small"
                aria-label={t.merging.splitOf(one.honoree.name)}
                data-testid="split"
                onClick={() => setSplitting(one)}
              >
                {t.merging.split}
              </Button>
            ) : (
              <span className="muted">{t.merging.splitFirst(within)}</span>
            )}
            <MergedRecords merged={one.within} within={one.honoree.name} />
          </li>
        ))}
      </ul>
      {splitting ? (
        <UnmergeDialog id={splitting.id} name={splitting.honoree.name} close={() => setSplitting(null)} />
      ) : null}
    </>
  );
}

function MayBeSame({ view }: { view: HonoreeView }) {
  const t = useTexts();
  const settle = useSettle();
  const [merging, setMerging] = useState<string | null>(null);
  const found = useAsk("duplicates", { honoree: view.id, from: "", count: 20 });
  const pairs = found.data?.rows ?? [];
  if (pairs.length === 0) return null;
  const other = (pair: Duplicate): DuplicateSide => (pair.one.id === view.id ? pair.other : pair.one);
  const self = (pair: Duplicate): DuplicateSide => (pair.one.id === view.id ? pair.one : pair.other);
  return (
    <>
      <h3>{t.merging.maybe}</h3>
      <ul className="plain">
        {pairs.map((pair) => {
          const { id, honoree, awards } = other(pair);
          return (
            <li key={id} className="side-record" data-testid="may-be-same">
              <a className="strong" href={address("honorees", id)}>
                {honoree.name}
              </a>
              <span className="muted">
                {[personAndPost(t, honoree), t.duplicates.awards(awards)].filter(Boolean).join(" · ")}
              </span>
              <Reasons likeness={pair.likeness} />
              <span className="row-actions">
                <Button
                  size="small"
                  icon={<MergeRegular />}
                  aria-label={t.duplicates.mergeOf(view.honoree.name, honoree.name)}
                  onClick={() => setMerging(id)}
                >
                  {t.duplicates.merge}
                </Button>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={t.duplicates.notSameOf(view.honoree.name, honoree.name)}
                  onClick={() => void settle(self(pair), other(pair))}
                >
                  {t.duplicates.notSame}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {merging ? <MergeDialog ids={[view.id, merging]} close={() => setMerging(null)} /> : null}
    </>
  );
}

function NotTheSame({ id }: { id: string }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const known = useAsk("known_different", { id });
  if (!known.data || known.data.length === 0) return null;
  return (
    <>
      <h3>{t.merging.notThese}</h3>
      <ul className="plain">
        {known.data.map((other) => (
          <li key={other.id} className="side-record">
            <a href={address("honorees", other.id)}>{other.honoree.name}</a>
            <span className="muted">{personAndPost(t, other.honoree)}</span>
            <Button
              size="small"
              appearance="subtle"
              onClick={() =>
                void run("set_different", { one: id, other: other.id, different: false }).catch(notices.fail)
              }
            >
              {t.merging.askAgain}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
