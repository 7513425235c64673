/**
 * Printing in true size, on a printer that is chosen: the pages of the preview and the PDF. Never the page of the window.
 * Where the program cannot print, the PDF is exported and opened in the PC's own program.
 */
import { Button, Spinner } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { Choice } from "../parts/Choice";
import { LineField } from "../parts/fields";
import { FormDialog } from "../parts/FormDialog";
import { ProblemBar } from "../parts/Problems";
import { useTexts } from "../texts";

interface PrintDialogProps {
  id: string;
  /** The certificates of the decision instead of the decision. */
  certificates?: boolean;
  /** Saves what is typed; what is printed is what is saved. */
  before: () => Promise<void>;
  /** The way out: exports and opens the PDF. */
  exportPdf: () => Promise<boolean>;
  close: () => void;
}

export function PrintDialog({ id, certificates = false, before, exportPdf, close }: PrintDialogProps) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const printers = useAsk("printers", {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [copies, setCopies] = useState("1");
  const [pages, setPages] = useState("");
  const names = printers.data?.names ?? [];
  const printer = chosen ?? names[0] ?? "";
  // Printers come a moment after the dialog; then Enter prints.
  const content = useRef<HTMLDivElement>(null);
  const known = printer !== "";
  useEffect(() => {
    const dialog = known ? content.current?.closest("form") : null;
    dialog?.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [known]);
  const many = /^[1-9][0-9]?$/.test(copies.trim()) ? Number(copies) : null;

  const print = async (): Promise<void> => {
    await before();
    const printed = await run("print", { id, certificates, printer, copies: many ?? 1, pages });
    notices.say(t.printing.sent(printed.pages, printed.copies, printed.printer));
  };
  const exportInstead = (
    <Button
      appearance="transparent"
      className="print-export"
      onClick={() => void exportPdf().then((done) => (done ? close() : undefined))}
      data-testid="print-export"
    >
      {t.printing.exportInstead}
    </Button>
  );

  return (
    <FormDialog
      title={certificates ? t.printing.certificates : t.editor.printTitle}
      submitLabel={t.editor.print}
      submit={print}
      disabled={printer === "" || many === null}
      close={close}
      testId="print-dialog"
    >
      <div ref={content} />
      {printers.error ? <ProblemBar failure={printers.error} /> : null}
      {printers.data && names.length === 0 ? <p>{t.printing.noPrinter}</p> : null}
      {!printers.data && !printers.error ? <Spinner size="tiny" label={t.printing.looking} /> : null}
      {names.length > 0 ? (
        <>
          <p>{t.printing.about}</p>
          <Choice
            label={t.printing.printer}
            value={printer}
            options={names.map((name) => ({ value: name, label: name }))}
            choose={setChosen}
            testId="printer"
          />
          <div className="field-row">
            <LineField
              label={t.printing.copies}
              value={copies}
              onTyping={setCopies}
              check={(text) => (/^[1-9][0-9]?$/.test(text.trim()) ? null : t.printing.badCopies)}
              className="short"
              testId="print-copies"
            />
            <LineField
              label={t.printing.pages}
              value={pages}
              onTyping={setPages}
              placeholder={t.printing.allPages}
              className="medium"
              testId="print-pages"
            />
          </div>
        </>
      ) : null}
      {exportInstead}
    </FormDialog>
  );
}
