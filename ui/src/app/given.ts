/**
 * Files that the program was given: opened with it, also by a second start, or dropped on the window. They wait here until
 * a screen that knows what to do with one is shown.
 */
import { useEffect, useRef } from "react";
import { takeGiven } from "../host";
import { useLock } from "./lock";
import { useNotices } from "./notices";

/** What the desktop calls out when there are some. */
const GIVEN = "files-given";

export const isList = (path: string): boolean => /\.(xlsx|xls|ods)$/i.test(path);
export const isArchive = (path: string): boolean => /\.bangvang$/i.test(path);

let waiting: string[] = [];

/** Takes the files that are for a screen, now and whenever there are more, and does something with the first. */
export function useGiven(isMine: (path: string) => boolean, use: (path: string) => unknown): void {
  const notices = useNotices();
  const locked = useLock()?.locked ?? true;
  const latest = useRef({ isMine, use });
  useEffect(() => {
    latest.current = { isMine, use };
  });
  useEffect(() => {
    // While the window is locked they wait.
    if (locked) return undefined;
    let gone = false;
    const take = async (): Promise<void> => {
      try {
        waiting.push(...(await takeGiven()));
        if (gone) return;
        const mine = waiting.find((path) => latest.current.isMine(path));
        waiting = waiting.filter((path) => !latest.current.isMine(path));
        if (mine !== undefined) latest.current.use(mine);
      } catch (problem) {
        notices.fail(problem);
      }
    };
    const taken = (): void => void take();
    taken();
    window.addEventListener(GIVEN, taken);
    return () => {
      gone = true;
      window.removeEventListener(GIVEN, taken);
    };
  }, [locked, notices]);
}
