/**
 * Editing one document: what is typed but not saved, and when it is saved. A value goes to the archive a moment
 * after typing stops, when the field is left, and when the window is about to go.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { setSaving } from "../app/footnote";
import { useSaveBeforeLock } from "../app/lock";
import { useNotices } from "../app/notices";
import { call } from "../host";

export const SAVE_AFTER_MS = 1200;

export interface Editor {
  /** Values typed but not saved yet, by field. */
  unsaved: Readonly<Record<string, string>>;
  /** A field was typed into. */
  type: (key: string, value: string) => void;
  /** Saves a field now, when there is something to save. */
  flush: (key: string) => void;
  flushAll: () => Promise<void>;
  /** Takes the officer's own value away: the template's comes back. */
  revert: (key: string) => void;
}

export function useEditor(id: string): Editor {
  const client = useQueryClient();
  const notices = useNotices();
  const [unsaved, setUnsaved] = useState<Readonly<Record<string, string>>>({});
  const pending = useRef(new Map<string, string>());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  /** Values on their way to the archive, so that leaving a field after Enter does not send them twice. */
  const sent = useRef(new Map<string, string>());
  const queue = useRef<Promise<void>>(Promise.resolve());

  const show = useCallback(() => setUnsaved(Object.fromEntries(pending.current)), []);

  const save = useCallback(
    (key: string, value: string | null): Promise<void> => {
      setSaving("saving");
      // One after the other, so that the last word is also the last saved.
      queue.current = queue.current.then(async () => {
        try {
          const view = await call("set_field", { id, key, value });
          client.setQueryData(["document", { id }], view);
          // The saved document is shown a tick later; until then what was typed stands for it, or the old text
          // would flash up between the two.
          await new Promise((shown) => setTimeout(shown, 0));
          if (pending.current.get(key) === value) pending.current.delete(key);
          void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "document" });
          setSaving(pending.current.size > 0 ? "unsaved" : "idle");
        } catch (problem) {
          setSaving("unsaved");
          notices.fail(problem);
        }
        if (sent.current.get(key) === value) sent.current.delete(key);
        show();
      });
      return queue.current;
    },
    [client, id, notices, show],
  );

  const flush = useCallback(
    (key: string): void => {
      clearTimeout(timers.current.get(key));
      timers.current.delete(key);
      const value = pending.current.get(key);
      if (value === undefined || sent.current.get(key) === value) return;
      sent.current.set(key, value);
      void save(key, value);
    },
    [save],
  );

  const flushAll = useCallback((): Promise<void> => {
    for (const key of [...pending.current.keys()]) flush(key);
    return queue.current;
  }, [flush]);

  useSaveBeforeLock(flushAll);

  const type = useCallback(
    (key: string, value: string): void => {
      pending.current.set(key, value);
      show();
      setSaving("unsaved");
      clearTimeout(timers.current.get(key));
      timers.current.set(
        key,
        setTimeout(() => flush(key), SAVE_AFTER_MS),
      );
    },
    [flush, show],
  );

  const revert = useCallback(
    (key: string): void => {
      clearTimeout(timers.current.get(key));
      timers.current.delete(key);
      pending.current.delete(key);
      sent.current.delete(key);
      show();
      void save(key, null);
    },
    [save, show],
  );

  // Nothing typed is lost when the officer goes to another screen or closes the window.
  useEffect(() => {
    const leaving = (): void => void flushAll();
    window.addEventListener("pagehide", leaving);
    window.addEventListener("blur", leaving);
    return () => {
      window.removeEventListener("pagehide", leaving);
      window.removeEventListener("blur", leaving);
      leaving();
    };
  }, [flushAll]);

  return useMemo(
    () => ({ unsaved, type, flush, flushAll, revert }),
    [unsaved, type, flush, flushAll, revert],
  );
}
