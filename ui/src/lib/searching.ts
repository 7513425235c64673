/** A search as the address holds it: `#/search?q=hòa&things=honoree&kind=merit-minister&from=2019`. */
import type { Authority, HitKind, HonoreeType, Search, SearchFilter } from "../host";

/** The kinds of things in the order of their groups. */
export const THINGS: HitKind[] = ["honoree", "document", "conference", "round", "decision", "file", "award"];

export const AUTHORITIES: Authority[] = [
  "president",
  "government",
  "prime_minister",
  "minister",
  "province_chair",
  "department_director",
  "commune_chair",
];

export const TYPES: HonoreeType[] = ["collective", "household", "individual"];

export const NO_FILTER: SearchFilter = {
  yearFrom: null,
  yearTo: null,
  kind: null,
  authority: null,
  conference: null,
  unit: "",
  honoreeType: null,
};

/** A year as typed; null for what is none. */
export function yearOf(text: string): number | null {
  return /^\d{4}$/.test(text.trim()) ? Number(text) : null;
}

function oneOf<T extends string>(all: readonly T[], text: string | null): T | null {
  return all.find((one) => one === text) ?? null;
}

/** The search of an address. What an address says wrong is as if it were not said. */
export function searchOf(query: URLSearchParams): Search {
  return {
    text: query.get("q") ?? "",
    things: (query.get("things") ?? "").split(",").flatMap((word) => oneOf(THINGS, word) ?? []),
    filter: {
      yearFrom: yearOf(query.get("from") ?? ""),
      yearTo: yearOf(query.get("to") ?? ""),
      kind: query.get("kind"),
      authority: oneOf(AUTHORITIES, query.get("authority")),
      conference: query.get("conference"),
      unit: query.get("unit") ?? "",
      honoreeType: oneOf(TYPES, query.get("type")),
    },
    from: 0,
    count: 0,
  };
}

/** The query of an address for a search. */
export function queryOf({ text, things, filter }: Search): Record<string, string | null> {
  return {
    q: text || null,
    things: things.join(",") || null,
    from: filter.yearFrom?.toString() ?? null,
    to: filter.yearTo?.toString() ?? null,
    kind: filter.kind,
    authority: filter.authority,
    conference: filter.conference,
    unit: filter.unit || null,
    type: filter.honoreeType,
  };
}

/** True when anything narrows. */
export function isFiltered(filter: SearchFilter): boolean {
  return (Object.keys(NO_FILTER) as (keyof SearchFilter)[]).some((key) => filter[key] !== NO_FILTER[key]);
}

/** True when there is something to search for. */
export function isAsked(search: Search): boolean {
  return search.text.trim() !== "" || isFiltered(search.filter);
}
