/** Drafts a document from anywhere: which template, for which round or conference. */
import { useState } from "react";
import { useIssued } from "../app/issued";
import { useAsk, useRun } from "../app/data";
import { address, go } from "../app/router";
import type { TemplateSubject } from "../host";
import { Choice } from "../parts/Choice";
import { FormDialog } from "../parts/FormDialog";
import { useTexts, worded } from "../texts";

/** What a document may be about. */
interface Subject {
  kind: TemplateSubject;
  id: string;
  name: string;
}

function named(kind: TemplateSubject): (one: { id: string; name: string }) => Subject {
  return ({ id, name }) => ({ kind, id, name });
}

export function DraftDialog({ template, close }: { template: string | null; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const templates = useAsk("templates", {});
  const rounds = useAsk("rounds", {});
  const conferences = useAsk("conferences", {});
  const issued = useIssued();
  const [chosen, setChosen] = useState(template ?? "");
  const [about, setAbout] = useState("");
  const form = templates.data?.find((one) => one.id === chosen);
  const choices = {
    round: (rounds.data ?? []).map(named("round")),
    conference: (conferences.data ?? []).map(named("conference")),
    document: (issued.data?.rows ?? []).map(({ id, number, title }) => ({
      kind: "document" as const,
      id,
      name: `${number} · ${title}`,
    })),
  };
  const kind = form?.subject ?? "round";
  const subjects: Subject[] =
    kind === "any"
      ? [{ kind, id: "", name: t.documents.aboutNothing }, ...choices.round, ...choices.conference]
      : choices[kind];
  // The newest is meant unless the officer says otherwise.
  const subject = subjects.find((one) => one.id === about) ?? subjects[0];
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
    if (!form || !subject) return false;
    const made = await run("draft", {
      template: form.id,
      round: subject.kind === "round" ? subject.id : null,
      conference: subject.kind === "conference" ? subject.id : null,
      document: subject.kind === "document" ? subject.id : null,
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
      {form && subjects.length === 0 ? <p className="warn-text">{none[kind]}</p> : null}
      {form && subjects.length > 0 ? (
        <Choice
          label={label[kind]}
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
