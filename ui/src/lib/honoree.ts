/** How an honoree is worded in rows and headings. */
import type { Honoree } from "../host";
import type { Texts } from "../texts";
import { showBirth } from "./dates";

/** `Chuyên viên, Thanh tra Sở`; for collectives the agency above. */
export function post(honoree: Honoree): string {
  return [honoree.position, honoree.unit].filter(Boolean).join(", ");
}

/** `Nữ · sinh 15/02/1971`; for collectives and households their type. */
export function person(texts: Texts, honoree: Honoree): string {
  if (honoree.honoreeType !== "individual") return texts.words.honoreeType[honoree.honoreeType];
  return [
    honoree.gender ? texts.words.gender[honoree.gender] : "",
    honoree.birth ? texts.words.born(showBirth(honoree.birth)) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Both: `Nữ · sinh 15/02/1971 · Chuyên viên, Thanh tra Sở`. */
export function personAndPost(texts: Texts, honoree: Honoree): string {
  return [person(texts, honoree), post(honoree)].filter(Boolean).join(" · ");
}

/** A new, empty honoree for forms. */
export function blankHonoree(): Honoree {
  return { honoreeType: "individual", name: "", gender: null, birth: null, position: null, unit: null };
}
