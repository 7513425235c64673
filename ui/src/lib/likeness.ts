/** Why two honorees may be one, in words. */
import type { Likeness } from "../host";
import type { Texts } from "../texts";

export interface Reason {
  text: string;
  /** True when it speaks against. */
  against: boolean;
}

/** The reasons, the name first. */
export function reasons(t: Texts, likeness: Likeness): Reason[] {
  const { name, birth, unit, position, genderDiffers } = likeness;
  return [
    { text: t.duplicates.name[name], against: false },
    { text: t.duplicates.birth[birth], against: birth === "near" || birth === "contradicts" },
    { text: t.duplicates.unit[unit], against: unit === "differs" },
    { text: t.duplicates.position[position], against: position === "differs" },
    { text: genderDiffers ? t.duplicates.genderDiffers : "", against: true },
  ].filter((reason) => reason.text !== "");
}
