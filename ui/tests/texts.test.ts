/** The catalogues: the same shape, nothing empty, and no text outside them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogues, wordProblem } from "../src/texts";

/** Every path in a catalogue with the kind of what is there. */
function shape(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [`${path}: ${typeof value}`];
  if (Array.isArray(value)) return [`${path}: list of ${value.length}`];
  return Object.entries(value).flatMap(([name, inner]) => shape(inner, `${path}.${name}`));
}

/** Problems are worded per language: Vietnamese comes from the archive. */
const shared = (path: string): boolean => !/^\.(problems|shortProblems)\./.test(path);

describe("catalogues", () => {
  it("have the same shape", () => {
    expect(shape(catalogues.en).filter(shared)).toEqual(shape(catalogues.vi).filter(shared));
  });

  it("leave nothing empty", () => {
    for (const language of ["vi", "en"] as const) {
      const empty = JSON.stringify(catalogues[language]).match(/"[^"]+":""/g);
      expect(empty).toBeNull();
    }
  });

  it("address nobody with exclamation marks", () => {
    for (const catalogue of Object.values(catalogues)) expect(JSON.stringify(catalogue)).not.toContain("!");
  });

  it("have help for the same screens, with as many steps", () => {
    const outline = (language: "vi" | "en"): string[] =>
      catalogues[language].help.sections.map((one) => `${one.id} ${one.body.length} ${one.steps.length}`);
    expect(outline("en")).toEqual(outline("vi"));
  });

  it("name counts in the grammar of the language", () => {
    expect(catalogues.en.common.people(1, 0, 2)).toBe("1 collective, 2 individuals");
    expect(catalogues.vi.common.people(1, 0, 2)).toBe("1 tập thể, 2 cá nhân");
    expect(catalogues.vi.money(24_110_000)).toBe("24.110.000 đồng");
  });
});

describe("problems", () => {
  const problem = {
    code: "unknown-command",
    message: "Không có lệnh “x”.",
    field: null,
    hint: null,
    values: { command: "x" },
  };

  it("are translated by their code, with their values", () => {
    expect(wordProblem(catalogues.en, problem).message).toBe("There is no command “x”.");
    expect(wordProblem(catalogues.vi, problem).message).toBe("Không có lệnh “x”.");
  });

  it("fall back to the archive's own words", () => {
    const other = { ...problem, code: "something-new", hint: "Thử lại." };
    expect(wordProblem(catalogues.en, other)).toEqual({ message: other.message, hint: "Thử lại." });
  });
});

describe("source files", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (name) =>
      /\.tsx?$/.test(name) &&
      !name.startsWith("texts") &&
      !name.startsWith(join("host", "fake")) &&
      name !== join("host", "types.ts"),
  );
  const withoutComments = (source: string): string =>
    source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");

  it("hold no Vietnamese outside the catalogue", () => {
    const letters = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;
    const guilty = files.filter((name) =>
      letters.test(withoutComments(readFileSync(join("src", name), "utf8")).replace(/\[đð\]/g, "")),
    );
    expect(guilty).toEqual([]);
  });

  it("hold no English words between tags", () => {
    const guilty = files.filter((name) =>
      />\s*[A-Za-z]{3,}[A-Za-z ]*\s*<\//.test(
        withoutComments(readFileSync(join("src", name), "utf8")).replace(/<kbd>.*?<\/kbd>/g, ""),
      ),
    );
    expect(guilty).toEqual([]);
  });
});
