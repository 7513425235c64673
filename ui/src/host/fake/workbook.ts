/** A workbook as a unit sends it, for the fake host: letterhead, sections, blanks, rows that cannot be read. */
import type { ColumnMeaning, Commands, ImportRow, RowVerdict } from "../types";
import { nominate, note, type FakeArchive } from "./archive";
import { kinds } from "./kinds";
import { honoree, names, problem, units } from "./people";

const headings = [
  "STT",
  "Họ và tên/\nTên tập thể",
  "Giới tính",
  "Ngày sinh",
  "Chức vụ",
  "Đơn vị công tác",
  "Hình thức khen thưởng",
  "Tóm tắt thành tích",
];
const meanings: ColumnMeaning[] = [
  "ordinal",
  "name",
  "gender",
  "birth",
  "position",
  "unit",
  "award",
  "achievement",
];

function row(number: number, verdict: RowVerdict, cells: string[], part: Partial<ImportRow> = {}): ImportRow {
  return {
    sheet: "Danh sách",
    inferred: [],
    row: number,
    cells,
    verdict,
    honoree: null,
    kind: null,
    problems: [],
    ...part,
  };
}

function rowsFor(
  archive: FakeArchive,
  roundId: string | null,
  columns: Record<number, ColumnMeaning>,
): ImportRow[] {
  const rows: ImportRow[] = [
    row(1, "outside", ["UBND TỈNH TÂY NINH", "", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
    row(2, "outside", ["SỞ TƯ PHÁP", "", "", "", "Độc lập - Tự do - Hạnh phúc"]),
    row(4, "outside", ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025"]),
    row(6, "header", headings),
    row(7, "section", ["I", "CÁ NHÂN"]),
  ];
  const known =
    archive.rounds.find((round) => round.id === roundId)?.nominations.map((one) => one.honoree.name) ?? [];
  const noName = (columns[1] ?? "name") !== "name";
  for (let index = 0; index < 30; index += 1) {
    const name = names[index] ?? "";
    const unit = units[index % units.length] ?? "";
    const cells = [
      String(index + 1),
      index % 3 === 0 ? name.toUpperCase() : `  Ông ${name} `,
      index % 2 ? "Nam" : "nữ",
      index % 4 ? "15/02/1971" : "1990",
      "Chuyên viên",
      unit,
      index % 2 ? "CSTĐCS" : "Giấy khen",
      "đã hoàn thành xuất sắc nhiệm vụ năm 2025",
    ];
    const who = honoree(name, {
      gender: index % 2 ? "male" : "female",
      birth: { year: 1971, month: 2, day: 15 },
      position: "Chuyên viên",
      unit,
    });
    if (noName || index === 8) {
      rows.push(
        row(8 + index, "question", cells, {
          problems: [
            problem(
              "unknown-award",
              "Không hiểu “Khen cao” ở cột G.",
              "Sửa ô G16, hoặc thêm đề nghị này bằng tay.",
            ),
          ],
        }),
      );
    } else if (known.includes(name)) {
      rows.push(
        row(8 + index, "known", cells, {
          honoree: who,
          kind: kinds[0]?.id ?? null,
          problems: [problem("known", "Đã có trong đợt.")],
        }),
      );
    } else if (index === 20) {
      rows.push(
        row(8 + index, "repeated", cells, {
          honoree: who,
          problems: [problem("repeated", "Giống dòng 12.")],
        }),
      );
    } else {
      rows.push(row(8 + index, "new", cells, { honoree: who, kind: kinds[index % 2 ? 0 : 3]?.id ?? null }));
    }
  }
  rows.push(row(40, "total", ["", "Tổng cộng: 30 cá nhân"]));
  return rows;
}

export function previewImport(
  archive: FakeArchive,
  request: Commands["preview_import"]["request"],
): Commands["preview_import"]["response"] {
  const rows = rowsFor(archive, request.round, request.columns);
  const of = (verdict: RowVerdict): number => rows.filter((one) => one.verdict === verdict).length;
  return {
    file: request.path.split("\\").pop() ?? request.path,
    sheet: "Danh sách",
    sheets: ["Danh sách", "Ghi chú"],
    headerRow: 6,
    columns: headings.map((heading, index) => ({
      index,
      letter: "ABCDEFGH".charAt(index),
      heading,
      meaning: request.columns[index] ?? meanings[index] ?? "other",
    })),
    rows,
    counts: {
      total: of("new") + of("known") + of("repeated") + of("question"),
      new: of("new"),
      known: of("known"),
      repeated: of("repeated"),
      question: of("question"),
    },
    year: 2025,
    convertedFrom: null,
    problems: [],
  };
}

export function importAll(
  archive: FakeArchive,
  request: Commands["import"]["request"],
): Commands["import"]["response"] {
  let round = archive.rounds.find((one) => one.id === request.round || one.name === request.round);
  if (!round) {
    round = { id: `round-${++archive.last}`, name: request.round, year: 2025, nominations: [], files: [] };
    archive.rounds.unshift(round);
  }
  const target = round;
  const counted = rowsFor(archive, target.id, request.columns).filter((one) =>
    ["new", "known", "repeated", "question"].includes(one.verdict),
  );
  const rows = counted.map((one) => {
    const added = one.verdict === "new" && one.honoree !== null;
    if (added && one.honoree)
      target.nominations.push(nominate(archive, one.honoree, one.kind, "", one.cells[7] ?? ""));
    const outcome = added
      ? ("added" as const)
      : one.verdict === "question"
        ? ("failed" as const)
        : ("skipped" as const);
    return {
      row: one.row,
      sheet: one.sheet,
      outcome,
      name: one.honoree?.name ?? one.cells[1]?.trim() ?? "",
      id: null,
      reasons: one.problems,
      inferred: one.inferred,
    };
  });
  const of = (outcome: string): number => rows.filter((one) => one.outcome === outcome).length;
  note(archive, `Nhập ${of("added")} đề nghị vào đợt “${target.name}”`, target.id);
  return {
    round: target.id,
    added: of("added"),
    skipped: of("skipped"),
    failed: of("failed"),
    total: rows.length,
    rows,
    problems: [],
    convertedFrom: null,
  };
}
