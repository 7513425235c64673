/** Adds a nomination by hand, or changes one. */
import { useState } from "react";
import { useRun } from "../app/data";
import type { NominationRow } from "../host";
import { blankHonoree } from "../lib/honoree";
import { ParagraphsField } from "../parts/fields";
import { FormDialog } from "../parts/FormDialog";
import { HonoreeFields, wholeHonoree } from "../parts/HonoreeFields";
import { IdentityField } from "../parts/IdentityField";
import { KindPicker } from "../parts/KindPicker";
import { useTexts } from "../texts";

interface NominationDialogProps {
  round: string;
  nomination: NominationRow | null;
  close: () => void;
}

export function NominationDialog({ round, nomination, close }: NominationDialogProps) {
  const t = useTexts();
  const run = useRun();
  const [honoree, setHonoree] = useState(nomination?.honoree ?? blankHonoree());
  const [kind, setKind] = useState(nomination?.kind ?? null);
  const [identity, setIdentity] = useState<string | null>(null);
  const [achievement, setAchievement] = useState(nomination?.achievement ?? "");
  return (
    <FormDialog
      title={nomination ? t.nomination.editTitle : t.nomination.newTitle}
      submitLabel={nomination ? t.common.save : t.common.add}
      wide
      close={close}
      disabled={honoree.name.trim() === ""}
      submit={() =>
        run("edit_nomination", {
          id: nomination?.id ?? null,
          round,
          honoree: wholeHonoree(honoree),
          kind,
          achievement: achievement.trim(),
          identity,
        })
      }
      testId="nomination-dialog"
    >
      <HonoreeFields honoree={honoree} change={setHonoree} suggest={nomination === null} />
      {honoree.honoreeType === "individual" ? (
        <IdentityField
          id={nomination?.id ?? null}
          masked={nomination?.identity ?? ""}
          value={identity}
          change={setIdentity}
        />
      ) : null}
      <KindPicker
        label={t.nomination.kind}
        value={kind}
        choose={setKind}
        honoreeType={honoree.honoreeType}
        wording={nomination?.kindName}
      />
      <ParagraphsField
        label={t.nomination.achievement}
        value={achievement}
        onTyping={setAchievement}
        placeholder={t.nomination.achievementExample}
        testId="nomination-achievement"
      />
    </FormDialog>
  );
}
