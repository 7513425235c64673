/** What was changed about one thing, newest first, over the screen that shows the thing. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useAsk } from "../app/data";
import { showDate, showTime } from "../lib/dates";
import { Asked } from "../parts/Asked";
import { useTexts } from "../texts";

export function HistoryDialog({ id, title, close }: { id: string; title: string; close: () => void }) {
  const t = useTexts();
  const journal = useAsk("journal", { id });
  return (
    <Dialog open onOpenChange={(_, data) => (data.open ? undefined : close())}>
      <DialogSurface className="dialog wide" data-testid="history-dialog">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="dialog-content">
            <Asked of={journal}>
              {(entries) =>
                entries.length === 0 ? (
                  <p className="muted">{t.settings.journalEmpty}</p>
                ) : (
                  <ul className="plain">
                    {entries.map((entry) => (
                      <li key={entry.number} className="side-record">
                        <span>{entry.action}</span>
                        <span className="muted">
                          {t.dates.at(showDate(entry.at), showTime(entry.at))} · {entry.who}
                        </span>
                      </li>
                    ))}
                  </ul>
                )
              }
            </Asked>
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{t.common.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
