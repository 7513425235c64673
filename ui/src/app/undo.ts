/** Undo and redo of changes to the archive, and saying a change with the way back. */
import { useCallback } from "react";
import { asProblem } from "../host";
import { useTexts } from "../texts";
import { useAsk, useRun } from "./data";
import { useNotices, type NoticeAction } from "./notices";

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

  // The answer says what was taken back: the button of a notice may be pressed when that is another change than the last.
  const undo = useCallback(() => {
    const take = (asked: boolean): Promise<void> =>
      run("undo", { asked }).then(({ what }) => notices.say(t.common.undone(what)));
    const tell = (failure: unknown): void => {
      const { code } = asProblem(failure).problem;
      const anyway = { label: t.links.undoAnyway, run: () => void take(true).catch(notices.fail) };
      if (code === "nothing-to-undo") notices.say(t.common.nothingToUndo);
      else notices.fail(failure, code === "issued-and-out" ? [anyway] : []);
    };
    void take(false).catch(tell);
  }, [run, notices, t]);
  const redo = useCallback(() => {
    const tell = (failure: unknown): void => {
      if (asProblem(failure).problem.code === "nothing-to-redo") notices.say(t.common.nothingToRedo);
      else notices.fail(failure);
    };
    run("redo", {}).then(({ what }) => notices.say(t.common.redone(what)), tell);
  }, [run, notices, t]);

  return { undoOf, redoOf, undo, redo };
}

/** Says what was done, with the way back and what else can be done now. */
export function useSayUndoable(): (text: string, more?: NoticeAction[]) => void {
  const t = useTexts();
  const notices = useNotices();
  const { undo } = useUndo();
  return (text, more = []) => notices.say(text, [{ label: t.common.undo, run: undo }, ...more]);
}
