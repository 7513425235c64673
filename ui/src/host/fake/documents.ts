/** Forms and pages of the fake host: enough to see the editor work, with text instead of glyph outlines. */
import type { FieldKind, FieldSection, FieldView, Finding, NominationRow, TemplateBrief } from "../types";
import type { FakeDocument } from "./archive";
import { problem } from "./people";

function template(
  id: string,
  name: string,
  nameEn: string,
  subject: "round" | "conference",
  about: string,
): TemplateBrief {
  return {
    id,
    name,
    nameEn,
    subject,
    about,
    aboutEn: about,
    source: "Nghị định 30/2020/NĐ-CP, Phụ lục III",
    unverified: ["Lời văn các điều tổng hợp từ quyết định thực tế; cơ quan kiểm tra trước khi dùng lần đầu."],
  };
}

export const templates: TemplateBrief[] = [
  template(
    "decision-commendation",
    "Quyết định tặng Giấy khen",
    "Decision conferring commendations",
    "round",
    "Giám đốc tặng Giấy khen cho tập thể, cá nhân của một đợt, kèm danh sách",
  ),
  template(
    "decision-title",
    "Quyết định công nhận danh hiệu thi đua",
    "Decision recognising emulation titles",
    "round",
    "Công nhận Chiến sĩ thi đua cơ sở, Lao động tiên tiến, kèm danh sách",
  ),
  template(
    "council-minutes",
    "Biên bản họp Hội đồng",
    "Minutes of the council",
    "round",
    "Kết quả xét của Hội đồng Thi đua - Khen thưởng",
  ),
  template(
    "submission",
    "Tờ trình đề nghị khen thưởng",
    "Submission",
    "round",
    "Trình Chủ tịch UBND tỉnh tặng Bằng khen",
  ),
  template(
    "conference-report",
    "Báo cáo tại hội nghị",
    "Conference report",
    "conference",
    "Số liệu đếm từ khen thưởng trong kho",
  ),
  template("news-item", "Tin bài", "News item", "conference", "Tin về hội nghị, số liệu đếm từ kho"),
];

function field(
  key: string,
  label: string,
  labelEn: string,
  kind: FieldKind,
  value: string,
  part: Partial<FieldView> = {},
): FieldView {
  return { key, label, labelEn, kind, value, own: false, mayBeBlank: false, note: "", options: [], ...part };
}

export function sectionsFor(form: TemplateBrief): FieldSection[] {
  return [
    {
      id: "form",
      title: "Thể thức",
      titleEn: "Form",
      folded: false,
      fields: [
        field("number", "Số", "Number", "number", "", { mayBeBlank: true }),
        field("date", "Ngày ban hành", "Date of issue", "date", "", { mayBeBlank: true }),
        field(
          "abstract",
          "Trích yếu",
          "Abstract",
          "line",
          `Về việc ${form.name.charAt(10).toLowerCase()}${form.name.slice(11)} của Giám đốc Sở Tư pháp`,
        ),
      ],
    },
    {
      id: "citations",
      title: "Căn cứ",
      titleEn: "Citations",
      folded: false,
      fields: [
        field(
          "citations",
          "Căn cứ pháp lý",
          "Legal grounds",
          "entries",
          [
            "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
            "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
            "Quyết định số 12/2025/QĐ-UBND của UBND tỉnh Tây Ninh quy định chức năng, nhiệm vụ của Sở Tư pháp",
          ].join("\n"),
          { note: "Căn cứ thẩm quyền phải do cơ quan bổ sung." },
        ),
        field("proposal", "Theo đề nghị của", "On the proposal of", "line", "", {}),
      ],
    },
    {
      id: "articles",
      title: "Nội dung",
      titleEn: "Articles",
      folded: false,
      fields: [
        field(
          "achievement",
          "Thành tích chung",
          "Achievement",
          "line",
          "đã có thành tích xuất sắc trong công tác tư pháp năm 2025",
        ),
        field(
          "execution",
          "Thi hành",
          "Execution",
          "paragraphs",
          "Quyết định này có hiệu lực kể từ ngày ký.\nChánh Văn phòng, Trưởng các phòng, đơn vị thuộc Sở và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
        ),
      ],
    },
    {
      id: "closing",
      title: "Nơi nhận, ký",
      titleEn: "Distribution, signature",
      folded: false,
      fields: [
        field(
          "distribution",
          "Nơi nhận",
          "Distribution",
          "entries",
          "Như Điều 3\nBan Giám đốc Sở\nLưu: VT, VP",
        ),
        field("signatory", "Người ký", "Signatory", "line", "Nguyễn Hoàng Nam"),
      ],
    },
    {
      id: "marks",
      title: "Dấu chỉ, trình bày",
      titleEn: "Marks and layout",
      folded: true,
      fields: [
        field("urgency", "Mức độ khẩn", "Urgency", "choice", "", {
          options: [
            { value: "", label: "Không", labelEn: "None" },
            { value: "express", label: "Hỏa tốc", labelEn: "Hỏa tốc (express)" },
          ],
        }),
      ],
    },
  ];
}

function valuesOf(document: FakeDocument, unsaved: Record<string, string>): Map<string, string> {
  const fields = document.sections.flatMap((section) => section.fields);
  return new Map(fields.map(({ key, value }) => [key, unsaved[key] ?? value]));
}

export function findingsOf(document: FakeDocument, unsaved: Record<string, string>): Finding[] {
  const values = valuesOf(document, unsaved);
  const found: Finding[] = [];
  if (!values.get("proposal"))
    found.push({
      severity: "error",
      problem: problem("missing-field", "Còn thiếu: Theo đề nghị của.", null, "proposal"),
    });
  for (const [key, label] of [
    ["number", "Số"],
    ["date", "Ngày ban hành"],
  ] as const) {
    if (!values.get(key))
      found.push({ severity: "blank", problem: problem("blank-field", `Để trống: ${label}.`, null, key) });
  }
  found.push({
    severity: "note",
    problem: problem("minutes-first", "Biên bản họp Hội đồng phải có trước Quyết định."),
  });
  return found;
}

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return line ? [...lines, line] : lines;
}

export function pagesOf(document: FakeDocument, unsaved: Record<string, string>): string[] {
  const values = valuesOf(document, unsaved);
  const parts: string[] = [];
  let y = 70;
  const put = (text: string, x: number, key: string | null, style = "", hole = false): void => {
    const width = Math.max(text.length * 5.9, 40);
    const back = key
      ? `<rect class="${hole ? "hole" : "field"}" x="${x - 1}" y="${y - 11}" width="${width}" height="15" fill="${hole ? "#ffedc2" : "transparent"}"/>`
      : "";
    const run = `${back}<text x="${x}" y="${y}" font-size="13" font-family="Liberation Serif, serif" ${style}>${escape(text)}</text>`;
    parts.push(key ? `<g data-field="${key}">${run}</g>` : run);
  };
  const paragraph = (text: string, key: string): void => {
    const whole = text || "……………………";
    for (const line of wrap(whole, 78)) {
      put(line, 85, key, "", !text);
      y += 18;
    }
    y += 5;
  };
  put("UBND TỈNH TÂY NINH", 100, null);
  put("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290, null, 'font-weight="bold"');
  y += 18;
  put("SỞ TƯ PHÁP", 125, null, 'font-weight="bold"');
  put("Độc lập - Tự do - Hạnh phúc", 335, null, 'font-weight="bold"');
  y += 26;
  put("Số:", 105, null);
  put(values.get("number") ?? "", 130, "number", "", !values.get("number"));
  put("/QĐ-STP", 172, null);
  put(
    values.get("date") || "ngày      tháng      năm 2025",
    370,
    "date",
    'font-style="italic"',
    !values.get("date"),
  );
  y += 40;
  put("QUYẾT ĐỊNH", 265, null, 'font-weight="bold"');
  y += 20;
  put(values.get("abstract") ?? "", 150, "abstract", 'font-weight="bold"');
  y += 40;
  for (const line of (values.get("citations") ?? "").split("\n")) paragraph(`Căn cứ ${line};`, "citations");
  paragraph(values.get("proposal") ? `Theo đề nghị của ${values.get("proposal") ?? ""}.` : "", "proposal");
  paragraph(
    `Điều 1. Tặng Giấy khen của Giám đốc Sở Tư pháp cho 03 tập thể và 08 cá nhân ${values.get("achievement") ?? ""}`,
    "achievement",
  );
  for (const line of (values.get("execution") ?? "").split("\n")) paragraph(line, "execution");
  y += 20;
  for (const line of (values.get("distribution") ?? "").split("\n")) {
    put(`- ${line};`, 85, "distribution");
    y += 15;
  }
  put(values.get("signatory") ?? "", 390, "signatory", 'font-weight="bold"', !values.get("signatory"));
  const page = (body: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595.28 841.89" width="595.28pt" height="841.89pt"><rect width="595.28" height="841.89" fill="#fff"/>${body}</svg>`;
  const list = `<text x="240" y="80" font-size="14" font-weight="bold">DANH SÁCH</text>`;
  return [page(parts.join("")), page(list), page(list)];
}

export function certificatePage(row: NominationRow): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 841.89 595.28" width="841.89pt" height="595.28pt"><rect width="841.89" height="595.28" fill="#fffdf4"/><rect x="20" y="20" width="802" height="555" fill="none" stroke="#b8860b" stroke-width="6"/><text x="421" y="220" font-size="48" fill="#9a1b22" text-anchor="middle" font-weight="bold">GIẤY KHEN</text><text x="421" y="310" font-size="30" text-anchor="middle">${escape(row.honoree.name)}</text><text x="421" y="360" font-size="16" text-anchor="middle">${escape(row.achievement)}</text></svg>`;
}
