/** Writes the list of a round as a workbook, identity numbers masked unless they are wanted. */
import { useState } from "react";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { useWays } from "../app/ways";
import { chooseSave, type RoundBrief } from "../host";
import { fileName } from "../lib/words";
import { FormDialog } from "../parts/FormDialog";
import { FullIdentities } from "../parts/FullIdentities";
import { useTexts } from "../texts";

export function ListDialog({ round, close }: { round: RoundBrief; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const ways = useWays();
  const [identities, setIdentities] = useState(false);
  return (
    <FormDialog
      title={t.identity.exportTitle}
      submitLabel={t.identity.export}
      close={close}
      testId="list-dialog"
      submit={async () => {
        const path = await chooseSave("workbook", fileName(round.name, "xlsx"));
        if (path === null) return false;
        const written = await run("export_list", { id: round.id, identities, path });
        notices.say(t.identity.exported(written.rows), ways.toFile(path));
        return true;
      }}
    >
      <FullIdentities wanted={identities} want={setIdentities} />
      <p className="muted">{t.identity.exportHint}</p>
    </FormDialog>
  );
}
