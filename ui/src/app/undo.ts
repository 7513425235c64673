/** Undo and redo of changes to the archive. */
import { useCallback } from "react";
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
    else run("undo", {}).then(() => notices.say(t.common.undone(undoOf)), notices.fail);
  }, [undoOf, run, notices, t]);
  const redo = useCallback(() => {
    if (redoOf === null) notices.say(t.common.nothingToRedo);
    else run("redo", {}).then(() => notices.say(t.common.redone(redoOf)), notices.fail);
  }, [redoOf, run, notices, t]);

  return { undoOf, redoOf, undo, redo };
}
