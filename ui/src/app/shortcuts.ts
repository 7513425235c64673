/**
 * Keys of the whole window. A screen says what it can do; the innermost one that can, does it.
 *
 * No key fires while a syllable is being composed. Keys that mean something inside a text field (undo, Del, F2)
 * are left to the field while it has the focus.
 */
import { useEffect, useRef } from "react";
import { composing, inTextField } from "../lib/keys";

export type Action =
  | "new"
  | "find"
  | "print"
  | "save"
  | "export"
  | "undo"
  | "redo"
  | "help"
  | "rename"
  | "refresh"
  | "remove"
  | "lock"
  | "escape";

type Doers = Map<Action, (() => boolean | undefined)[]>;
const doers: Doers = new Map();

/** The action a key asks for, or null. */
export function actionOf(event: KeyboardEvent): Action | null {
  if (composing(event)) return null;
  const typing = inTextField(event.target);
  if (event.ctrlKey && !event.altKey && !event.metaKey) {
    const key = event.key.toLowerCase();
    if (key === "z" && !typing) return event.shiftKey ? "redo" : "undo";
    if (key === "y" && !typing) return "redo";
    if (event.shiftKey) return null;
    const letters: Record<string, Action> = {
      n: "new",
      f: "find",
      p: "print",
      s: "save",
      e: "export",
      l: "lock",
    };
    // Ctrl+R would reload the page and lose what is being typed: it refreshes the data like F5.
    return letters[key] ?? (key === "r" ? "refresh" : null);
  }
  if (event.altKey || event.metaKey || event.shiftKey) return null;
  if (event.key === "F1") return "help";
  if (event.key === "F5") return "refresh";
  if (event.key === "Escape") return "escape";
  if (typing) return null;
  if (event.key === "F2") return "rename";
  if (event.key === "Delete") return "remove";
  return null;
}

/** Keys of a browser that mean nothing here: find again, caret browsing, zoom, source, downloads, saving a page's address. */
function isBrowsersOwn(event: KeyboardEvent): boolean {
  if (composing(event)) return false;
  if (event.key === "F3" || event.key === "F7") return true;
  return event.ctrlKey && !event.altKey && /^[+=\-_0dghjoruw]$/i.test(event.key);
}

/** Does what a key asks for. True when somebody did it. */
export function perform(action: Action): boolean {
  const able = doers.get(action) ?? [];
  return [...able].reverse().some((doer) => doer() !== false);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const action = actionOf(event);
  if (!action) {
    if (isBrowsersOwn(event)) event.preventDefault();
    return;
  }
  // A dialog keeps its own keys; behind it nothing moves.
  const inDialog = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
  if (inDialog && action !== "help" && action !== "refresh" && action !== "lock") {
    if (action !== "escape" && action !== "remove") event.preventDefault();
    return;
  }
  // The browser's own find, print, save and reload never appear.
  if (action !== "escape" && action !== "remove") event.preventDefault();
  if (perform(action) && action === "remove") event.preventDefault();
}

/** Listens to the keyboard for the whole window. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

/**
 * Offers an action while the component is shown. Returning `false` passes it on to the screen around it; a
 * `fallback` is asked last (the window itself, whose effects run after those of the screens in it).
 */
export function useAction(action: Action, run: (() => unknown) | undefined, fallback = false): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const offered = run !== undefined;
  useEffect(() => {
    if (!offered) return undefined;
    const doer = (): boolean | undefined => (latest.current?.() === false ? false : undefined);
    const others = doers.get(action) ?? [];
    doers.set(action, fallback ? [doer, ...others] : [...others, doer]);
    return () => {
      doers.set(
        action,
        (doers.get(action) ?? []).filter((other) => other !== doer),
      );
    };
  }, [action, offered, fallback]);
}
