/** Above the status bar while work takes longer than a moment: what it does, how far it is, and a way to stop it. */
import { Button, ProgressBar } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { stopWork } from "../host";
import { useTexts } from "../texts";
import { useNotices } from "./notices";
import { subscribeToWork, workNow } from "./work";

export function LongWork() {
  const t = useTexts();
  const notices = useNotices();
  const progress = useSyncExternalStore(subscribeToWork, workNow);
  if (progress === null) return null;
  const { stage, done, total } = progress;
  const share = total > 0 ? Math.min(done / total, 1) : 0;
  return (
    <div className="long-work" data-testid="long-work">
      <span role="status">{t.work.stage[stage]}</span>
      <ProgressBar value={share} aria-label={t.work.stage[stage]} />
      <span className="muted">{t.work.percent(Math.floor(share * 100))}</span>
      <Button size="small" onClick={() => void stopWork().catch(notices.fail)} data-testid="stop-work">
        {t.work.stop}
      </Button>
    </div>
  );
}
