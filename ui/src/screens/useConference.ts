/** Editing a conference: the facts as typed, saved whole a moment after typing stops and when a field is left. */
import { useCallback, useEffect, useRef, useState } from "react";
import { useRun } from "../app/data";
import { setSaving } from "../app/footnote";
import { useNotices } from "../app/notices";
import type { Conference, ConferenceView } from "../host";

const SAVE_AFTER_MS = 1200;

export interface ConferenceEditing {
  conference: Conference;
  /** A fact was typed. */
  set: (part: Partial<Conference>) => void;
  /** Saves now, when there is something to save. */
  flush: () => Promise<void>;
}

export function useConference(view: ConferenceView): ConferenceEditing {
  const run = useRun();
  const notices = useNotices();
  const [shown, setShown] = useState(view.conference);
  const [mine, setMine] = useState(view.conference);
  const [dirty, setDirty] = useState(false);
  const pending = useRef<Conference | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Undo and other changes of the archive come in while nothing typed waits to be saved.
  if (shown !== view.conference && !dirty) {
    setShown(view.conference);
    setMine(view.conference);
  }

  // Asked through a function: typing may have gone on while the save was under way.
  const waits = useCallback((): boolean => pending.current !== null, []);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const conference = pending.current;
    if (!conference) return;
    pending.current = null;
    setSaving("saving");
    try {
      await run("edit_conference", { id: view.id, conference });
      setSaving("idle");
    } catch (problem) {
      setSaving("unsaved");
      notices.fail(problem);
    }
    if (!waits()) setDirty(false);
  }, [run, notices, view.id, waits]);

  const set = (part: Partial<Conference>): void => {
    const next = { ...mine, ...part };
    setMine(next);
    setDirty(true);
    pending.current = next;
    setSaving("unsaved");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
  };

  useEffect(() => {
    const leaving = (): void => void flush();
    window.addEventListener("pagehide", leaving);
    return () => {
      window.removeEventListener("pagehide", leaving);
      leaving();
    };
  }, [flush]);

  return { conference: mine, set, flush };
}
