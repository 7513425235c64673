/** The ways to what was written outside the archive, for the notice that says so. */
import { useMemo } from "react";
import { openPath, showInFolder } from "../host";
import { useTexts } from "../texts";
import { useNotices, type NoticeAction } from "./notices";

interface Ways {
  /** To a file: it opens, and so does its folder. */
  toFile: (path: string) => NoticeAction[];
  toFolder: (path: string) => NoticeAction[];
}

export function useWays(): Ways {
  const t = useTexts();
  const notices = useNotices();
  return useMemo(() => {
    const open = (path: string): NoticeAction => ({
      label: t.common.open,
      run: () => void openPath(path).catch(notices.fail),
    });
    const openFolder = (path: string): NoticeAction => ({
      label: t.common.openFolder,
      run: () => void showInFolder(path).catch(notices.fail),
    });
    return {
      toFile: (path) => [open(path), openFolder(path)],
      toFolder: (path) => [openFolder(path)],
    };
  }, [t, notices]);
}
