/** One hit: its name, where it was found, and where it leads. */
import { useNotices } from "../app/notices";
import { address, addressOf, go } from "../app/router";
import { call, openFile, type AwardRow, type Hit, type Piece } from "../host";
import { parted } from "../lib/hits";
import { NO_FILTER, queryOf } from "../lib/searching";
import { Chip } from "../parts/Chip";
import { useTexts } from "../texts";

export function HitRow({ hit }: { hit: Hit }) {
  const t = useTexts();
  const notices = useNotices();
  const { title, rest } = parted(hit.title, hit.snippet);
  return (
    <button
      type="button"
      className="hit"
      data-testid="search-hit"
      data-id={hit.id}
      onClick={() => void openHit(hit).catch(notices.fail)}
    >
      <span className="strong">
        <Marked found={title} />
      </span>
      <span className="muted">
        <Marked found={rest} />
      </span>
      {hit.exact ? <Chip tone="ok">{t.search.exact}</Chip> : null}
    </button>
  );
}

async function openHit(hit: Hit): Promise<void> {
  switch (hit.kind) {
    case "file":
      return openFile(hit.id);
    // A decision of others has no page: it leads to the awards that name it.
    case "decision": {
      const text = hit.snippet.map((piece) => piece.text).join("");
      go(address("search", null, queryOf({ text, things: ["award"], filter: NO_FILTER, from: 0, count: 0 })));
      return;
    }
    case "award": {
      const { view } = await call("show", { id: hit.id });
      go(address("honorees", (view as unknown as AwardRow).honoreeId));
      return;
    }
    default:
      go(addressOf(hit.id) ?? address("home"));
  }
}

function Marked({ found }: { found: readonly Piece[] }) {
  return found.map((piece, index) =>
    piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  );
}
