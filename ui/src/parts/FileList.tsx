/** Files kept in the archive, a page of them: opened in the PC's program, written out byte for byte. */
import { Button } from "@fluentui/react-components";
import { DocumentPdfRegular, DocumentRegular, SaveRegular, TableRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { useWays } from "../app/ways";
import { chooseSave, openFile, type FileBrief } from "../host";
import { showDate, showTime } from "../lib/dates";
import { useTexts } from "../texts";
import { HistoryLink } from "./HistoryLink";
import { IconButton } from "./IconButton";
import { ProblemBar } from "./Problems";

/** Files shown at once. */
const SHOWN = 50;

/** `total` as the view of the thing counts them. */
export function FileList({ of, total, empty = "" }: { of: string; total: number; empty?: string }) {
  const t = useTexts();
  const [wanted, setFrom] = useState(0);
  // What was taken off may have been the whole last page.
  const from = Math.min(wanted, Math.floor(Math.max(0, total - 1) / SHOWN) * SHOWN);
  const files = useAsk("files", { id: of, from, count: SHOWN }, { enabled: total > 0, keep: true });
  if (total === 0) return <div className="muted pad">{empty}</div>;
  const last = Math.min(total, from + SHOWN);
  return (
    <>
      <ul className="file-list">
        {(files.data?.rows ?? []).map((file) => (
          <FileRow key={file.id} file={file} />
        ))}
      </ul>
      {files.error ? <ProblemBar failure={files.error} /> : null}
      {total > SHOWN ? (
        <div className="card-bar">
          <span className="muted grow">{t.lists.files(from + 1, last, total)}</span>
          <Button size="small" disabled={from === 0} onClick={() => setFrom(from - SHOWN)}>
            {t.lists.before}
          </Button>
          <Button size="small" disabled={last === total} onClick={() => setFrom(from + SHOWN)}>
            {t.lists.after}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function FileRow({ file }: { file: FileBrief }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const ways = useWays();
  const Icon = /\.pdf$/i.test(file.name)
    ? DocumentPdfRegular
    : /\.(xls[xm]?|ods)$/i.test(file.name)
      ? TableRegular
      : DocumentRegular;

  const save = async (): Promise<void> => {
    try {
      const path = await chooseSave("file", file.name);
      if (path === null) return;
      await run("save_file", { id: file.id, path });
      notices.say(t.editor.saved(path), ways.toFolder(path));
    } catch (problem) {
      notices.fail(problem);
    }
  };

  return (
    <li data-testid="file-row">
      <Icon aria-hidden="true" />
      <span className="two-lines grow">
        <button type="button" className="link" onClick={() => void openFile(file.id).catch(notices.fail)}>
          {file.name}
        </button>
        <span className="muted">
          {[
            t.words.fileRole[file.role],
            t.common.bytes(file.bytes),
            t.dates.at(showDate(file.addedAt), showTime(file.addedAt)),
          ].join(" · ")}
        </span>
      </span>
      <HistoryLink id={file.id} name={file.name} />
      <IconButton icon={<SaveRegular />} label={t.common.saveAs} run={() => void save()} />
    </li>
  );
}
