/** Issued documents that dialogs offer as what a new one is about. */
import { useAsk } from "./data";

/** The newest; for an older one the new document is drafted from its own page. */
const OFFERED = 200;

export function useIssued() {
  return useAsk("documents", {
    year: null,
    state: "issued",
    template: null,
    order: "date",
    reverse: false,
    from: 0,
    count: OFFERED,
  });
}
