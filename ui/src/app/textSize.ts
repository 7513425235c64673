/**
 * The size of the window's text, 100 to 200 %. It belongs to this PC and its screen, not to the archive, so it is
 * kept beside the window.
 */
import { useSyncExternalStore } from "react";

export const textSizes = [100, 110, 125, 150, 175, 200] as const;

const KEY = "text-size";
const listeners = new Set<() => void>();

function read(): number {
  const kept = Number(window.localStorage.getItem(KEY));
  return textSizes.find((size) => size === kept) ?? 100;
}

export function setTextSize(size: number): void {
  window.localStorage.setItem(KEY, String(size));
  apply();
  for (const listener of listeners) listener();
}

function apply(): void {
  const size = read();
  document.documentElement.style.fontSize = size === 100 ? "" : `${size}%`;
}

/** The size in force. */
export function useTextSize(): number {
  return useSyncExternalStore((changed) => {
    apply();
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, read);
}
