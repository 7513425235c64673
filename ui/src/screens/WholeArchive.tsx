/** The whole archive out to a folder for people or to one file for another PC, and back in to an empty one. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Radio,
  RadioGroup,
} from "@fluentui/react-components";
import { ArrowExportRegular, ArrowImportRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useRun } from "../app/data";
import { isArchive, useGiven } from "../app/given";
import { useNotices } from "../app/notices";
import { useWays } from "../app/ways";
import { chooseOpen, chooseSave, type FolderContent } from "../host";
import { today } from "../lib/dates";
import { FormDialog } from "../parts/FormDialog";
import { FullIdentities } from "../parts/FullIdentities";
import { useTexts } from "../texts";

export function ExportAllButton() {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const ways = useWays();
  const [asked, setAsked] = useState(false);
  const [packed, setPacked] = useState(false);
  const [identities, setIdentities] = useState(false);
  return (
    <>
      <Button icon={<ArrowExportRegular />} onClick={() => setAsked(true)} data-testid="export-all">
        {t.keeping.exportAll}
      </Button>
      {asked ? (
        <FormDialog
          title={t.keeping.exportAll}
          submitLabel={t.identity.export}
          close={() => setAsked(false)}
          testId="export-all-dialog"
          submit={async () => {
            const name = t.keeping.exportName(today());
            const path = packed
              ? await chooseSave("archive", `${name}.bangvang`)
              : await chooseSave("folder", name);
            if (path === null) return false;
            const written = await run("export_all", { path, identities: packed || identities });
            notices.say(
              t.keeping.exportedAll(written.files, t.common.bytes(written.bytes)),
              ways.toFolder(written.path),
            );
            return true;
          }}
        >
          <RadioGroup
            value={packed ? "file" : "folder"}
            onChange={(_, data) => setPacked(data.value === "file")}
          >
            <Radio value="folder" label={t.archiveFile.asFolder} />
            <Radio value="file" label={t.archiveFile.asFile} data-testid="export-as-file" />
          </RadioGroup>
          {packed ? null : <FullIdentities wanted={identities} want={setIdentities} />}
          <p className="muted">{packed ? t.archiveFile.asFileAbout : t.keeping.exportAllAbout}</p>
        </FormDialog>
      ) : null}
    </>
  );
}

interface ImportAllButtonProps {
  fail?: (problem: unknown) => void;
  /** Takes an archive that was opened with the program, on a new PC by a double click. */
  opens?: boolean;
}

/** Looks the folder through, says what it holds, and brings it in when the officer agrees. */
export function ImportAllButton({ fail, opens = false }: ImportAllButtonProps) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const told = fail ?? notices.fail;
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<FolderContent | null>(null);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (problem) {
      setFound(null);
      told(problem);
    } finally {
      setBusy(false);
    }
  };
  const look = (from: "folder" | "archive"): Promise<void> =>
    attempt(async () => {
      const path = await chooseOpen(from);
      if (path !== null) setFound(await run("look_into_folder", { path }));
    });
  useGiven(
    (path) => opens && isArchive(path),
    (path) => attempt(async () => setFound(await run("look_into_folder", { path }))),
  );
  const take = (path: string): Promise<void> =>
    attempt(async () => {
      await run("import_all", { path });
      setFound(null);
      notices.say(t.keeping.importedAll);
    });
  return (
    <>
      <Button
        icon={<ArrowImportRegular />}
        disabled={busy}
        onClick={() => void look("folder")}
        data-testid="import-all"
      >
        {t.keeping.importAll}
      </Button>
      <Button
        icon={<ArrowImportRegular />}
        disabled={busy}
        onClick={() => void look("archive")}
        data-testid="import-archive-file"
      >
        {t.archiveFile.importFile}
      </Button>
      {found ? (
        <Dialog open modalType="alert" onOpenChange={(_, data) => (data.open ? undefined : setFound(null))}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{t.keeping.importTitle}</DialogTitle>
              <DialogContent>
                <p>{found.path}</p>
                <p>{t.keeping.importAsk(found.documents, found.awards, found.honorees, found.keptFiles)}</p>
              </DialogContent>
              <DialogActions>
                <Button onClick={() => setFound(null)} disabled={busy}>
                  {t.common.cancel}
                </Button>
                <Button
                  appearance="primary"
                  disabled={busy}
                  onClick={() => void take(found.path)}
                  data-testid="import-all-do"
                >
                  {t.keeping.importDo}
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      ) : null}
    </>
  );
}
