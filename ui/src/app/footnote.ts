/** What a screen tells the status bar: where in the document we are, and whether typing waits to be saved. */
import { useEffect, useSyncExternalStore } from "react";

export type Saving = "idle" | "unsaved" | "saving";

interface Footnote {
  page: string | null;
  saving: Saving;
}

let footnote: Footnote = { page: null, saving: "idle" };
const listeners = new Set<() => void>();

function change(part: Partial<Footnote>): void {
  footnote = { ...footnote, ...part };
  for (const listener of listeners) listener();
}

export function useFootnote(): Footnote {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => footnote,
  );
}

/** Shows where we are in the status bar while the component is shown. */
export function usePageNote(page: string | null): void {
  useEffect(() => {
    change({ page });
    return () => change({ page: null });
  }, [page]);
}

/** Shows in the status bar whether something typed is still to be saved. */
export function setSaving(saving: Saving): void {
  if (footnote.saving !== saving) change({ saving });
}
