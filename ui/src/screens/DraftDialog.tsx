/** Drafts a document from anywhere: which template, for which round or conference. */
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { address, go } from "../app/router";
import { Choice } from "../parts/Choice";
import { FormDialog } from "../parts/FormDialog";
import { useTexts, worded } from "../texts";

export function DraftDialog({ template, close }: { template: string | null; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const templates = useAsk("templates", {});
  const rounds = useAsk("rounds", {});
  const conferences = useAsk("conferences", {});
  const [chosen, setChosen] = useState(template ?? "");
  const [about, setAbout] = useState("");
  const form = templates.data?.find((one) => one.id === chosen);
  const forRound = form?.subject !== "conference";
  const subjects = forRound ? (rounds.data ?? []) : (conferences.data ?? []);
  // The newest is meant unless the officer says otherwise.
  const subject = subjects.find((one) => one.id === about) ?? subjects[0];

  const submit = async (): Promise<unknown> => {
    if (!form || !subject) return false;
    const made = await run("draft", {
      template: form.id,
      round: forRound ? subject.id : null,
      conference: forRound ? null : subject.id,
      set: {},
    });
    close();
    go(address("documents", made.id));
    return false;
  };

  return (
    <FormDialog
      title={t.documents.newTitle}
      submitLabel={t.documents.draft}
      submit={submit}
      close={close}
      disabled={!form || !subject}
    >
      <Choice
        label={t.documents.chooseTemplate}
        value={chosen}
        options={(templates.data ?? []).map((one) => ({
          value: one.id,
          label: worded(t, one.name, one.nameEn),
          about: worded(t, one.about, one.aboutEn),
        }))}
        choose={setChosen}
        required
        testId="draft-template"
      />
      {form && subjects.length === 0 ? (
        <p className="warn-text">{forRound ? t.documents.noRound : t.documents.noConference}</p>
      ) : null}
      {form && subjects.length > 0 ? (
        <Choice
          label={forRound ? t.documents.chooseRound : t.documents.chooseConference}
          value={subject?.id ?? ""}
          options={subjects.map((one) => ({ value: one.id, label: one.name }))}
          choose={setAbout}
          required
          testId="draft-about"
        />
      ) : null}
    </FormDialog>
  );
}
