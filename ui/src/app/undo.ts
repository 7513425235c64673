/** Undo and redo of changes to the archive, and saying a change with the way back. */
import { useCallback } from "react";
import { asProblem } from "../host";
import { useTexts } from "../texts";
import { useAsk, useRun } from "./data";
import { useNotices } from "./notices";

export interface Undo {
  /** What undo would take back; null when there is nothing. */
  undoOf: string | null;
  redoOf: string | null;
  undo: () => void;
  redo: () => void;
}

export function useUndo(): Undo {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const status = useAsk("status", {});
  const undoOf = status.data?.undo ?? null;
  const redoOf = status.data?.redo ?? null;

  const undo = useCallback(() => {
    if (undoOf === null) notices.say(t.common.nothingToUndo);
    else {
      const take = (asked: boolean): Promise<void> =>
        run("undo", { asked }).then(() => notices.say(t.common.undone(undoOf)));
      const ask = (failure: unknown): void => {
        const sentOut = asProblem(failure).problem.code === "issued-and-out";
        const anyway = { label: t.links.undoAnyway, run: () => void take(true).catch(notices.fail) };
        notices.fail(failure, sentOut ? [anyway] : []);
      };
      void take(false).catch(ask);
    }
  }, [undoOf, run, notices, t]);
  const redo = useCallback(() => {
    if (redoOf === null) notices.say(t.common.nothingToRedo);
    else run("redo", {}).then(() => notices.say(t.common.redone(redoOf)), notices.fail);
  }, [redoOf, run, notices, t]);

  return { undoOf, redoOf, undo, redo };
}

/** Says what was done, with the way back. */
export function useSayUndoable(): (text: string) => void {
  const t = useTexts();
  const notices = useNotices();
  const { undo } = useUndo();
  return (text) => notices.say(text, [{ label: t.common.undo, run: undo }]);
}
