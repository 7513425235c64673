/** English texts of long lists. */
import { countEn as count } from "./numbers";
import type { lists as vi } from "./vi-lists";

export const lists: typeof vi = {
  lists: {
    files: (first: number, last: number, total: number) =>
      `Files ${count(first)} to ${count(last)} of ${count(total)}`,
    filter: "Filter by name",
    before: "Previous",
    after: "Next",
    rounds: (n: number) => (n === 1 ? "1 round" : `${count(n)} rounds`),
    conferences: (n: number) => (n === 1 ? "1 conference" : `${count(n)} conferences`),
    none: (typed: string) => `No name has “${typed}” in it.`,
  },
};
