/** Writes the PDF of a document or its certificates, and says what is still blank in it. */
import { useCallback } from "react";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { useWays } from "../app/ways";
import { chooseSave, openPath, type DocumentView } from "../host";
import { fileName } from "../lib/words";
import { useTexts, wordFinding } from "../texts";
import { labelOf } from "./DocumentForm";

/** Resolves to true when a file was written. */
export type ExportPdf = (options?: {
  /** Opens it at once, to be printed. */
  open?: boolean;
  /** A file for each certificate. */
  apart?: boolean;
}) => Promise<boolean>;

export function useExport(
  view: DocumentView,
  before: () => Promise<void>,
  what: "export" | "certificates" = "export",
): ExportPdf {
  const t = useTexts();
  const { brief } = view;
  const run = useRun();
  const notices = useNotices();
  const ways = useWays();
  return useCallback(
    async ({ open = false, apart = false } = {}) => {
      try {
        await before();
        const title = what === "certificates" ? `${t.certificates.title} - ${brief.title}` : brief.title;
        const path = await chooseSave("pdf", fileName(title, "pdf"));
        if (path === null) return false;
        const written = await run(what, { id: brief.id, path, apart });
        const size = t.common.bytes(written.bytes);
        const done =
          what === "certificates"
            ? t.editor.exportedCertificates(written.pages, size, written.serif)
            : t.editor.exported(written.pages, size, written.serif);
        const blanks = written.findings
          .filter((finding) => finding.severity === "error" || finding.severity === "blank")
          .map((finding) =>
            wordFinding(t, finding.problem, (key) => labelOf(t, view, key)).message.replace(/[.;]$/, ""),
          );
        const still = blanks.length > 0 ? ` ${t.editor.stillBlank(blanks.join("; "))}` : "";
        const beside = written.beside.length > 0 ? ` ${t.editor.besideIt(written.beside.length)}` : "";
        notices.say(done + beside + still, ways.toFile(written.path));
        if (open) await openPath(written.path);
        return true;
      } catch (problem) {
        notices.fail(problem);
        return false;
      }
    },
    [before, brief.id, brief.title, notices, run, t, view, ways, what],
  );
}
