/** What the fake host does for each command. */
import { THINGS } from "../../lib/searching";
import { asProblem } from "../problem";
import type { Commands, ConferenceBrief, DocumentBrief, Hit, RoundBrief, RoundStep } from "../types";
import { nominate, note, sampleArchive, type FakeArchive, type FakeRound } from "./archive";
import { certificatePage, findingsOf, pagesOf, sectionsFor, templates } from "./documents";
import { keepingCommands } from "./keeping";
import { kinds } from "./kinds";
import { nominationCommands, page } from "./nominations";
import { problem } from "./people";
import { merges, overTheYears } from "./overTheYears";
import { checkMeasures, samplePage, styleOf } from "./style";
import { importAll, previewImport } from "./workbook";

export type Fake = {
  [K in keyof Commands]?: (archive: FakeArchive, request: Commands[K]["request"]) => Commands[K]["response"];
};

const steps: RoundStep[] = [
  "list",
  "check",
  "council",
  "submission",
  "decision",
  "certificates",
  "presentation",
  "archive",
];

export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/gi, "d")
    .toLowerCase();

export function find<T extends { id: string }>(list: T[], id: string): T {
  const found = list.find((one) => one.id === id);
  if (!found) throw asProblem(problem("not-found", `Không có “${id}” trong kho.`));
  return found;
}

const named =
  (text: string) =>
  ({ name }: { name: string }): boolean =>
    fold(name).includes(fold(text));

function roundBrief(archive: FakeArchive, round: FakeRound): RoundBrief {
  const of = (type: string): number =>
    round.nominations.filter((row) => row.honoree.honoreeType === type).length;
  return {
    id: round.id,
    name: round.name,
    year: round.year,
    collectives: of("collective"),
    households: of("household"),
    individuals: of("individual"),
    questions: round.nominations.filter((row) => row.problems.length > 0 || row.kind === null).length,
    nextStep: stepOf(archive, round),
  };
}

function stepOf(archive: FakeArchive, round: FakeRound): RoundStep {
  if (round.nominations.length === 0) return "list";
  return archive.documents.some((document) => document.about === round.id) ? "certificates" : "check";
}

function documentBrief(archive: FakeArchive, id: string): DocumentBrief {
  const document = find(archive.documents, id);
  const round = archive.rounds.find((one) => one.id === document.about);
  const conference = archive.conferences.find((one) => one.id === document.about);
  return {
    id,
    template: document.template,
    title: document.title,
    number: `${document.number || "…"}/QĐ-STP`,
    date: document.date,
    state: document.issued ? "issued" : "draft",
    about: document.about,
    aboutName: round?.name ?? conference?.conference.name ?? null,
    changedAt: "2026-11-23T09:41:00+07:00",
    certificates: document.template === "decision-commendation",
    became: [],
  };
}

export const commands: Fake = {
  status: (archive) => ({
    version: "0.1.0",
    folder: "C:\\Users\\can-bo\\AppData\\Local\\BangVang",
    agency: archive.agency,
    undo: archive.undo,
    redo: archive.redo,
    savedAt: archive.savedAt,
    backup: archive.keeping.standing,
    notices: archive.keeping.notices,
    settings: archive.settings,
    openRounds: archive.rounds.length,
    drafts: archive.documents.filter((document) => !document.issued).length,
    testHost: true,
  }),
  set_setting: (archive, { name, value }) => {
    archive.settings[name] = value;
    note(archive, `Đổi thiết lập ${name}`);
    return {};
  },
  save_agency: (archive, agency) => {
    archive.agency = agency;
    note(archive, "Sửa thông tin cơ quan");
    return {};
  },
  style: styleOf,
  save_style: (archive, { reset, set, serif }) => {
    checkMeasures(set);
    archive.style.measures = { ...(reset ? {} : archive.style.measures), ...set };
    archive.style.choice = serif ?? archive.style.choice;
    note(archive, "Đổi thể thức văn bản");
    return styleOf(archive);
  },
  preview_style: (archive, { set, from }) => {
    checkMeasures(set);
    const svg = from === 0 ? [samplePage({ ...archive.style.measures, ...set })] : [];
    return { total: 1, from, svg, findings: [] };
  },
  sample: (archive) => {
    Object.assign(archive, sampleArchive(false));
    return {};
  },
  home: (archive) => ({
    rounds: archive.rounds.map((round) => roundBrief(archive, round)),
    documents: archive.documents.filter((d) => !d.issued).map((d) => documentBrief(archive, d.id)),
    conferences: conferenceBriefs(archive),
    due: [],
    recent: archive.journal.slice(0, 8),
  }),
  kinds: () => ({ kinds }),
  rounds: (archive, { text, from, count }) =>
    page(archive.rounds.map((round) => roundBrief(archive, round)).filter(named(text)), from, count),
  round: (archive, { id }) => {
    const round = find(archive.rounds, id);
    const brief = roundBrief(archive, round);
    return {
      brief,
      steps: steps.map((step, index) => ({ step, done: index < steps.indexOf(brief.nextStep) })),
      nominations: round.nominations.length,
      documents: archive.documents.filter((d) => d.about === id).map((d) => documentBrief(archive, d.id)),
      files: round.files.length,
    };
  },
  ...nominationCommands,
  new_round: (archive, { name, year }) => {
    const id = `round-${++archive.last}`;
    archive.rounds.unshift({ id, name, year: year ?? 2026, nominations: [], files: [] });
    note(archive, `Thêm đợt “${name}”`, id);
    return { id };
  },
  edit_round: (archive, { id, name, year }) => {
    Object.assign(find(archive.rounds, id), { name, year });
    note(archive, `Đổi tên đợt “${name}”`, id);
    return {};
  },
  remove_round: (archive, { id }) => {
    note(archive, `Xóa đợt “${find(archive.rounds, id).name}”`);
    archive.rounds = archive.rounds.filter((round) => round.id !== id);
    return {};
  },
  edit_nomination: (archive, { id, round, honoree, kind, achievement }) => {
    const { nominations } = find(archive.rounds, round);
    const row = nominate(archive, honoree, kind, "", achievement);
    const old = nominations.findIndex((one) => one.id === id);
    if (old >= 0) nominations[old] = { ...row, id: id ?? row.id };
    else nominations.push(row);
    note(archive, `${old >= 0 ? "Sửa" : "Thêm"} đề nghị ${honoree.name}`, round);
    return { id: id ?? row.id };
  },
  decide: (archive, { ids, state }) => {
    for (const round of archive.rounds)
      for (const row of round.nominations) if (ids.includes(row.id)) row.state = state;
    note(archive, `Ghi ý kiến cho ${ids.length} đề nghị`);
    return { count: ids.length };
  },
  remove_nominations: (archive, { ids }) => {
    for (const round of archive.rounds)
      round.nominations = round.nominations.filter((row) => !ids.includes(row.id));
    note(archive, `Xóa ${ids.length} đề nghị`);
    return { count: ids.length };
  },
  preview_import: previewImport,
  import: importAll,
  templates: () => templates,
  draft: (archive, { template, round, conference }) => {
    const id = `doc-${++archive.last}`;
    const form = find(templates, template);
    const about = round ?? conference ?? "";
    const name = archive.rounds.find((one) => one.id === about)?.name ?? "Hội nghị Điển hình tiên tiến";
    archive.documents.unshift({
      id,
      template,
      title: `${form.name} · ${name}`,
      number: "",
      date: null,
      issued: false,
      about,
      sections: sectionsFor(form),
      files: [],
    });
    note(archive, `Soạn ${form.name}`, id);
    return { id };
  },
  documents: (archive, filter) => {
    const found = archive.documents
      .map((document) => documentBrief(archive, document.id))
      .filter(
        (brief) =>
          (!filter.state || brief.state === filter.state) &&
          (!filter.template || brief.template === filter.template),
      );
    if (filter.order === "title") found.sort((a, b) => a.title.localeCompare(b.title, "vi"));
    if (filter.reverse) found.reverse();
    return { total: found.length, rows: found.slice(filter.from, filter.from + filter.count) };
  },
  document: (archive, { id }) => documentView(archive, id),
  set_field: (archive, { id, key, value }) => {
    const document = find(archive.documents, id);
    const template = sectionsFor(find(templates, document.template)).flatMap((section) => section.fields);
    for (const field of document.sections.flatMap((section) => section.fields)) {
      if (field.key !== key) continue;
      field.own = value !== null;
      field.value = value ?? template.find((one) => one.key === key)?.value ?? "";
    }
    note(archive, "Sửa văn bản", id);
    return documentView(archive, id);
  },
  preview: (archive, { id, values, from, count }) => {
    const document = find(archive.documents, id);
    const pages = pagesOf(document, values);
    return {
      total: pages.length,
      from,
      svg: pages.slice(from, from + count),
      findings: findingsOf(document, values),
    };
  },
  preview_certificates: (archive, { id, from, count }) => {
    const document = find(archive.documents, id);
    const rows =
      archive.rounds
        .find((round) => round.id === document.about)
        ?.nominations.filter((row) => row.kind === "commendation-director") ?? [];
    return {
      total: rows.length,
      from,
      svg: rows.slice(from, from + count).map(certificatePage),
      findings: [],
    };
  },
  issue: (archive, { id, number, date }) => {
    Object.assign(find(archive.documents, id), { number, date, issued: true });
    note(archive, `Ban hành ${number}/QĐ-STP`, id);
    return { id };
  },
  remove_document: (archive, { id }) => {
    archive.documents = archive.documents.filter((document) => document.id !== id);
    note(archive, "Xóa dự thảo");
    return {};
  },
  export: (archive, { id, path }) => exported(archive, id, path, "exported"),
  certificates: (archive, { id, path }) => exported(archive, id, path, "certificates"),
  picture: () => ({}),
  printers: (archive) => ({ names: archive.printers }),
  print: (_, { printer, copies }) => ({ printer, pages: 2, copies }),
  find_field: (_, { field }) =>
    field === "signatory" ? [{ page: 0, x: 300, y: 700, width: 100, height: 14 }] : [],
  conferences: (archive, { text, from, count }) =>
    page(conferenceBriefs(archive).filter(named(text)), from, count),
  conference_awards: (archive, { id, from, count }) => {
    const honours = archive.awards.filter((award) => award.conference === id);
    const groups = [...new Map(honours.map((award) => [award.kindName, award.authority]))].map(
      ([kindName, authority]) => ({
        kindName,
        authority,
        count: honours.filter((award) => award.kindName === kindName).length,
      }),
    );
    honours.sort((a, b) => order(groups, a) - order(groups, b));
    return { ...page(honours, from, count), groups };
  },
  conference: (archive, { id }) => {
    const { conference } = find(archive.conferences, id);
    const honours = archive.awards.filter((award) => award.conference === id).length;
    const figures = kinds.map((kind) => ({
      kind: kind.id,
      name: kind.name,
      authority: kind.authority,
      collectives: 0,
      households: 0,
      individuals: archive.awards.filter((award) => award.kind === kind.id).length,
    }));
    return {
      id,
      conference,
      honours,
      figures: figures.filter((figure) => figure.individuals > 0),
      documents: [],
      files: 0,
    };
  },
  edit_conference: (archive, { id, conference }) => {
    const known = archive.conferences.find((one) => one.id === id);
    if (known) known.conference = conference;
    else archive.conferences.unshift({ id: `conf-${++archive.last}`, conference });
    note(archive, `Sửa hội nghị “${conference.name}”`);
    return { id: known?.id ?? archive.conferences[0]?.id ?? "" };
  },
  remove_conference: (archive, { id }) => {
    archive.conferences = archive.conferences.filter((one) => one.id !== id);
    note(archive, "Xóa hội nghị");
    return {};
  },
  record_awards: (archive, request) => {
    const row = nominate(archive, request.honoree, request.kind, "", request.achievement);
    for (let index = 0; index < request.count; index += 1) {
      archive.awards.push({
        ...{
          id: `award-${++archive.last}`,
          honoreeId: row.honoreeId,
          honoree: row.honoree,
          kind: request.kind,
          kindName: row.kindName,
        },
        ...{
          authority: row.authority ?? "department_director",
          achievement: request.achievement,
          period: request.period,
          became: [],
        },
        ...{
          year: Number(request.date?.slice(0, 4) ?? request.period.slice(-4)) || null,
          decision: request.decision,
          date: request.date,
        },
        ...{ document: null, conference: request.conference, conferenceName: null },
      });
    }
    note(archive, `Ghi ${request.count} khen thưởng`);
    return { count: request.count };
  },
  remove_awards: (archive, { ids }) => {
    archive.awards = archive.awards.filter((award) => !ids.includes(award.id));
    note(archive, `Xóa ${ids.length} khen thưởng`);
    return { count: ids.length };
  },
  honorees: (archive, { text, honoreeType, from, count }) => {
    const rows = archive.honorees
      .filter(
        ({ honoree }) =>
          fold(honoree.name).includes(fold(text)) && (!honoreeType || honoree.honoreeType === honoreeType),
      )
      .map(({ id, honoree }) => {
        const awards = archive.awards.filter((award) => award.honoreeId === id);
        return {
          id,
          honoree,
          awards: awards.length,
          latest: awards[0] ? `${awards[0].kindName} ${awards[0].year ?? ""}` : "",
        };
      });
    return { total: rows.length, rows: rows.slice(from, from + count) };
  },
  honoree: (archive, { id }) => ({
    id,
    honoree: find(archive.honorees, id).honoree,
    identity: "",
    alsoWritten: ["TRẦN QUỐC HOÀ", "Trần Q. Hòa"],
    awards: archive.awards.filter((award) => award.honoreeId === id),
    pending: archive.rounds.flatMap((round) =>
      round.nominations
        .filter((row) => row.honoreeId === id)
        .map((row) => ({
          round: round.id,
          roundName: round.name,
          kindName: row.kindName,
          year: round.year,
          state: row.state,
        })),
    ),
    files: 0,
    awardFiles: [],
    units: [],
    merged: merges(archive)
      .filter((merge) => merge.into === id)
      .map((merge) => merge.brief),
  }),
  ...overTheYears,
  edit_honoree: (archive, { id, honoree }) => {
    find(archive.honorees, id).honoree = honoree;
    note(archive, `Sửa thông tin ${honoree.name}`, id);
    return {};
  },
  search: (archive, { text, things, from, count }) => ({
    waiting: 0,
    groups: THINGS.filter((kind) => things.length === 0 || things.includes(kind)).flatMap((kind) => {
      const all = hits(archive, text).filter((hit) => hit.kind === kind);
      const page = all.slice(from, from + (count || 50));
      return all.length > 0
        ? [{ kind, total: Math.min(all.length, 1000), more: all.length > 1000, hits: page }]
        : [];
    }),
  }),
  export_all: (_, { path }) => ({ path, files: 21, bytes: 345678 }),
  look_into_folder: (archive, { path }) => ({
    path,
    documents: archive.documents.length,
    awards: 0,
    honorees: archive.honorees.length,
    conferences: archive.conferences.length,
    rounds: archive.rounds.length,
    keptFiles: 0,
    journal: 1,
    bytes: 345678,
  }),
  export_search: (archive, { search }) => ({ count: hits(archive, search.text).length }),
  saved_searches: (archive) => archive.savedSearches,
  save_search: (archive, saved) => {
    archive.savedSearches = [...archive.savedSearches.filter(({ name }) => name !== saved.name), saved];
    note(archive, `Lưu tìm kiếm “${saved.name}”`, null);
    return {};
  },
  rename_search: (archive, { name, newName }) => {
    archive.savedSearches = archive.savedSearches.map((saved) =>
      saved.name === name ? { ...saved, name: newName } : saved,
    );
    note(archive, `Đổi tên tìm kiếm “${name}”`, null);
    return {};
  },
  remove_search: (archive, { name }) => {
    archive.savedSearches = archive.savedSearches.filter((saved) => saved.name !== name);
    note(archive, `Xóa tìm kiếm “${name}”`, null);
    return {};
  },
  read_texts: () => ({ read: 0, without: 0, failed: 0, waiting: 0, unreadable: [] }),
  attach: (archive, { id, path }) => {
    const file = {
      id: `file-${++archive.last}`,
      name: path.split("\\").pop() ?? path,
      bytes: 245_760,
      sha256: "",
      role: "attached" as const,
      addedAt: "2026-11-23T09:41:00+07:00",
    };
    find(archive.documents, id).files.push(file);
    return file;
  },
  files: (archive, { id, from, count }) => {
    const having = [...archive.documents, ...archive.rounds].find((one) => one.id === id);
    return page(having?.files ?? [], from, count);
  },
  save_file: () => ({}),
  journal: (archive) => archive.journal,
  ...keepingCommands,
  history: (archive, { id }) => ({
    title: null,
    entries: archive.journal
      .filter((entry) => id === "" || entry.about === id)
      .map((entry) => ({ ...entry, kind: "do" as const, aboutTitle: null })),
    more: false,
  }),
  entry_changes: (_, { from }) => ({
    total: 1,
    from,
    things: [
      {
        what: "Văn bản",
        name: "Quyết định",
        id: "doc-1",
        fate: "changed" as const,
        fields: [{ label: "Trích yếu", before: "cũ", after: "mới" }],
      },
    ],
  }),
  check: (archive) => ({
    sound: archive.keeping.missing.length === 0,
    counts: {
      journal: archive.journal.length,
      honorees: archive.honorees.length,
      awards: archive.awards.length,
    },
    problems: archive.keeping.missing.map((name) =>
      problem("file-missing", `Thiếu tệp “${name}” trong kho lưu trữ.`),
    ),
  }),
};

function documentView(archive: FakeArchive, id: string): Commands["document"]["response"] {
  const document = find(archive.documents, id);
  const pages = pagesOf(document, {});
  return {
    brief: documentBrief(archive, id),
    sections: document.sections,
    findings: findingsOf(document, {}),
    pages: pages.length,
    files: document.files.length,
    links: [],
    pageSizes: pages.map(() => ({ width: 595.28, height: 841.89 })),
    list: { collectives: 3, households: 1, individuals: 8, prizeTotal: 9_828_000, round: document.about },
  };
}

function exported(
  archive: FakeArchive,
  id: string,
  path: string,
  role: "exported" | "certificates",
): Commands["export"]["response"] {
  const document = find(archive.documents, id);
  const file = {
    id: `file-${++archive.last}`,
    name: path.split("\\").pop() ?? path,
    bytes: 184_320,
    sha256: "",
    role,
    addedAt: "2026-11-23T09:41:00+07:00",
  };
  document.files.push(file);
  note(archive, "Xuất PDF", id);
  return {
    path,
    beside: [],
    pages: pagesOf(document, {}).length,
    bytes: file.bytes,
    sha256: "",
    serif: "Liberation Serif",
    file: file.id,
    findings: findingsOf(document, {}),
  };
}

function order(groups: { kindName: string }[], award: { kindName: string }): number {
  return groups.findIndex((group) => group.kindName === award.kindName);
}

function conferenceBriefs(archive: FakeArchive): ConferenceBrief[] {
  return archive.conferences.map(({ id, conference }) => ({
    id,
    name: conference.name,
    date: conference.date,
    place: conference.place,
    honours: archive.awards.filter((award) => award.conference === id).length,
    documents: 0,
  }));
}

function hits(archive: FakeArchive, text: string): Hit[] {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const found: Hit[] = [];
  const look = (kind: Hit["kind"], id: string, title: string, whole: string): void => {
    const at = fold(whole).indexOf(wanted);
    if (at < 0) return;
    const end = at + wanted.length;
    const snippet = [
      { text: whole.slice(0, at), hit: false },
      { text: whole.slice(at, end), hit: true },
      { text: whole.slice(end), hit: false },
    ].filter((piece) => piece.text !== "");
    found.push({ kind, id, title, snippet, exact: whole.toLowerCase().includes(text.trim().toLowerCase()) });
  };
  for (const { id, honoree } of archive.honorees)
    look("honoree", id, honoree.name, `${honoree.name}, ${honoree.unit ?? ""}`);
  for (const { id, title, number } of archive.documents)
    look("document", id, title, `${number}/QĐ-STP ${title}`);
  for (const { id, conference } of archive.conferences)
    look("conference", id, conference.name, conference.name);
  for (const { id, name } of archive.rounds) look("round", id, name, name);
  for (const award of archive.awards)
    look(
      "award",
      award.honoreeId,
      `${award.honoree.name}: ${award.kindName}`,
      `${award.decision} ${award.kindName}`,
    );
  return found;
}
