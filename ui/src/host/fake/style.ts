/** The form of papers in the fake host: a few measures of each kind, and a page that shows two of them. */
import { asProblem } from "../problem";
import type { Measure, Style } from "../types";
import type { FakeArchive } from "./archive";
import { problem } from "./people";

const text = "Phụ lục I, Phần I, Mục II, khoản 6, điểm e";
const page = "Phụ lục I, Phần I, Mục I, khoản 3";

type Given = Omit<Measure, "value">;

const measure = (
  key: string,
  part: Measure["part"],
  label: string,
  labelEn: string,
  unit: Measure["unit"],
  smallest: number,
  largest: number,
  sample: number,
  article: string,
): Given => ({ key, part, label, labelEn, unit, smallest, largest, span: "whole", article, sample });

const measures: Given[] = [
  measure("margin_left", "margins", "Lề trái", "Left margin", "millimetre", 30, 35, 30, page),
  measure("margin_right", "margins", "Lề phải", "Right margin", "millimetre", 15, 20, 20, page),
  measure("body_size", "text", "Cỡ chữ nội dung", "Size of running text", "point", 13, 14, 14, text),
  measure("line_spacing", "text", "Khoảng cách dòng", "Line spacing", "times", 1, 1.5, 1.1, text),
  {
    ...measure("indent", "text", "Lùi đầu dòng", "First-line indent", "millimetre", 10, 12.7, 12.7, text),
    span: "ends",
  },
];

export function styleOf(archive: FakeArchive): Style {
  const { choice, measures: chosen } = archive.style;
  return {
    measures: measures.map((one) => ({ ...one, value: chosen[one.key] ?? one.sample })),
    serif: {
      choice,
      family: "Liberation Serif",
      why:
        choice === "times"
          ? problem("serif-not-found", "Máy này không có đủ bốn kiểu chữ của phông Times New Roman.")
          : null,
    },
  };
}

/** Refuses what the archive would refuse. */
export function checkMeasures(set: Record<string, number | undefined>): void {
  for (const [key, value] of Object.entries(set)) {
    const found = measures.find((one) => one.key === key);
    if (found && value !== undefined && value >= found.smallest && value <= found.largest) continue;
    throw asProblem(problem("measure-out-of-range", `${key}: ${value} nằm ngoài mức cho phép.`, null, key));
  }
}

export function samplePage(values: Record<string, number | undefined>): string {
  const said = Object.entries(values).map(([key, value]) => `${key}=${value}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595.28 841.89"><rect width="595.28" height="841.89" fill="#fff"/><text x="85" y="80" font-size="13">${said.join(" ")}</text></svg>`;
}
