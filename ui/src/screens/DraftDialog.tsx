/** Drafts a document from anywhere: which template, for which round or conference. */
import { useState } from "react";
import { useIssued } from "../app/issued";
import { useAsk, useRun } from "../app/data";
import { address, go } from "../app/router";
import { Choice } from "../parts/Choice";
import { FormDialog } from "../parts/FormDialog";
import { ThingPicker, useOffered } from "../parts/ThingPicker";
import { useTexts, worded } from "../texts";

/** What each template may be about, where that is a round or a conference. */
const THINGS = {
  round: ["round"],
  conference: ["conference"],
  any: ["round", "conference"],
  document: [],
} as const;

export function DraftDialog({ template, close }: { template: string | null; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const templates = useAsk("templates", {});
  const issued = useIssued();
  const [chosen, setChosen] = useState(template ?? "");
  const [about, setAbout] = useState<string | null>(null);
  const form = templates.data?.find((one) => one.id === chosen);
  const kind = form?.subject ?? "round";
  const things = useOffered(THINGS[kind], "") ?? [];
  const originals = (issued.data?.rows ?? []).map(({ id, number, title }) => ({
    value: id,
    label: `${number} · ${title}`,
  }));
  // The newest is meant unless the officer says otherwise; of what may be about nothing, nothing.
  const newest = { round: things[0]?.id, conference: things[0]?.id, document: originals[0]?.value, any: "" };
  const subject = about ?? newest[kind];
  const label = {
    round: t.documents.chooseRound,
    conference: t.documents.chooseConference,
    document: t.documents.chooseOriginal,
    any: t.documents.chooseAbout,
  };
  const none = {
    round: t.documents.noRound,
    conference: t.documents.noConference,
    document: t.documents.noOriginal,
    any: "",
  };

  const submit = async (): Promise<unknown> => {
    if (!form || subject === undefined) return false;
    const of = (prefix: string): string | null => (subject.startsWith(prefix) ? subject : null);
    const made = await run("draft", {
      template: form.id,
      round: of("round-"),
      conference: of("conf-"),
      document: of("doc-"),
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
      disabled={!form || subject === undefined}
    >
      <Choice
        label={t.documents.chooseTemplate}
        value={chosen}
        options={(templates.data ?? []).map((one) => ({
          value: one.id,
          label: worded(t, one.name, one.nameEn),
          about: worded(t, one.about, one.aboutEn),
        }))}
        choose={(id) => {
          setChosen(id);
          setAbout(null);
        }}
        required
        testId="draft-template"
      />
      {form && subject === undefined ? <p className="warn-text">{none[kind]}</p> : null}
      {form && subject !== undefined && kind === "document" ? (
        <Choice
          label={label.document}
          value={subject}
          options={originals}
          choose={setAbout}
          required
          testId="draft-about"
        />
      ) : null}
      {form && subject !== undefined && kind !== "document" ? (
        <ThingPicker
          of={THINGS[kind]}
          label={label[kind]}
          value={subject}
          none={kind === "any" ? t.documents.aboutNothing : undefined}
          choose={setAbout}
          required
          testId="draft-about"
        />
      ) : null}
    </FormDialog>
  );
}
