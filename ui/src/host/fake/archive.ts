/** What the fake host remembers, and the example it starts with. All names are fictional. */
import type {
  Agency,
  AwardRow,
  Conference,
  FieldSection,
  FileBrief,
  Honoree,
  JournalEntry,
  NominationRow,
  Problem,
  SavedSearch,
  SerifChoice,
} from "../types";
import { emptyKeeping, type FakeKeeping } from "./keeping";
import { kinds } from "./kinds";
import { honoree, households, names, problem, units } from "./people";

export interface FakeRound {
  id: string;
  name: string;
  year: number;
  nominations: NominationRow[];
  files: FileBrief[];
}

export interface FakeDocument {
  id: string;
  template: string;
  title: string;
  number: string;
  date: string | null;
  issued: boolean;
  about: string;
  sections: FieldSection[];
  files: FileBrief[];
}

export interface FakeArchive {
  agency: Agency | null;
  settings: Record<string, string>;
  savedSearches: SavedSearch[];
  style: { measures: Record<string, number | undefined>; choice: SerifChoice };
  savedAt: string | null;
  undo: string | null;
  redo: string | null;
  rounds: FakeRound[];
  documents: FakeDocument[];
  conferences: { id: string; conference: Conference }[];
  honorees: { id: string; honoree: Honoree }[];
  awards: AwardRow[];
  journal: JournalEntry[];
  last: number;
  keeping: FakeKeeping;
  /** Printers of the PC. */
  printers: string[];
}

export const agency: Agency = {
  name: "Sở Tư pháp",
  parent: "UBND tỉnh Tây Ninh",
  province: "Tây Ninh",
  abbreviation: "STP",
  place: "Tây Ninh",
  headPosition: "Giám đốc",
  signatory: { name: "Nguyễn Hoàng Nam", position: "Giám đốc", power: "own" },
  council: "Hội đồng Thi đua - Khen thưởng Sở Tư pháp",
  draftingUnit: "VP",
  draftingUnitHead: "Chánh Văn phòng",
  contact: "",
};

export function emptyArchive(withAgency: boolean): FakeArchive {
  return {
    agency: withAgency ? agency : null,
    settings: {},
    savedSearches: [],
    style: { measures: {}, choice: "times" },
    savedAt: null,
    undo: null,
    redo: null,
    rounds: [],
    documents: [],
    conferences: [],
    honorees: [],
    awards: [],
    journal: [],
    last: 1000,
    printers: ["HP LaserJet M404 phòng Văn thư", "Microsoft Print to PDF"],
    keeping: emptyKeeping(),
  };
}

export function note(archive: FakeArchive, action: string, about: string | null = null): void {
  const number = (archive.journal[0]?.number ?? 0) + 1;
  archive.journal.unshift({ number, at: "2026-11-23T09:41:00+07:00", who: "can-bo", action, about });
}

export function nominate(
  archive: FakeArchive,
  who: Honoree,
  kindId: string | null,
  wording: string,
  achievement: string,
  problems: Problem[] = [],
  source: string | null = null,
): NominationRow {
  let known = archive.honorees.find((one) => one.honoree.name === who.name);
  if (!known) {
    known = { id: `hon-${++archive.last}`, honoree: who };
    archive.honorees.push(known);
  }
  const kind = kinds.find((one) => one.id === kindId);
  const prize = kind?.prizeThousandths.find(([type]) => type === who.honoreeType)?.[1];
  return {
    id: `nom-${++archive.last}`,
    honoreeId: known.id,
    honoree: who,
    kind: kindId,
    kindName: kind?.name ?? wording,
    authority: kind?.authority ?? null,
    achievement,
    state: "pending",
    past: "",
    problems,
    prize: prize === undefined ? null : prize * 2340,
    source,
    identity: "",
  };
}

const achievements = [
  "đã hoàn thành xuất sắc nhiệm vụ năm 2025",
  "đã có thành tích xuất sắc trong công tác phổ biến, giáo dục pháp luật năm 2025",
  "có thành tích tiêu biểu trong phong trào thi đua chuyên đề “Chuyển đổi số ngành Tư pháp” giai đoạn 2023 - 2025",
];

export function sampleArchive(big: boolean): FakeArchive {
  const archive = emptyArchive(true);
  const pick = ["emulation-fighter-base", "advanced-labourer", "commendation-director", "merit-province"];
  const round: FakeRound = {
    id: "round-1",
    name: "Tổng kết năm 2025",
    year: 2025,
    nominations: [],
    files: [
      {
        id: "file-1",
        name: "de-nghi-khen-thuong-2025.xlsx",
        bytes: 18_432,
        sha256: "0".repeat(64),
        role: "imported",
        addedAt: "2025-12-08T10:02:00+07:00",
      },
    ],
  };
  archive.rounds.push(round);
  const source = (row: number): string => `de-nghi-khen-thuong-2025.xlsx, dòng ${row}`;
  ["Phòng Công chứng số 1", "Văn phòng Sở", "Trung tâm Trợ giúp pháp lý nhà nước"].forEach((name, index) => {
    const who = honoree(name, { honoreeType: "collective", unit: "Sở Tư pháp" });
    round.nominations.push(
      nominate(archive, who, "advanced-labour-collective", "", achievements[0] ?? "", [], source(8 + index)),
    );
  });
  const household = honoree(households[0] ?? "", { honoreeType: "household", unit: "phường Tân Ninh" });
  round.nominations.push(
    nominate(archive, household, "commendation-director", "", achievements[1] ?? "", [], source(11)),
  );
  const total = big ? 9996 : 34;
  for (let index = 0; index < total; index += 1) {
    const base = names[index % names.length] ?? "";
    const who = honoree(big ? `${base} ${index}` : base, {
      gender: index % 3 === 0 ? "female" : index % 7 === 0 ? null : "male",
      birth: {
        year: 1968 + (index % 30),
        month: index % 4 === 0 ? null : 1 + (index % 12),
        day: index % 4 === 0 ? null : 1 + (index % 28),
      },
      position:
        ["Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên", "Trợ giúp viên pháp lý", "Công chứng viên"][
          index % 5
        ] ?? null,
      unit: units[index % units.length] ?? null,
    });
    const unclear = index === 11;
    const problems = unclear
      ? [
          problem(
            "unknown-award",
            "Chưa rõ “khen thưởng đột xuất” là danh hiệu, hình thức nào.",
            "Chọn trong danh mục.",
          ),
        ]
      : index % 9 === 4
        ? [
            problem(
              "needs-initiative",
              "Chưa ghi sáng kiến hoặc kết quả hoàn thành xuất sắc nhiệm vụ.",
              "Điều 23 Luật Thi đua, khen thưởng 2022.",
            ),
          ]
        : [];
    const row = nominate(
      archive,
      who,
      unclear ? null : (pick[index % pick.length] ?? null),
      "khen thưởng đột xuất",
      achievements[index % 3] ?? "",
      problems,
      source(12 + index),
    );
    row.past = index % 4 === 1 ? "CSTĐCS 2023, 2024; LĐTT 2022" : "";
    row.state = index % 5 === 0 ? "approved" : "pending";
    round.nominations.push(row);
  }
  archive.rounds.push({
    id: "round-2",
    name: "Khen thưởng chuyên đề “Chuyển đổi số ngành Tư pháp” giai đoạn 2023 - 2025",
    year: 2025,
    nominations: [],
    files: [],
  });
  addHistory(archive);
  addConference(archive);
  note(archive, "Nhập 38 đề nghị vào đợt “Tổng kết năm 2025”", "round-1");
  note(archive, "Ghi khen thưởng cho Trần Quốc Hòa", archive.honorees[4]?.id ?? null);
  archive.savedAt = "2026-11-23T09:41:00+07:00";
  return archive;
}

export function award(archive: FakeArchive, index: number, kindId: string, part: Partial<AwardRow>): void {
  const who = archive.honorees[index];
  const kind = kinds.find((one) => one.id === kindId);
  if (!who || !kind) return;
  archive.awards.push({
    id: `award-${++archive.last}`,
    honoreeId: who.id,
    honoree: who.honoree,
    kind: kind.id,
    kindName: kind.name,
    authority: kind.authority,
    achievement: "đã hoàn thành xuất sắc nhiệm vụ",
    year: 2024,
    period: "",
    decision: "412/QĐ-STP",
    date: "2024-12-20",
    document: null,
    conference: null,
    conferenceName: null,
    became: [],
    ...part,
  });
}

function addHistory(archive: FakeArchive): void {
  for (const index of [4, 5, 7]) {
    award(archive, index, "emulation-fighter-base", {});
    award(archive, index, "commendation-director", { decision: "198/QĐ-STP", date: "2024-06-10" });
    award(archive, index, "emulation-fighter-base", {
      year: 2023,
      decision: "397/QĐ-STP",
      date: "2023-12-18",
    });
    award(archive, index, "merit-province", {
      year: 2020,
      decision: "1187/QĐ-UBND",
      date: "2020-06-05",
      conference: "conf-1",
      conferenceName: "Hội nghị Điển hình tiên tiến Sở Tư pháp tỉnh Tây Ninh lần thứ V (2020 - 2025)",
      period: "2015 - 2020",
    });
    award(archive, index, "advanced-labourer", { year: 2012, decision: "", date: null, period: "2012" });
  }
}

function addConference(archive: FakeArchive): void {
  archive.conferences.push({
    id: "conf-1",
    conference: {
      name: "Hội nghị Điển hình tiên tiến Sở Tư pháp tỉnh Tây Ninh lần thứ V (2020 - 2025)",
      date: "2020-06-15",
      place: "Tây Ninh",
      chairName: "Nguyễn Hoàng Nam",
      chairPosition: "Bí thư Đảng ủy, Giám đốc Sở Tư pháp",
      periodFrom: 2015,
      periodTo: 2020,
      nextFrom: 2020,
      nextTo: 2025,
      movements:
        "Sở Tư pháp đã chú trọng triển khai các phong trào thi đua do Trung ương, tỉnh phát động; chủ động phát động các phong trào thi đua theo đợt, theo chuyên đề gắn với việc thực hiện nhiệm vụ chính trị.",
      results:
        "Công tác xây dựng, thẩm định, góp ý, rà soát, hệ thống hóa văn bản quy phạm pháp luật được nâng cao chất lượng.",
      shortcomings: "",
      goal: "Xây dựng hệ thống tư pháp tỉnh Tây Ninh hiệu lực, hiệu quả, đồng bộ từ cấp tỉnh đến cơ sở.",
      tasks:
        "Tập trung đổi mới công tác lãnh đạo, chỉ đạo về thi đua, khen thưởng.\nChú trọng phát hiện, bồi dưỡng, xây dựng, nhân rộng điển hình tiên tiến.",
      delegations: [{ congress: "Đại hội Thi đua yêu nước tỉnh Tây Ninh lần thứ V", members: [] }],
    },
  });
}
