/** Addresses inside the window: `#/rounds/round-1?step=check`. */
import { useSyncExternalStore } from "react";

export interface Place {
  /** The screen, `home` when nothing is said. */
  screen: string;
  /** What it is about, when it is about one thing. */
  id: string | null;
  query: URLSearchParams;
}

/** Reads an address. */
export function parsePlace(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [screen, id] = path.split("/");
  return {
    screen: screen || "home",
    id: id ? decodeURIComponent(id) : null,
    query: new URLSearchParams(query),
  };
}

/** Writes an address. */
export function address(screen: string, id?: string | null, query?: Record<string, string | null>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value) search.set(name, value);
  const asked = search.toString();
  return `#/${screen}${id ? `/${encodeURIComponent(id)}` : ""}${asked ? `?${asked}` : ""}`;
}

/** Goes to an address. `replace` leaves no step in the history. */
export function go(to: string, replace = false): void {
  if (to === window.location.hash) return;
  if (replace) {
    window.history.replaceState(null, "", to);
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    window.location.hash = to;
  }
}

/** One step back, or home when there is none. */
export function goBack(): void {
  if (window.history.length > 1) window.history.back();
  else go(address("home"));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

/** Where the window is. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return parsePlace(hash);
}

/** The screen that shows a thing, by the kind in its identifier (`doc-12`). */
export function addressOf(id: string): string | null {
  const screens: Record<string, string> = {
    round: "rounds",
    doc: "documents",
    conf: "conferences",
    hon: "honorees",
    unit: "units",
  };
  const screen = screens[id.split("-")[0] ?? ""];
  return screen ? address(screen, id) : null;
}
