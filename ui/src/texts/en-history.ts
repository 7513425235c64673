/** English texts of the history of things. */
import { countEn as count } from "./numbers";
import type { history as vi } from "./vi-history";

export const history: typeof vi = {
  history: {
    title: "History",
    of: (name: string) => `History: ${name}`,
    open: "History",
    all: "The whole archive",
    empty: "No changes yet.",
    older: "Older",
    newest: "Newest",
    entry: (n: number) => `Row ${count(n)}`,
    show: "Show what changed",
    hide: "Hide",
    kind: { undo: "undone", redo: "redone" },
    fate: { made: "added", changed: "changed", removed: "removed" },
    nothing: "(empty)",
    noFields: "Nothing to show.",
    moreThings: (n: number) => `Show the next (${count(n)} left)`,
    previousThings: "Show those before",
  },
};
