/** What the fake host does with honorees who are one and with units: enough to show the screens and their dialogs. */
import type { Duplicate, MergedBrief, UnitView } from "../types";
import { note, type FakeArchive } from "./archive";
import type { Fake } from "./commands";
import { asProblem } from "../problem";
import { problem } from "./people";

interface FakeMerge {
  into: string;
  brief: MergedBrief;
}

interface Remembered {
  merges: FakeMerge[];
  different: Set<string>;
  units: UnitView[];
}

const remembered = new WeakMap<FakeArchive, Remembered>();

function of(archive: FakeArchive): Remembered {
  const known = remembered.get(archive) ?? { merges: [], different: new Set(), units: [] };
  remembered.set(archive, known);
  return known;
}

export function merges(archive: FakeArchive): FakeMerge[] {
  return of(archive).merges;
}

const pairKey = (one: string, other: string): string => [one, other].sort().join(" ");

function pairs(archive: FakeArchive): Duplicate[] {
  const [one, other] = archive.honorees;
  const settled = of(archive).merges.length > 0;
  if (!one || !other || settled || of(archive).different.has(pairKey(one.id, other.id))) return [];
  const side = ({ id, honoree }: typeof one) => ({
    id,
    honoree,
    awards: archive.awards.filter((award) => award.honoreeId === id).length,
  });
  return [
    {
      one: side(one),
      other: side(other),
      likeness: {
        name: "writing",
        birth: "unknown",
        unit: "same",
        position: "differs",
        genderDiffers: false,
      },
    },
  ];
}

function unitOf(archive: FakeArchive, id: string): UnitView {
  const unit = of(archive).units.find((one) => one.id === id);
  if (!unit) throw asProblem(problem("not-found", `Không có “${id}” trong kho.`));
  return unit;
}

export const overTheYears: Fake = {
  duplicates: (archive, { honoree }) => ({
    rows: pairs(archive).filter(
      (pair) => honoree === null || pair.one.id === honoree || pair.other.id === honoree,
    ),
    next: null,
  }),
  set_different: (archive, { one, other, different }) => {
    if (different) of(archive).different.add(pairKey(one, other));
    else of(archive).different.delete(pairKey(one, other));
    note(archive, "Ghi nhận không phải là một", one);
    return {};
  },
  known_different: () => [],
  merge: (archive, { into, merged, honoree }) => {
    for (const id of merged) {
      const gone = archive.honorees.find((one) => one.id === id);
      if (!gone) continue;
      const awards = archive.awards.filter((award) => award.honoreeId === id);
      for (const award of awards) award.honoreeId = into;
      archive.honorees = archive.honorees.filter((one) => one.id !== id);
      const brief: MergedBrief = {
        id,
        into,
        honoree: gone.honoree,
        at: "2026-11-23T09:41:00+07:00",
        who: "can-bo",
        awards: awards.map((award) => award.id),
        nominations: 0,
        files: 0,
        within: [],
      };
      of(archive).merges.push({ into, brief });
    }
    const stays = archive.honorees.find((one) => one.id === into);
    if (stays && honoree) stays.honoree = honoree;
    note(archive, "Gộp hồ sơ", into);
    return { id: into };
  },
  merged: (archive, { id }) => {
    const merge = of(archive).merges.find((one) => one.brief.id === id);
    if (!merge) throw asProblem(problem("not-merged", `${id} không phải là hồ sơ đã gộp.`));
    const { brief, into } = merge;
    return {
      brief,
      stays: archive.honorees.find((one) => one.id === into)?.honoree ?? brief.honoree,
      came: archive.awards.filter((award) => brief.awards.includes(award.id)),
      since: archive.awards.filter((award) => award.honoreeId === into && !brief.awards.includes(award.id)),
      sinceNominations: [],
      sinceFiles: [],
    };
  },
  unmerge: (archive, { id, also }) => {
    const kept = of(archive);
    const merge = kept.merges.find((one) => one.brief.id === id);
    if (merge) {
      archive.honorees.push({ id, honoree: merge.brief.honoree });
      for (const award of archive.awards)
        if (merge.brief.awards.includes(award.id) || also.includes(award.id)) award.honoreeId = id;
      kept.merges = kept.merges.filter((one) => one !== merge);
    }
    note(archive, "Tách hồ sơ", id);
    return { id };
  },
  units: (archive) => {
    const rows = of(archive).units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      also: unit.names.map((name) => name.name).filter((name) => name !== unit.name),
      ended: null,
      uses: 0,
    }));
    return { total: rows.length, rows };
  },
  unknown_units: (archive) => {
    const known = new Set(of(archive).units.flatMap((unit) => unit.names.map((name) => name.name)));
    const uses = new Map<string, number>();
    for (const { honoree } of archive.honorees)
      if (honoree.unit && !known.has(honoree.unit)) uses.set(honoree.unit, (uses.get(honoree.unit) ?? 0) + 1);
    const rows = [...uses].map(([text, count]) => ({ text, uses: count }));
    return { total: rows.length, rows };
  },
  offered_units: (archive, { text, count }) => {
    const written = archive.honorees.flatMap(({ honoree }) => honoree.unit ?? []);
    const all = new Set([...of(archive).units.map((unit) => unit.name), ...written]);
    return [...all].filter((name) => name.toLowerCase().includes(text.toLowerCase())).slice(0, count);
  },
  unit: (archive, { id }) => unitOf(archive, id),
  unit_awards: () => ({ total: 0, rows: [] }),
  unit_honorees: () => ({ total: 0, rows: [] }),
  new_unit: (archive, { name, from, note: about }) => {
    const id = `unit-${++archive.last}`;
    const names = [{ entry: archive.last, name, official: true, from, to: null }];
    of(archive).units.push({
      id,
      name,
      note: about,
      names,
      before: [],
      after: [],
      periods: [],
      collectives: [],
    });
    note(archive, `Thêm đơn vị ${name}`, id);
    return { id };
  },
  rename_unit: (archive, { id, name, day }) => {
    const unit = unitOf(archive, id);
    for (const former of unit.names) former.to ??= day;
    unit.names = [...unit.names, { entry: ++archive.last, name, official: true, from: day, to: null }];
    unit.name = name;
    note(archive, `Đổi tên đơn vị thành ${name}`, id);
    return {};
  },
  put_unit_text: (archive, { text, unit: id }) => {
    const unit = unitOf(archive, id);
    unit.names = [
      ...unit.names,
      { entry: ++archive.last, name: text, official: false, from: null, to: null },
    ];
    note(archive, `Đưa cách ghi “${text}” vào đơn vị ${unit.name}`, id);
    return {};
  },
  agency_history: (archive) => (archive.agency ? [{ from: "2020-01-01", agency: archive.agency }] : []),
};
