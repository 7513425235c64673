/** The foot of the window: whose archive, where in the document, what is saved. */
import type { Status } from "../host";
import { showTime } from "../lib/dates";
import { useTexts } from "../texts";
import { useFootnote } from "./footnote";

export function StatusBar({ status }: { status: Status }) {
  const t = useTexts();
  const { page, saving } = useFootnote();
  const saved = status.savedAt ? t.status.savedAt(showTime(status.savedAt)) : t.status.nothingSaved;
  const words = { idle: saved, unsaved: t.status.unsaved, saving: t.status.saving };
  const agency = status.agency;
  return (
    <footer className="status-bar">
      <span>{[agency?.name, agency?.province].filter(Boolean).join(" · ")}</span>
      {page ? <span>{page}</span> : null}
      <span className="grow" />
      {status.testHost ? <span>{t.status.testHost}</span> : null}
      <span role="status" data-testid="saved">
        {words[saving]}
      </span>
      <span>{t.status.version(status.version)}</span>
    </footer>
  );
}
