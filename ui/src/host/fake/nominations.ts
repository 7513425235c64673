/** Nominations of the fake host as the archive lists them: narrowed, under their authorities, a page at a time. */
import { AUTHORITIES } from "../../lib/searching";
import { matches } from "../../lib/words";
import type { Authority, NominationFilter, NominationRow, NominationSieve } from "../types";
import type { FakeArchive } from "./archive";
import { find, type Fake } from "./commands";

const keeps: Record<NominationSieve, (row: NominationRow) => boolean> = {
  fine: (row) => row.kind !== null && row.problems.length === 0,
  check: (row) => row.kind !== null && row.problems.length > 0,
  unclear: (row) => row.kind === null,
  undecided: (row) => row.state === "pending",
};

const authorities: (Authority | null)[] = [...AUTHORITIES, null];

export function page<Row>(rows: Row[], from: number, count: number): { total: number; rows: Row[] } {
  return { total: rows.length, rows: rows.slice(from, from + count) };
}

function shownOf({ honoree, kindName }: NominationRow): string {
  return [honoree.name, honoree.position, honoree.unit, kindName].filter(Boolean).join(" ");
}

function listed(archive: FakeArchive, { round, sieve, text }: NominationFilter): NominationRow[] {
  return find(archive.rounds, round)
    .nominations.filter((row) => !sieve || keeps[sieve](row))
    .filter((row) => text === "" || matches(shownOf(row), text))
    .sort((a, b) => authorities.indexOf(a.authority) - authorities.indexOf(b.authority));
}

export const nominationCommands: Pick<Fake, "nominations" | "nomination_ids" | "nomination"> = {
  nominations: (archive, request) => {
    const all = find(archive.rounds, request.round).nominations;
    const rows = listed(archive, request);
    const count = (sieve: NominationSieve): number => all.filter(keeps[sieve]).length;
    return {
      ...page(rows, request.from, request.count),
      all: all.length,
      sieves: {
        fine: count("fine"),
        check: count("check"),
        unclear: count("unclear"),
        undecided: count("undecided"),
      },
      groups: authorities
        .map((authority) => ({ authority, count: rows.filter((row) => row.authority === authority).length }))
        .filter((group) => group.count > 0),
    };
  },
  nomination_ids: (archive, request) => ({
    ids: page(listed(archive, request), request.from, request.count).rows.map((row) => row.id),
  }),
  nomination: (archive, { id }) =>
    find(
      archive.rounds.flatMap((round) => round.nominations),
      id,
    ),
};
