/** Files kept in the archive: opened in the PC's program, written out byte for byte. */
import { Button } from "@fluentui/react-components";
import { DocumentPdfRegular, DocumentRegular, SaveRegular, TableRegular } from "@fluentui/react-icons";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { chooseSave, openFile, showInFolder, type FileBrief } from "../host";
import { showDate, showTime } from "../lib/dates";
import { useTexts } from "../texts";
import { HistoryLink } from "./HistoryLink";

export function FileList({ files, empty }: { files: FileBrief[]; empty: string }) {
  if (files.length === 0) return <div className="muted pad">{empty}</div>;
  return (
    <ul className="file-list">
      {files.map((file) => (
        <FileRow key={file.id} file={file} />
      ))}
    </ul>
  );
}

function FileRow({ file }: { file: FileBrief }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
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
      notices.say(t.editor.saved(path), [
        { label: t.common.openFolder, run: () => void showInFolder(path).catch(notices.fail) },
      ]);
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
      <Button
        size="small"
        appearance="subtle"
        icon={<SaveRegular />}
        aria-label={t.common.saveAs}
        title={t.common.saveAs}
        onClick={() => void save()}
      />
    </li>
  );
}
