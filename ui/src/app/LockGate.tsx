/** Covers the window while it is locked. What is behind stays as it is, out of sight and out of reach. */
import { Button, Field, FluentProvider, Input, type Theme } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { composing } from "../lib/keys";
import { ProblemBar } from "../parts/Problems";
import { useTexts } from "../texts";
import { askLock, unlock, useIdleLock, useLock } from "./lock";

export function LockGate({ theme, children }: { theme: Theme; children: ReactNode }) {
  const lock = useLock();
  const locked = lock?.locked ?? false;
  useEffect(() => {
    void askLock().catch(() => undefined);
  }, []);
  useIdleLock(lock && lock.hasPassword && !locked ? lock.minutes : 0);
  useCover(locked);
  return (
    <>
      {children}
      {locked
        ? createPortal(
            <div className="lock-layer">
              <FluentProvider theme={theme} className="lock-theme">
                <LockScreen />
              </FluentProvider>
            </div>,
            document.body,
          )
        : null}
    </>
  );
}

/** Everything else on the page, dialogs too, is hidden and takes no keys. */
function useCover(locked: boolean): void {
  useLayoutEffect(() => {
    if (!locked) return undefined;
    const cover = (): void => {
      for (const element of document.body.children) {
        if (element instanceof HTMLElement && !element.classList.contains("lock-layer")) element.inert = true;
      }
    };
    cover();
    document.documentElement.dataset["locked"] = "true";
    // A notice or a dialog may still open behind.
    const observer = new MutationObserver(cover);
    observer.observe(document.body, { childList: true });
    return () => {
      observer.disconnect();
      delete document.documentElement.dataset["locked"];
      for (const element of document.body.children) {
        if (element instanceof HTMLElement) element.inert = false;
      }
    };
  }, [locked]);
}

function LockScreen() {
  const t = useTexts();
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await unlock(password);
      await client.invalidateQueries();
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  return (
    <form
      className="lock-screen"
      aria-label={t.lock.locked}
      data-testid="lock-screen"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && password !== "") void open();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && composing(event)) event.preventDefault();
      }}
    >
      <LockClosedRegular className="lock-icon" aria-hidden="true" />
      <h1>{t.lock.locked}</h1>
      <p className="muted">{t.lock.lockedAbout}</p>
      {failure ? <ProblemBar failure={failure} /> : null}
      <Field label={t.lock.typePassword}>
        <Input
          type="password"
          value={password}
          autoFocus
          autoComplete="off"
          data-testid="unlock-password"
          onChange={(_, data) => setPassword(data.value)}
        />
      </Field>
      <Button type="submit" appearance="primary" disabled={busy || password === ""} data-testid="unlock">
        {t.lock.unlock}
      </Button>
    </form>
  );
}
