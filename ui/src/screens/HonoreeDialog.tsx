/** Changes what is known of an honoree. */
import { useState } from "react";
import { useRun } from "../app/data";
import type { HonoreeView } from "../host";
import { FormDialog } from "../parts/FormDialog";
import { HonoreeFields, wholeHonoree } from "../parts/HonoreeFields";
import { IdentityField } from "../parts/IdentityField";
import { useTexts } from "../texts";

export function HonoreeDialog({ view, close }: { view: HonoreeView; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const [honoree, setHonoree] = useState(view.honoree);
  const [identity, setIdentity] = useState<string | null>(null);
  return (
    <FormDialog
      title={t.honoree.editTitle}
      submitLabel={t.common.save}
      wide
      close={close}
      disabled={honoree.name.trim() === ""}
      submit={() => run("edit_honoree", { id: view.id, honoree: wholeHonoree(honoree), identity })}
    >
      <HonoreeFields honoree={honoree} change={setHonoree} />
      {honoree.honoreeType === "individual" ? (
        <IdentityField id={view.id} masked={view.identity} value={identity} change={setIdentity} />
      ) : null}
    </FormDialog>
  );
}
