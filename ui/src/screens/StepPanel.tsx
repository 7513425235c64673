/** The steps of a round that are about papers: what there is, and what to draft next. */
import { Button } from "@fluentui/react-components";
import { CertificateRegular, DocumentAddRegular, DocumentTextRegular } from "@fluentui/react-icons";
import { useAsk } from "../app/data";
import { address } from "../app/router";
import type { DocumentBrief, RoundStep, RoundView, TemplateBrief } from "../host";
import { DocumentStateChip } from "../parts/Chip";
import { useDraft } from "../parts/DraftMenu";
import { Empty } from "../parts/Empty";
import { FileList } from "../parts/FileList";
import { Card } from "../parts/Screen";
import { useTexts, worded } from "../texts";

/** The step a template belongs to: the first word of its stable identifier names the kind of paper. */
export function belongs(template: string, step: RoundStep): boolean {
  return template.split("-")[0] === step;
}

export function StepPanel({ view, step }: { view: RoundView; step: RoundStep }) {
  const t = useTexts();
  const templates = useAsk("templates", {});
  const draft = useDraft();
  const drafting = (templates.data ?? []).filter(
    (template) => template.subject === "round" && belongs(template.id, step),
  );
  const documents = view.documents.filter((document) => {
    if (step === "archive" || step === "presentation") return true;
    if (step === "certificates") return document.certificates;
    return belongs(document.template, step);
  });
  return (
    <div className="step-panel">
      <p className="lead">{t.round.stepHint[step]}</p>
      <Card title={t.round.documentsHere}>
        {documents.length === 0 ? (
          <Empty
            icon={step === "certificates" ? CertificateRegular : DocumentTextRegular}
            title={step === "certificates" ? t.round.noCertificates : t.round.noDocuments}
          />
        ) : (
          documents.map((document) => <PaperRow key={document.id} document={document} step={step} />)
        )}
      </Card>
      {drafting.length > 0 ? (
        <div className="draft-cards">
          {drafting.map((template) => (
            <DraftCard
              key={template.id}
              template={template}
              draft={() => void draft(template.id, "round", view.brief.id)}
            />
          ))}
        </div>
      ) : null}
      {step === "presentation" ? (
        <Button as="a" href={address("conferences")}>
          {t.round.openConferences}
        </Button>
      ) : null}
      {step === "archive" ? (
        <Card title={t.round.filesHere}>
          <FileList of={view.brief.id} total={view.files} empty={t.round.noFiles} />
        </Card>
      ) : null}
    </div>
  );
}

function PaperRow({ document, step }: { document: DocumentBrief; step: RoundStep }) {
  const t = useTexts();
  return (
    <div className="paper-row">
      <DocumentTextRegular aria-hidden="true" />
      <a className="strong" href={address("documents", document.id)}>
        {document.title}
      </a>
      <span className="muted">{document.number}</span>
      <DocumentStateChip state={document.state} />
      <span className="grow" />
      {document.certificates && step === "certificates" ? (
        <Button size="small" icon={<CertificateRegular />} as="a" href={address("certificates", document.id)}>
          {t.editor.certificates}
        </Button>
      ) : null}
    </div>
  );
}

function DraftCard({ template, draft }: { template: TemplateBrief; draft: () => void }) {
  const t = useTexts();
  return (
    <div className="card draft-card">
      <strong>{worded(t, template.name, template.nameEn)}</strong>
      <span className="muted">{worded(t, template.about, template.aboutEn)}</span>
      <Button size="small" icon={<DocumentAddRegular />} onClick={draft}>
        {t.round.draftThis}
      </Button>
    </div>
  );
}

/** The papers of a step in one line, above the list that the step is about. */
export function StepPapers({ view, step }: { view: RoundView; step: RoundStep }) {
  const t = useTexts();
  const templates = useAsk("templates", {});
  const draft = useDraft();
  const forms = (templates.data ?? []).filter(
    (template) => template.subject === "round" && belongs(template.id, step),
  );
  return (
    <div className="step-papers">
      <span className="muted">{t.round.stepHint[step]}</span>
      <span className="grow" />
      {view.documents
        .filter((document) => belongs(document.template, step))
        .map((document) => (
          <a key={document.id} href={address("documents", document.id)}>
            {document.title}
          </a>
        ))}
      {forms.map((template) => (
        <Button
          key={template.id}
          size="small"
          icon={<DocumentAddRegular />}
          onClick={() => void draft(template.id, "round", view.brief.id)}
        >
          {worded(t, template.name, template.nameEn)}
        </Button>
      ))}
    </div>
  );
}
