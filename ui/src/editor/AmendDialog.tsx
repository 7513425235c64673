/** A new document for an issued one: what it does to it, and by which template. Or what a draft does to one. */
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useIssued } from "../app/issued";
import { useNotices } from "../app/notices";
import { address, go } from "../app/router";
import type { DocumentBrief, LinkKind } from "../host";
import { Choice } from "../parts/Choice";
import { FormDialog } from "../parts/FormDialog";
import { useTexts, worded } from "../texts";

const KINDS: LinkKind[] = ["replaces", "amends", "corrects", "recalls", "cancels"];

/** What is usual for a kind: content by decision, form by letter. */
const usual = (kind: LinkKind): string => (kind === "corrects" ? "official-letter" : "decision-change");

export function AmendDialog({ id, close }: { id: string; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const templates = useAsk("templates", {});
  const [kind, setKind] = useState<LinkKind>("replaces");
  const [template, setTemplate] = useState<string | null>(null);
  const fitting = (templates.data ?? []).filter((one) => one.subject !== "document");
  return (
    <FormDialog
      title={t.links.amendTitle}
      submitLabel={t.links.draft}
      close={close}
      testId="amend-dialog"
      submit={async () => {
        const made = await run("amend", { id, kind, template: template ?? usual(kind) });
        close();
        go(address("documents", made.id));
        return false;
      }}
    >
      <p className="muted">{t.links.amendAbout}</p>
      <Choice<LinkKind>
        label={t.links.kind}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t.links.active[value] }))}
        choose={setKind}
        testId="amend-kind"
      />
      <Choice
        label={t.links.template}
        value={template ?? usual(kind)}
        options={fitting.map((one) => ({
          value: one.id,
          label: worded(t, one.name, one.nameEn),
          about: worded(t, one.about, one.aboutEn),
        }))}
        choose={setTemplate}
        testId="amend-template"
      />
    </FormDialog>
  );
}

export function LinkDialog({ document, close }: { document: DocumentBrief; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const issued = useIssued();
  const [kind, setKind] = useState<LinkKind>("replaces");
  const [earlier, setEarlier] = useState("");
  return (
    <FormDialog
      title={t.links.linkTitle}
      submitLabel={t.common.save}
      close={close}
      disabled={earlier === ""}
      testId="link-dialog"
      submit={async () => {
        await run("link_documents", { id: document.id, earlier, kind });
        notices.say(t.links.linked);
      }}
    >
      <Choice<LinkKind>
        label={t.links.kind}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t.links.active[value] }))}
        choose={setKind}
      />
      <Choice
        label={t.links.linkTo}
        value={earlier}
        options={(issued.data?.rows ?? []).map((one) => ({
          value: one.id,
          label: `${one.number} · ${one.title}`,
        }))}
        choose={setEarlier}
        placeholder={issued.data?.total === 0 ? t.documents.noOriginal : undefined}
        required
        testId="link-to"
      />
    </FormDialog>
  );
}
