/** A document: what it says on the left, what it becomes on the right, both live. */
import { Button, Tab, TabList } from "@fluentui/react-components";
import {
  ArchiveRegular,
  ArrowExportRegular,
  CertificateRegular,
  DocumentCheckmarkRegular,
  HistoryRegular,
  PrintRegular,
} from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address, go } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useSayUndoable } from "../app/undo";
import { call, type DocumentView, type Finding } from "../host";
import { Asked } from "../parts/Asked";
import { DocumentStateChip } from "../parts/Chip";
import { useDraft } from "../parts/DraftMenu";
import { MoreMenu } from "../parts/MoreMenu";
import { Screen } from "../parts/Screen";
import { useTexts } from "../texts";
import { AmendDialog, LinkDialog } from "./AmendDialog";
import { Desk } from "./Desk";
import { DocumentForm } from "./DocumentForm";
import { IssueDialog } from "./IssueDialog";
import { Became } from "./Links";
import { PrintDialog } from "./PrintDialog";
import type { AskPages } from "./pageFeed";
import { useExport } from "./useExport";
import { useSavePicture } from "./useSavePicture";
import { useEditor } from "./useEditor";

export function DocumentScreen({ id }: { id: string }) {
  const t = useTexts();
  const document = useAsk("document", { id });
  if (document.data) return <Loaded view={document.data} version={document.dataUpdatedAt} />;
  return (
    <Screen crumb={{ label: t.editor.crumb, to: address("documents") }} title="" layout="fill">
      <Asked of={document}>{() => null}</Asked>
    </Screen>
  );
}

function Loaded({ view, version }: { view: DocumentView; version: number }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  const { brief } = view;
  const editor = useEditor(brief.id);
  const exportPdf = useExport(view, editor.flushAll);
  const savePicture = useSavePicture(brief, editor.flushAll);
  const [active, setActive] = useState<string | null>(null);
  // The findings of the last layout; the saved document's until there is one.
  const [found, setFound] = useState<readonly Finding[] | null>(null);
  const findings = found ?? view.findings;
  const [side, setSide] = useState<"form" | "page">("form");
  const [dialog, setDialog] = useState<"issue" | "print" | "amend" | "link" | null>(null);
  const isDraft = brief.state === "draft";
  const draft = useDraft();

  // A saved change or an undo is a new state of the document as much as a typed one.
  const ask = useMemo(
    () => previewOf(brief.id, editor.unsaved, version),
    [brief.id, editor.unsaved, version],
  );

  const unsaved = useRef(editor.unsaved);
  useEffect(() => {
    unsaved.current = editor.unsaved;
  }, [editor.unsaved]);
  const find = useCallback(
    (field: string) => call("find_field", { id: brief.id, values: { ...unsaved.current }, field }),
    [brief.id],
  );

  const pick = useCallback((field: string) => {
    setSide("form");
    setActive(field);
    window.dispatchEvent(new CustomEvent("pick-field", { detail: field }));
  }, []);

  useAction("print", () => setDialog("print"));
  useAction("export", () => void exportPdf());
  useAction("save", () => void editor.flushAll().then(() => notices.say(t.status.alreadySaved)));

  const remove = (): void => {
    run("remove_document", { id: brief.id }).then(() => {
      go(address("documents"));
      sayUndoable(t.editor.removed(brief.title));
    }, notices.fail);
  };

  return (
    <Screen
      crumb={{ label: t.editor.crumb, to: address("documents") }}
      title={brief.title}
      layout="fill"
      beside={
        <span className="chips">
          <DocumentStateChip state={brief.state} />
          <Became links={brief.became} />
        </span>
      }
      actions={
        <>
          {brief.certificates ? (
            <Button
              icon={<CertificateRegular />}
              as="a"
              href={address("certificates", brief.id)}
              data-testid="open-certificates"
            >
              {t.editor.certificates}
            </Button>
          ) : null}
          {isDraft ? null : (
            <Button
              icon={<ArchiveRegular />}
              as="a"
              href={address("dossiers", brief.id)}
              data-testid="open-dossier"
            >
              {t.keeping.button}
            </Button>
          )}
          <Button icon={<PrintRegular />} onClick={() => setDialog("print")} data-testid="print">
            {t.editor.print}
          </Button>
          {isDraft ? (
            <Button
              icon={<DocumentCheckmarkRegular />}
              onClick={() => void editor.flushAll().then(() => setDialog("issue"))}
              data-testid="issue-document"
            >
              {t.editor.issue}
            </Button>
          ) : null}
          <MoreMenu
            items={[
              {
                label: t.history.open,
                icon: <HistoryRegular />,
                run: () => go(address("history", brief.id)),
                testId: "open-history",
              },
              ...(isDraft
                ? [
                    { label: t.links.link, run: () => setDialog("link"), testId: "link-document" },
                    { label: t.editor.removeDraft, run: remove, danger: true, testId: "remove-draft" },
                  ]
                : [
                    {
                      label: t.editor.excerpt,
                      run: () => void draft("copy-excerpt", "document", brief.id),
                      testId: "excerpt",
                    },
                    { label: t.links.amend, run: () => setDialog("amend"), testId: "amend" },
                  ]),
            ]}
          />
          <Button
            appearance="primary"
            icon={<ArrowExportRegular />}
            onClick={() => void exportPdf()}
            data-testid="export-pdf"
          >
            {t.editor.exportPdf}
          </Button>
        </>
      }
    >
      <TabList
        className="editor-tabs"
        size="small"
        selectedValue={side}
        onTabSelect={(_, data) => setSide(data.value as "form" | "page")}
      >
        <Tab value="form">{t.editor.showForm}</Tab>
        <Tab value="page">{t.editor.showPage}</Tab>
      </TabList>
      <div className={`editor show-${side}`}>
        <DocumentForm
          view={view}
          findings={findings}
          editor={editor}
          active={active}
          setActive={setActive}
          pick={pick}
        />
        <Desk
          ask={ask}
          sizes={view.pageSizes}
          active={active}
          find={find}
          pick={isDraft ? pick : undefined}
          onFindings={setFound}
          savePicture={savePicture}
        />
      </div>
      {dialog === "issue" ? <IssueDialog view={view} close={() => setDialog(null)} /> : null}
      {dialog === "amend" ? <AmendDialog id={brief.id} close={() => setDialog(null)} /> : null}
      {dialog === "link" ? <LinkDialog document={brief} close={() => setDialog(null)} /> : null}
      {dialog === "print" ? (
        <PrintDialog
          id={brief.id}
          before={editor.flushAll}
          exportPdf={() => exportPdf({ open: true })}
          close={() => setDialog(null)}
        />
      ) : null}
    </Screen>
  );
}

/** Asks for pages with what is typed so far. The version only makes another question of it: the archive changed. */
function previewOf(id: string, unsaved: Readonly<Record<string, string>>, _version: number): AskPages {
  return (from, count) => call("preview", { id, values: { ...unsaved }, from, count });
}
