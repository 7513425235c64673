/** The lock of the window in the settings: password, idle time. */
import { Button } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { changeLock, lockNow, useLock } from "../app/lock";
import { useNotices } from "../app/notices";
import type { LockState } from "../host";
import { Choice } from "../parts/Choice";
import { LineField } from "../parts/fields";
import { FormDialog } from "../parts/FormDialog";
import { useTexts, type Texts } from "../texts";

const MINUTES = [0, 5, 10, 15, 30, 60];

function idleWords(t: Texts, minutes: number): string {
  return minutes === 0 ? t.lock.idleNever : t.lock.idleMinutes(minutes);
}

export function LockCard() {
  const t = useTexts();
  const notices = useNotices();
  const lock = useLock();
  const [dialog, setDialog] = useState<"set" | "remove" | null>(null);
  if (!lock) return null;
  return (
    <div className="card-body fields">
      <p className="muted">{t.lock.about}</p>
      <p>{lock.hasPassword ? `${t.lock.idle}: ${idleWords(t, lock.minutes)}` : t.lock.none}</p>
      <div className="button-row">
        <Button onClick={() => setDialog("set")} data-testid="set-lock">
          {lock.hasPassword ? t.lock.change : t.lock.set}
        </Button>
        {lock.hasPassword ? (
          <>
            <Button onClick={() => setDialog("remove")}>{t.lock.remove}</Button>
            <Button
              icon={<LockClosedRegular />}
              title={t.lock.lockNowHint}
              onClick={() => void lockNow().catch(notices.fail)}
            >
              {t.lock.lockNow}
            </Button>
          </>
        ) : null}
      </div>
      <p className="muted small">{t.lock.forgotten}</p>
      {dialog ? <LockDialog lock={lock} remove={dialog === "remove"} close={() => setDialog(null)} /> : null}
    </div>
  );
}

function LockDialog({ lock, remove, close }: { lock: LockState; remove: boolean; close: () => void }) {
  const t = useTexts();
  const notices = useNotices();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [minutes, setMinutes] = useState(lock.minutes);
  const differs = password !== again;
  const incomplete = lock.hasPassword ? current === "" : password === "";
  return (
    <FormDialog
      title={t.lock.title}
      submitLabel={remove ? t.common.remove : t.common.save}
      close={close}
      disabled={incomplete || differs}
      testId="lock-dialog"
      submit={async () => {
        const kept = password === "" ? null : password;
        await changeLock({
          current,
          password: remove ? "" : kept,
          minutes: remove ? 0 : minutes,
        });
        notices.say(t.lock.saved);
      }}
    >
      {lock.hasPassword ? (
        <LineField
          label={t.lock.current}
          value={current}
          onTyping={setCurrent}
          type="password"
          autoFocus
          testId="lock-current"
        />
      ) : null}
      {remove ? null : (
        <>
          <LineField
            label={t.lock.password}
            value={password}
            onTyping={setPassword}
            type="password"
            hint={lock.hasPassword ? t.lock.passwordKeep : undefined}
            autoFocus={!lock.hasPassword}
            testId="lock-password"
          />
          <LineField
            label={t.lock.repeat}
            value={again}
            onTyping={setAgain}
            check={() => (differs ? t.lock.differs : null)}
            type="password"
            testId="lock-again"
          />
          <Choice
            label={t.lock.idle}
            value={String(minutes)}
            options={MINUTES.map((one) => ({ value: String(one), label: idleWords(t, one) }))}
            choose={(value) => setMinutes(Number(value))}
          />
        </>
      )}
      <p className="muted small">{t.lock.forgotten}</p>
    </FormDialog>
  );
}
