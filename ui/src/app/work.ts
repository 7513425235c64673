/**
 * Work that takes longer than a moment. Once a command has run that long, the host is asked how far it is until it
 * ends. Not here: how that is shown.
 */
import { progressOfWork, type Progress } from "../host";

/** Work shorter than this is not worth a word. */
const MOMENT_MS = 700;
const ASK_EVERY_MS = 250;

let running = 0;
let progress: Progress | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** A command begins; the answer ends it. */
export function beginWork(): () => void {
  running += 1;
  if (running === 1) timer = setTimeout(() => void ask(), MOMENT_MS);
  return () => {
    running -= 1;
    if (running > 0) return;
    clearTimeout(timer);
    set(null);
  };
}

async function ask(): Promise<void> {
  // A host that cannot tell leaves the work as it is: it ends by itself.
  const told = await progressOfWork().catch(() => null);
  if (running === 0) return;
  set(told);
  timer = setTimeout(() => void ask(), ASK_EVERY_MS);
}

function set(told: Progress | null): void {
  progress = told;
  for (const listener of listeners) listener();
}

export function subscribeToWork(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function workNow(): Progress | null {
  return progress;
}
