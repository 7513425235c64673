/** What happened to one thing, or to everything, by day: a page of entries at a time; what an entry changed, on request. */
import { Button } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk } from "../app/data";
import { address, addressOf, type Place } from "../app/router";
import type { FieldChange, HistoryEntry, ThingChange } from "../host";
import { showDate, showTime } from "../lib/dates";
import { Asked } from "../parts/Asked";
import { Chip } from "../parts/Chip";
import { Card, Screen } from "../parts/Screen";
import { useTexts } from "../texts";

export function HistoryScreen({ id, place }: { id: string | null; place: Place }) {
  const t = useTexts();
  const before = Number(place.query.get("before")) || null;
  const page = useAsk("history", { id: id ?? "", before, count: 0 });
  const name = id === null ? t.history.all : (page.data?.title ?? id);
  const to = id === null ? null : addressOf(id);
  return (
    <Screen {...(to ? { crumb: { label: name, to } } : {})} title={to ? t.history.title : t.history.of(name)}>
      <Asked of={page}>
        {({ entries, more }) => (
          <>
            {entries.length === 0 ? <p className="muted pad">{t.history.empty}</p> : null}
            {byDay(entries).map(([day, those]) => (
              <Card key={day} title={showDate(day)}>
                <ul className="plain">
                  {those.map((entry) => (
                    <Entry key={entry.number} entry={entry} ofAll={id !== entry.about} />
                  ))}
                </ul>
              </Card>
            ))}
            <p className="pad">
              {before === null ? null : (
                <a href={address("history", id)} data-testid="history-newest">
                  {t.history.newest}
                </a>
              )}{" "}
              {more ? (
                <a
                  href={address("history", id, { before: String(entries.at(-1)?.number ?? "") })}
                  data-testid="history-older"
                >
                  {t.history.older}
                </a>
              ) : null}
            </p>
          </>
        )}
      </Asked>
    </Screen>
  );
}

function Entry({ entry, ofAll }: { entry: HistoryEntry; ofAll: boolean }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const to = entry.about === null ? null : addressOf(entry.about);
  return (
    <li className="pad" data-testid="history-entry">
      <Button
        size="small"
        appearance="subtle"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        aria-label={open ? t.history.hide : t.history.show}
        onClick={() => setOpen(!open)}
      />{" "}
      <span className="muted">{showTime(entry.at)}</span> <strong>{entry.action}</strong>{" "}
      {entry.kind === "do" ? null : <Chip tone="plain">{t.history.kind[entry.kind]}</Chip>}{" "}
      <span className="muted">{entry.who}</span>{" "}
      {ofAll && to ? <a href={to}>{entry.aboutTitle ?? entry.about}</a> : null}
      {open ? <Changes number={entry.number} /> : null}
    </li>
  );
}

function Changes({ number }: { number: number }) {
  const t = useTexts();
  const [from, setFrom] = useState(0);
  const changes = useAsk("entry_changes", { number, from });
  return (
    <Asked of={changes}>
      {({ things, total }) => {
        const left = total - from - things.length;
        return (
          <div className="pad">
            {total === 0 ? <span className="muted">{t.history.noFields}</span> : null}
            {from > 0 ? (
              <Button size="small" onClick={() => setFrom(Math.max(0, from - 100))}>
                {t.history.previousThings}
              </Button>
            ) : null}
            {things.map((thing, index) => (
              <Thing key={from + index} thing={thing} />
            ))}
            {left > 0 ? (
              <Button size="small" onClick={() => setFrom(from + things.length)}>
                {t.history.moreThings(left)}
              </Button>
            ) : null}
          </div>
        );
      }}
    </Asked>
  );
}

function Thing({ thing }: { thing: ThingChange }) {
  const t = useTexts();
  return (
    <section>
      <div>
        {thing.what} · {t.history.fate[thing.fate]}: <b>{thing.name}</b>
      </div>
      <ul>
        {thing.fields.map((field) => (
          <li key={field.label}>
            <span className="muted">{field.label}:</span> <Field field={field} fate={thing.fate} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Field({ field, fate }: { field: FieldChange; fate: ThingChange["fate"] }) {
  const t = useTexts();
  if (fate === "made") return <ins>{field.after}</ins>;
  if (fate === "removed") return <del>{field.before}</del>;
  return (
    <>
      <del>{field.before || t.history.nothing}</del> → <ins>{field.after || t.history.nothing}</ins>
    </>
  );
}

/** Entries by day, in the order they come. */
function byDay(entries: readonly HistoryEntry[]): [string, HistoryEntry[]][] {
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const day = entry.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
