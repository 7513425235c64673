/** All documents, by kind, year and state. */
import { Button } from "@fluentui/react-components";
import { DocumentAddRegular, DocumentTextRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address, addressOf, go, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useUndo } from "../app/undo";
import type { DocumentBrief, DocumentState, TemplateBrief } from "../host";
import { showDate, showTime } from "../lib/dates";
import { compareWords } from "../lib/words";
import { Asked } from "../parts/Asked";
import { Choice } from "../parts/Choice";
import { Became } from "../editor/Links";
import { DocumentStateChip } from "../parts/Chip";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { Card, Screen } from "../parts/Screen";
import { useTexts, worded, type Texts } from "../texts";
import { DraftDialog } from "./DraftDialog";

const YEARS = 8;

export function DocumentsScreen({ place }: { place: Place }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const { undo } = useUndo();
  const [state, setState] = useState<DocumentState | "">("");
  const [template, setTemplate] = useState("");
  const [year, setYear] = useState("");
  const [current, setCurrent] = useState<DocumentBrief | null>(null);
  const templates = useAsk("templates", {});
  const documents = useAsk(
    "documents",
    { state: state || null, template: template || null, year: year ? Number(year) : null },
    { keep: true },
  );
  const columns = useMemo(() => documentColumns(t, templates.data ?? []), [t, templates.data]);
  const filtered = state !== "" || template !== "" || year !== "";
  const drafting = place.query.get("new") === "1";
  const startDraft = (): void => go(address("documents", null, { new: "1" }));
  const thisYear = new Date().getFullYear();

  useAction("new", startDraft);
  useAction(
    "remove",
    current?.state === "draft"
      ? () =>
          void run("remove_document", { id: current.id }).then(() => {
            setCurrent(null);
            notices.say(t.editor.removed(current.title), [{ label: t.common.undo, run: undo }]);
          }, notices.fail)
      : undefined,
  );

  return (
    <Screen
      title={t.documents.title}
      layout="fill"
      actions={
        <Button
          appearance="primary"
          icon={<DocumentAddRegular />}
          onClick={startDraft}
          data-testid="new-document"
        >
          {t.documents.newDocument}
        </Button>
      }
    >
      <Card className="fill">
        <div className="card-bar">
          <Choice
            size="small"
            className="medium"
            ariaLabel={t.documents.kind}
            value={template}
            options={[
              { value: "", label: t.documents.anyKind },
              ...(templates.data ?? []).map((one) => ({
                value: one.id,
                label: worded(t, one.name, one.nameEn),
              })),
            ]}
            choose={setTemplate}
          />
          <Choice
            size="small"
            className="short"
            ariaLabel={t.common.year}
            value={year}
            options={[
              { value: "", label: t.documents.anyYear },
              ...Array.from({ length: YEARS }, (_, back) => String(thisYear - back)).map((value) => ({
                value,
                label: value,
              })),
            ]}
            choose={setYear}
          />
          <Choice<DocumentState | "">
            size="small"
            className="short"
            ariaLabel={t.documents.state}
            value={state}
            options={[
              { value: "", label: t.common.all },
              { value: "draft", label: t.words.documentState.draft },
              { value: "issued", label: t.words.documentState.issued },
            ]}
            choose={setState}
          />
        </div>
        <Asked of={documents}>
          {(rows) =>
            rows.length === 0 && !filtered ? (
              <Empty icon={DocumentTextRegular} title={t.documents.empty} hint={t.documents.emptyHint} />
            ) : (
              <DataTable
                label={t.documents.title}
                rows={rows}
                columns={columns}
                keyOf={(document) => document.id}
                nameOf={(document) => document.title}
                open={(document) => go(address("documents", document.id))}
                onCurrent={setCurrent}
                rowTestId="document-row"
                empty={<span className="muted">{t.common.noMatch}</span>}
              />
            )
          }
        </Asked>
      </Card>
      {drafting ? (
        <DraftDialog template={place.query.get("template")} close={() => go(address("documents"), true)} />
      ) : null}
    </Screen>
  );
}

function documentColumns(t: Texts, templates: readonly TemplateBrief[]): Column<DocumentBrief>[] {
  const kindOf = (document: DocumentBrief): string => {
    const template = templates.find((one) => one.id === document.template);
    return template ? worded(t, template.name, template.nameEn) : document.template;
  };
  return [
    {
      id: "title",
      title: t.documents.name,
      width: 15,
      grow: 3,
      cell: (document) => (
        <span className="two-lines">
          <a className="strong" href={address("documents", document.id)}>
            {document.title}
          </a>
          <span className="muted">{kindOf(document)}</span>
        </span>
      ),
      text: (document) => document.title,
      compare: (a, b) => compareWords(a.title, b.title),
    },
    {
      id: "number",
      title: t.documents.number,
      width: 8,
      grow: 1,
      cell: (document) => document.number,
      text: (document) => document.number,
      compare: (a, b) => compareWords(a.number, b.number),
    },
    {
      id: "date",
      title: t.documents.date,
      width: 6.5,
      cell: (document) => showDate(document.date),
      text: (document) => showDate(document.date),
      compare: (a, b) => compareWords(a.date ?? "", b.date ?? ""),
    },
    {
      id: "state",
      title: t.documents.state,
      width: 9,
      grow: 1,
      cell: (document) => (
        <span className="chips">
          <DocumentStateChip state={document.state} />
          <Became links={document.became} />
        </span>
      ),
      text: (document) => t.words.documentState[document.state],
      compare: (a, b) => compareWords(a.state, b.state),
    },
    {
      id: "about",
      title: t.documents.about,
      width: 10,
      grow: 2,
      cell: (document) => {
        const to = document.about === null ? null : addressOf(document.about);
        return to ? <a href={to}>{document.aboutName}</a> : document.aboutName;
      },
      text: (document) => document.aboutName ?? "",
      compare: (a, b) => compareWords(a.aboutName ?? "", b.aboutName ?? ""),
    },
    {
      id: "changed",
      title: t.documents.changed,
      width: 9,
      cell: (document) => t.dates.at(showDate(document.changedAt), showTime(document.changedAt)),
      text: (document) => document.changedAt,
      compare: (a, b) => compareWords(a.changedAt, b.changedAt),
    },
  ];
}
