/** Small helpers for Vietnamese words. */

/** Marks off, đ to d, lower case: for filters that ignore marks. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đð]/gi, "d")
    .toLowerCase();
}

/** True when every word that was typed is somewhere in the text, marks ignored. */
export function matches(text: string, typed: string): boolean {
  const folded = fold(text);
  return fold(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

const collator = new Intl.Collator("vi");

export const compareWords = (a: string, b: string): number => collator.compare(a, b);

/** A file name that Windows takes: no reserved signs, no longer than a path can bear. */
export function fileName(title: string, extension: string): string {
  const clean = title
    .normalize("NFC")
    .replace(/[<>:"/\\|?*…·]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/(\s*-\s*)+/g, " - ")
    .slice(0, 100)
    .replace(/[-.\s]+$/, "")
    .replace(/^[-.\s]+/, "");
  return `${clean || "tep"}.${extension}`;
}

/** The initials of a name in capitals: `Sở Tư pháp` to `STP`. */
export function initials(name: string): string {
  return name
    .split(/[\s,]+/)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => word.charAt(0).toLocaleUpperCase("vi"))
    .join("");
}

/** The bare name of a province or city: `tỉnh Tây Ninh` to `Tây Ninh`. */
export function provinceName(typed: string): string {
  const name = typed.trim().normalize("NFC");
  // Without marks a text is as long as before: one letter for one.
  const before = /^(tinh|thanh pho|tp\.?)\s+/.exec(fold(name));
  return name.slice(before?.[0].length ?? 0);
}
