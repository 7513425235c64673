/** Printing goes through the PDF, which is exactly what is signed: exported, opened, printed at 100 %. */
import { FormDialog } from "../parts/FormDialog";
import { useTexts } from "../texts";

export function PrintDialog({ exportPdf, close }: { exportPdf: () => Promise<boolean>; close: () => void }) {
  const t = useTexts();
  return (
    <FormDialog
      title={t.editor.printTitle}
      submitLabel={t.editor.printGo}
      submit={exportPdf}
      close={close}
      testId="print-dialog"
    >
      <p>{t.editor.printAbout}</p>
    </FormDialog>
  );
}
