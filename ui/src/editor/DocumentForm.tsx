/** The form of a document: sections that fold, the list it prints, its files, what the check found. */
import { Button } from "@fluentui/react-components";
import { AttachRegular, ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address } from "../app/router";
import { chooseOpen, type DocumentView, type Finding } from "../host";
import { Chip } from "../parts/Chip";
import { FileList } from "../parts/FileList";
import { useTexts, worded, type Texts } from "../texts";
import { FieldEditor } from "./FieldEditor";
import { Findings } from "./Findings";
import { Links } from "./Links";
import type { Editor } from "./useEditor";

interface DocumentFormProps {
  view: DocumentView;
  findings: readonly Finding[];
  editor: Editor;
  active: string | null;
  setActive: (key: string | null) => void;
  /** Brings a field into sight and gives it the focus. */
  pick: (key: string) => void;
}

export function DocumentForm({ view, findings, editor, active, setActive, pick }: DocumentFormProps) {
  const t = useTexts();
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(seldomNeeded(view)));
  const draft = view.brief.state === "draft";
  const gaps = useMemo(() => gapsOf(findings), [findings]);
  const { type, flush, revert } = editor;
  const fieldEditor = useMemo(() => ({ type, flush, revert }), [type, flush, revert]);
  const onFocus = useCallback((key: string) => setActive(key), [setActive]);

  // A click on the page, or on a finding: open the section, then focus the field.
  useEffect(() => {
    const onPick = (event: Event): void => {
      const key = (event as CustomEvent<string>).detail;
      const section = view.sections.find((one) => one.fields.some((field) => field.key === key));
      if (!section) return;
      setFolded((before) => new Set([...before].filter((id) => id !== section.id)));
      requestAnimationFrame(() => {
        const field = document.getElementById(`field-${key}`);
        field?.scrollIntoView({ block: "center" });
        field?.focus();
      });
    };
    window.addEventListener("pick-field", onPick);
    return () => window.removeEventListener("pick-field", onPick);
  }, [view.sections]);

  const toggle = (id: string): void =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });

  return (
    <section className="form" aria-label={t.editor.form}>
      {draft ? null : <p className="frozen">{t.editor.frozen}</p>}
      {view.sections.map((section) => {
        const open = !folded.has(section.id);
        const missing = section.fields.filter((field) => gaps.get(field.key) === "hole").length;
        const blank = section.fields.filter((field) => gaps.get(field.key) === "blank").length;
        const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
        return (
          <div key={section.id} className="form-section">
            <button
              type="button"
              className="section-head"
              aria-expanded={open}
              onClick={() => toggle(section.id)}
            >
              <Chevron aria-hidden="true" />
              <h2>{worded(t, section.title, section.titleEn)}</h2>
              <span className="grow" />
              {missing > 0 ? <Chip tone="bad">{t.editor.errors(missing)}</Chip> : null}
              {missing === 0 && blank > 0 ? <span className="muted">{t.editor.mayBeBlank}</span> : null}
            </button>
            {open ? (
              <div className="section-fields">
                {section.fields.map((field) => (
                  <div
                    key={field.key}
                    data-key={field.key}
                    className={`field-slot ${field.kind} ${active === field.key ? "active" : ""}`}
                  >
                    <FieldEditor
                      field={field}
                      editor={fieldEditor}
                      unsaved={editor.unsaved[field.key]}
                      gap={gaps.get(field.key) ?? null}
                      disabled={!draft}
                      onFocus={onFocus}
                    />
                  </div>
                ))}
              </div>
            ) : null}
          </div>
        );
      })}
      {view.list ? (
        <div className="form-section">
          <div className="section-head as-text">
            <h2>{t.editor.list}</h2>
            <span className="muted">
              {t.common.people(view.list.collectives, view.list.households, view.list.individuals)}
            </span>
            <span className="grow" />
            {view.list.prizeTotal > 0 ? <Chip tone="info">{t.money(view.list.prizeTotal)}</Chip> : null}
            {view.list.round ? <a href={address("rounds", view.list.round)}>{t.editor.openList}</a> : null}
          </div>
        </div>
      ) : null}
      <Links view={view} />
      <Files view={view} />
      <Findings
        findings={findings}
        pick={draft ? pick : undefined}
        labelOf={(key) => labelOf(t, view, key)}
      />
    </section>
  );
}

/** Sections that stay folded until one of their fields is used. */
function seldomNeeded(view: DocumentView): string[] {
  return view.sections
    .filter((section) => section.folded && !section.fields.some((field) => field.own))
    .map((section) => section.id);
}

/** Fields that the check names as empty: those that need a value, those that may wait. */
function gapsOf(findings: readonly Finding[]): Map<string, "hole" | "blank"> {
  const gaps = new Map<string, "hole" | "blank">();
  for (const { severity, problem } of findings) {
    if (problem.field === null) continue;
    if (severity === "error") gaps.set(problem.field, "hole");
    else if (severity === "blank" && !gaps.has(problem.field)) gaps.set(problem.field, "blank");
  }
  return gaps;
}

function Files({ view }: { view: DocumentView }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const attach = async (): Promise<void> => {
    try {
      const path = await chooseOpen("attachment");
      if (path === null) return;
      const file = await run("attach", { id: view.brief.id, path });
      notices.say(t.editor.attached(file.name));
    } catch (problem) {
      notices.fail(problem);
    }
  };
  return (
    <div className="form-section">
      <div className="section-head as-text">
        <h2>{t.editor.files}</h2>
        <span className="grow" />
        <Button
          size="small"
          icon={<AttachRegular />}
          title={t.editor.attachAbout}
          onClick={() => void attach()}
          data-testid="attach-file"
        >
          {t.editor.attach}
        </Button>
      </div>
      <FileList of={view.brief.id} total={view.files} empty={t.editor.noFiles} />
    </div>
  );
}

/** What a field is called in the language of the window. */
export function labelOf(t: Texts, view: DocumentView, key: string): string | undefined {
  const field = view.sections.flatMap((section) => section.fields).find((one) => one.key === key);
  return field ? worded(t, field.label, field.labelEn) : undefined;
}
