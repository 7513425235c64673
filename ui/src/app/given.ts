/** Files that the program was given: opened with it, also by a second start, or dropped on the window. */
import { useEffect } from "react";
import { takeGiven } from "../host";
import { useTexts } from "../texts";
import { useLock } from "./lock";
import { useNotices } from "./notices";
import { address, go } from "./router";

/** What the desktop calls out when there are some. */
const GIVEN = "files-given";

const isList = (path: string): boolean => /\.(xlsx|xls|ods)$/i.test(path);

/** Takes what was given, now and whenever there is more, and goes where it belongs. */
export function useGiven(): void {
  const t = useTexts();
  const notices = useNotices();
  const locked = useLock()?.locked ?? true;
  useEffect(() => {
    // While the window is locked they wait.
    if (locked) return undefined;
    const take = async (): Promise<void> => {
      try {
        const files = await takeGiven();
        const list = files.find(isList);
        if (list !== undefined) go(address("import", null, { file: list }));
        else if (files[0] !== undefined) notices.say(t.windows.notAList(files[0]));
      } catch (problem) {
        notices.fail(problem);
      }
    };
    const taken = (): void => void take();
    taken();
    window.addEventListener(GIVEN, taken);
    return () => window.removeEventListener(GIVEN, taken);
  }, [locked, notices, t]);
}
