/**
 * What was found, in groups, the hit marked in its place. The address holds the search, so that Back comes back to it.
 * Walked with the arrow keys: Enter opens, Esc goes back to the box. Not here: the box itself (`SearchBox`).
 */
import { Button } from "@fluentui/react-components";
import { SaveRegular, SearchRegular, TableArrowUpRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { address, go, goBack, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useNotices } from "../app/notices";
import { useWays } from "../app/ways";
import { chooseSave, type Found, type FoundGroup, type HitKind, type Search } from "../host";
import { THINGS, isAsked, queryOf, searchOf } from "../lib/searching";
import { composing } from "../lib/keys";
import { fileName } from "../lib/words";
import { Asked } from "../parts/Asked";
import { Chip } from "../parts/Chip";
import { Empty } from "../parts/Empty";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { SearchFilters } from "./SearchFilters";
import { HitRow } from "./SearchHit";
import { SaveSearchDialog, SavedSearches } from "./SavedSearches";

/** Hits of a group beside others, and of one alone. */
const FEW = 6;
const PAGE = 50;
/** A file just kept is read a moment later. */
const ASK_AGAIN_MS = 2000;

/** Goes to another search without a step in the history: filters and letters are one search. */
export function goSearch(search: Search, replace = true): void {
  go(address("search", null, queryOf(search)), replace);
}

export function SearchScreen({ place }: { place: Place }) {
  const t = useTexts();
  const search = searchOf(place.query);
  const asked = isAsked(search);
  const alone = search.things.length === 1;
  // Another search begins at its first page.
  const key = JSON.stringify(queryOf(search));
  const [page, setPage] = useState({ key, from: 0 });
  const from = page.key === key ? page.from : 0;
  const request = { ...search, from, count: alone ? PAGE : FEW };
  const found = useAsk("search", request, { enabled: asked, keep: true });
  const [saving, setSaving] = useState(false);
  const exportList = useExportSearch(search);
  const { refetch } = found;
  const waiting = found.data?.waiting ?? 0;
  useEffect(() => {
    if (!asked || waiting === 0) return undefined;
    const timer = window.setTimeout(() => void refetch(), ASK_AGAIN_MS);
    return () => window.clearTimeout(timer);
  }, [asked, waiting, refetch, found.dataUpdatedAt]);
  useAction("escape", goBack);
  useAction("export", asked ? exportList : undefined);
  const some = (found.data?.groups.length ?? 0) > 0;

  return (
    <Screen
      title={t.search.title}
      beside={
        asked && found.data && some ? (
          <span className="muted">{t.search.found(sum(found.data, t))}</span>
        ) : null
      }
      actions={
        asked ? (
          <>
            <Button icon={<SaveRegular />} data-testid="search-save" onClick={() => setSaving(true)}>
              {t.search.save}
            </Button>
            <Button
              icon={<TableArrowUpRegular />}
              data-testid="search-export"
              disabledFocusable={!some}
              onClick={() => void exportList()}
            >
              {t.search.export}
            </Button>
          </>
        ) : null
      }
    >
      <SearchFilters search={search} change={goSearch} />
      <SavedSearches unfolded={!asked} />
      {asked ? (
        <Asked of={found}>
          {(answer) => (
            <Groups
              found={answer}
              search={search}
              from={from}
              goTo={(next) => setPage({ key, from: next })}
            />
          )}
        </Asked>
      ) : (
        <Empty icon={SearchRegular} title={t.search.lead} hint={t.search.keys} />
      )}
      {saving ? <SaveSearchDialog search={search} close={() => setSaving(false)} /> : null}
    </Screen>
  );
}

function sum(found: Found, t: Texts): string {
  const { groups } = found;
  const total = groups.reduce((all, group) => all + group.total, 0);
  return withMore({ total, more: groups.some((group) => group.more) }, t);
}

/** `1.000+` for what was counted no further. */
function withMore({ total, more }: { total: number; more: boolean }, t: Texts): string {
  return `${t.count(total)}${more ? "+" : ""}`;
}

function useExportSearch(search: Search): () => Promise<void> {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const ways = useWays();
  return async () => {
    try {
      const path = await chooseSave("workbook", fileName(`${t.search.title} ${search.text}`.trim(), "xlsx"));
      if (path === null) return;
      const { count } = await run("export_search", { search, path });
      notices.say(t.search.exported(count), ways.toFile(path));
    } catch (problem) {
      notices.fail(problem);
    }
  };
}

interface GroupsProps {
  found: Found;
  search: Search;
  from: number;
  goTo: (from: number) => void;
}

function Groups({ found, search, from, goTo }: GroupsProps) {
  const t = useTexts();
  const groups = THINGS.flatMap((kind) => found.groups.find((group) => group.kind === kind) ?? []);
  const only = search.things.length === 1 ? search.things[0]! : null;
  const show = (things: HitKind[]): void => goSearch({ ...search, things });
  return (
    <>
      {groups.length > 0 || search.things.length > 0 ? (
        <div className="chips" role="group" aria-label={t.search.things}>
          {only !== null ? (
            <Chip tone="plain" testId="search-all" onClick={() => show([])}>
              {t.search.allThings}
            </Chip>
          ) : null}
          {groups.map((group) => (
            <Chip
              key={group.kind}
              tone="plain"
              pressed={only === group.kind}
              testId={`search-only-${group.kind}`}
              onClick={() => show(only === group.kind ? [] : [group.kind])}
            >
              {t.words.hit[group.kind]} · {withMore(group, t)}
            </Chip>
          ))}
        </div>
      ) : null}
      {groups.length === 0 ? (
        <Empty
          icon={SearchRegular}
          title={search.text ? t.search.none(search.text) : t.search.noneOfFilter}
          hint={t.search.noneHint}
        />
      ) : (
        <div onKeyDown={walk}>
          {groups.map((group) => (
            <GroupCard
              key={group.kind}
              group={group}
              alone={only !== null}
              from={from}
              goTo={goTo}
              showAll={() => show([group.kind])}
            />
          ))}
        </div>
      )}
      {found.waiting > 0 ? <p className="muted">{t.search.waiting(found.waiting)}</p> : null}
      <p className="muted small">{t.search.keys}</p>
    </>
  );
}

interface GroupCardProps {
  group: FoundGroup;
  alone: boolean;
  from: number;
  goTo: (from: number) => void;
  showAll: () => void;
}

function GroupCard({ group, alone, from, goTo, showAll }: GroupCardProps) {
  const t = useTexts();
  const until = from + group.hits.length;
  return (
    <Card
      title={t.words.hit[group.kind]}
      beside={alone ? t.search.range(from + 1, until, withMore(group, t)) : null}
      className="hits"
    >
      {group.hits.map((hit, index) => (
        <HitRow key={`${hit.id} ${index}`} hit={hit} />
      ))}
      {!alone && group.hits.length < group.total ? (
        <Button appearance="subtle" className="hits-more" data-testid="search-show-all" onClick={showAll}>
          {t.search.showAll(withMore(group, t))}
        </Button>
      ) : null}
      {alone && (from > 0 || until < group.total) ? (
        <div className="hits-pages">
          <Button
            size="small"
            disabledFocusable={from === 0}
            data-testid="search-before"
            onClick={() => goTo(Math.max(0, from - PAGE))}
          >
            {t.search.before}
          </Button>
          <Button
            size="small"
            disabledFocusable={until >= group.total}
            data-testid="search-next"
            onClick={() => goTo(until)}
          >
            {t.search.next}
          </Button>
          {group.more && until >= group.total ? <span className="muted">{t.search.limited}</span> : null}
        </div>
      ) : null}
    </Card>
  );
}

/** Up and down between hits; above the first, and for Esc, is the search box. */
function walk(event: React.KeyboardEvent): void {
  if (composing(event) || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
  const all = [...document.querySelectorAll<HTMLElement>('[data-testid="search-hit"]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (event.key === "Escape" || (event.key === "ArrowUp" && at === 0)) {
    event.preventDefault();
    document.querySelector<HTMLElement>('[data-testid="search-input"]')?.focus();
  } else if (at >= 0) {
    event.preventDefault();
    all[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  }
}
