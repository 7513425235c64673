/**
 * The lock of the window: what the host says of it, locking after idle time, and what must be saved before.
 *
 * The host refuses every call while locked; here is only what the officer sees and does.
 */
import { useEffect, useSyncExternalStore } from "react";
import { lockState, lockWindow, setLock, unlockWindow, type LockState, type SetLock } from "../host";

let known: LockState | null = null;
const watchers = new Set<() => void>();
const savers = new Set<() => Promise<void>>();

/** How often idle time is looked at. */
const LOOK_EVERY_MS = 5000;

function tell(state: LockState): LockState {
  known = state;
  for (const watcher of watchers) watcher();
  return state;
}

function subscribe(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** The lock as last told; null until the host has answered. */
export function useLock(): LockState | null {
  return useSyncExternalStore(subscribe, () => known);
}

/** Asks the host how the lock stands. */
export async function askLock(): Promise<LockState> {
  return tell(await lockState());
}

/** What was typed is saved before the window locks, and what could not be is tried again after. */
export function useSaveBeforeLock(save: () => Promise<void>): void {
  useEffect(() => {
    savers.add(save);
    return () => {
      savers.delete(save);
    };
  }, [save]);
}

async function saveAll(): Promise<void> {
  await Promise.allSettled([...savers].map((save) => save()));
}

/** Locks; rejects when no password is set. */
export async function lockNow(): Promise<void> {
  await saveAll();
  tell(await lockWindow());
}

/** Opens the window again. */
export async function unlock(password: string): Promise<void> {
  try {
    tell(await unlockWindow(password));
  } catch (problem) {
    await askLock();
    throw problem;
  }
  await saveAll();
}

/** Sets, changes or takes away the password. */
export async function changeLock(request: SetLock): Promise<LockState> {
  return tell(await setLock(request));
}

/** Locks after so many minutes without a key or a movement; 0 = never. */
export function useIdleLock(minutes: number): void {
  useEffect(() => {
    if (minutes <= 0) return undefined;
    let last = Date.now();
    const active = (): void => {
      last = Date.now();
    };
    const signs = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
    for (const sign of signs) window.addEventListener(sign, active, { capture: true, passive: true });
    const look = window.setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) void lockNow().catch(() => undefined);
    }, LOOK_EVERY_MS);
    return () => {
      window.clearInterval(look);
      for (const sign of signs) window.removeEventListener(sign, active, { capture: true });
    };
  }, [minutes]);
}
