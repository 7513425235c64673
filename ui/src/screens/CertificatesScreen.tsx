/** The certificates of a decision, one page each, as they will print. */
import { Button } from "@fluentui/react-components";
import { ArrowExportRegular, PrintRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk } from "../app/data";
import { address } from "../app/router";
import { useAction } from "../app/shortcuts";
import { call, type DocumentView } from "../host";
import { Asked } from "../parts/Asked";
import { MoreMenu } from "../parts/MoreMenu";
import { Screen } from "../parts/Screen";
import { useTexts } from "../texts";
import { Desk } from "../editor/Desk";
import type { AskPages } from "../editor/pageFeed";
import { PrintDialog } from "../editor/PrintDialog";
import { useExport } from "../editor/useExport";
import { useSavePicture } from "../editor/useSavePicture";

export function CertificatesScreen({ id }: { id: string }) {
  const t = useTexts();
  const document = useAsk("document", { id });
  if (document.data) return <Loaded view={document.data} version={document.dataUpdatedAt} />;
  return (
    <Screen crumb={{ label: t.nav.documents, to: address("documents") }} title={t.certificates.title}>
      <Asked of={document}>{() => null}</Asked>
    </Screen>
  );
}

const nothing = (): Promise<void> => Promise.resolve();

function Loaded({ view, version }: { view: DocumentView; version: number }) {
  const t = useTexts();
  const { brief } = view;
  const [total, setTotal] = useState<number | null>(null);
  const exportPdf = useExport(view, nothing, "certificates");
  const savePicture = useSavePicture(brief, nothing, true);
  const ask = useMemo(() => certificatesOf(brief.id, version), [brief.id, version]);
  useAction("export", () => void exportPdf());
  const [printing, setPrinting] = useState(false);
  useAction("print", () => setPrinting(true));
  return (
    <Screen
      crumb={{ label: brief.title, to: address("documents", brief.id) }}
      title={t.certificates.title}
      layout="fill"
      beside={total === null ? null : <span className="muted">{t.certificates.total(total)}</span>}
      actions={
        <>
          <MoreMenu
            items={[
              {
                label: t.certificates.exportEach,
                run: () => void exportPdf({ apart: true }),
                testId: "export-each",
              },
            ]}
          />
          <Button
            icon={<PrintRegular />}
            disabled={total === 0}
            onClick={() => setPrinting(true)}
            data-testid="print"
          >
            {t.editor.print}
          </Button>
          <Button
            appearance="primary"
            icon={<ArrowExportRegular />}
            disabled={total === 0}
            onClick={() => void exportPdf()}
            data-testid="export-certificates"
          >
            {t.certificates.export}
          </Button>
        </>
      }
    >
      <p className="lead above-desk">{t.certificates.about}</p>
      <Desk ask={ask} onTotal={setTotal} savePicture={savePicture} none={t.certificates.none} />
      {printing ? (
        <PrintDialog
          id={brief.id}
          certificates
          before={nothing}
          exportPdf={() => exportPdf({ open: true })}
          close={() => setPrinting(false)}
        />
      ) : null}
    </Screen>
  );
}

/** The version only makes another question of it: the archive changed. */
function certificatesOf(id: string, _version: number): AskPages {
  return (from, count) => call("preview_certificates", { id, values: {}, from, count });
}
