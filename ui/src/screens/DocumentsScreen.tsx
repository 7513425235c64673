/** All documents, by kind, year and state. */
import { Button } from "@fluentui/react-components";
import { DocumentAddRegular, DocumentTextRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { usePages } from "../app/pages";
import { address, addressOf, go, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useSayUndoable } from "../app/undo";
import type { DocumentBrief, DocumentOrder, DocumentState, TemplateBrief } from "../host";
import { showDate, showTime } from "../lib/dates";
import { Choice } from "../parts/Choice";
import { Became } from "../editor/Links";
import { DocumentStateChip } from "../parts/Chip";
import { DataTable, type Column, type Sort } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { NameCell } from "../parts/NameCell";
import { Card, Screen } from "../parts/Screen";
import { useTexts, worded, type Texts } from "../texts";
import { DraftDialog } from "./DraftDialog";

const YEARS = 8;

/** What the archive calls the order; without one, what changed last comes first. */
function orderOf(sort: Sort | null): { order: DocumentOrder; reverse: boolean } {
  const orders: Record<string, DocumentOrder> = {
    name: "title",
    number: "number",
    date: "date",
    changed: "changed",
  };
  const order = orders[sort?.id ?? ""] ?? "changed";
  // Dates and changes come newest first by themselves: upwards is their other way round.
  const newestFirst = order === "date" || order === "changed";
  return { order, reverse: sort !== null && sort.down !== newestFirst };
}

export function DocumentsScreen({ place }: { place: Place }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  const [state, setState] = useState<DocumentState | "">("");
  const [template, setTemplate] = useState("");
  const [year, setYear] = useState("");
  const [current, setCurrent] = useState<DocumentBrief | null>(null);
  const templates = useAsk("templates", {});
  const [sort, setSort] = useState<Sort | null>(null);
  const documents = usePages("documents", {
    state: state || null,
    template: template || null,
    year: year ? Number(year) : null,
    ...orderOf(sort),
  });
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
            sayUndoable(t.editor.removed(current.title));
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
        {documents.total === 0 && !filtered ? (
          <Empty icon={DocumentTextRegular} title={t.documents.empty} hint={t.documents.emptyHint} />
        ) : (
          <DataTable
            label={t.documents.title}
            rows={documents}
            sort={sort}
            setSort={setSort}
            columns={columns}
            keyOf={(document) => document.id}
            nameOf={(document) => document.title}
            open={(document) => go(address("documents", document.id))}
            onCurrent={setCurrent}
            rowTestId="document-row"
            empty={t.common.noMatch}
          />
        )}
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
        <NameCell name={document.title} to={address("documents", document.id)} below={kindOf(document)} />
      ),
      text: (document) => document.title,
      sorts: true,
    },
    {
      id: "number",
      title: t.documents.number,
      width: 8,
      grow: 1,
      cell: (document) => document.number,
      sorts: true,
    },
    {
      id: "date",
      title: t.documents.date,
      width: 6.5,
      cell: (document) => showDate(document.date),
      sorts: true,
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
    },
    {
      id: "changed",
      title: t.documents.changed,
      width: 9,
      cell: (document) => t.dates.at(showDate(document.changedAt), showTime(document.changedAt)),
      text: (document) => document.changedAt,
      sorts: true,
    },
  ];
}
