/** Under a check that found missing or changed files: one button brings them back. */
import { Button } from "@fluentui/react-components";
import { DocumentSyncRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { chooseFolder } from "../host";
import { useTexts } from "../texts";

export function MendFiles({ done }: { done: () => void }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const [busy, setBusy] = useState(false);
  const mend = async (path: string | null): Promise<void> => {
    setBusy(true);
    try {
      const { mended, left } = await run("mend_files", { path });
      notices.say(
        [t.backups.mended(mended), left.length > 0 ? t.backups.mendLeft(left.join(", ")) : ""]
          .filter(Boolean)
          .join(" "),
      );
      done();
    } catch (problem) {
      notices.fail(problem);
    } finally {
      setBusy(false);
    }
  };
  const fromFolder = async (): Promise<void> => {
    const path = await chooseFolder("mend");
    if (path !== null) await mend(path);
  };
  return (
    <div className="button-row">
      <Button
        appearance="primary"
        icon={<DocumentSyncRegular />}
        disabled={busy}
        onClick={() => void mend(null)}
        data-testid="mend-files"
      >
        {t.backups.mend}
      </Button>
      <Button
        disabled={busy}
        onClick={() => void fromFolder().catch(notices.fail)}
        data-testid="mend-files-from"
      >
        {t.backups.mendFrom}
      </Button>
    </div>
  );
}
