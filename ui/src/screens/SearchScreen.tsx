/** What was found, grouped by what it is, the hit marked in its place; walked with the arrow keys. */
import { SearchRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk } from "../app/data";
import { address, addressOf, go, goBack, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useNotices } from "../app/notices";
import { openFile, type Hit, type HitKind } from "../host";
import { parted, pieces, type Piece } from "../lib/hits";
import { composing } from "../lib/keys";
import { Asked } from "../parts/Asked";
import { Chip } from "../parts/Chip";
import { Empty } from "../parts/Empty";
import { Card, Screen } from "../parts/Screen";
import { useTexts } from "../texts";

const LIMIT = 100;
const order: HitKind[] = ["honoree", "round", "document", "conference", "award", "file"];

export function SearchScreen({ place }: { place: Place }) {
  const t = useTexts();
  const text = place.query.get("q") ?? "";
  const hits = useAsk("search", { text, limit: LIMIT }, { enabled: text !== "", keep: true });
  useAction("escape", goBack);
  return (
    <Screen
      title={t.search.title}
      beside={text && hits.data ? <span className="muted">{t.search.found(hits.data.length)}</span> : null}
    >
      {text === "" ? (
        <Empty icon={SearchRegular} title={t.search.lead} hint={t.search.keys} />
      ) : (
        <Asked of={hits}>{(found) => <Found hits={found} text={text} />}</Asked>
      )}
    </Screen>
  );
}

function Found({ hits, text }: { hits: readonly Hit[]; text: string }) {
  const t = useTexts();
  const [only, setOnly] = useState<HitKind | null>(null);
  if (hits.length === 0) {
    return <Empty icon={SearchRegular} title={t.search.none(text)} hint={t.search.noneHint} />;
  }
  const groups = order
    .map((kind) => ({ kind, members: hits.filter((hit) => hit.kind === kind) }))
    .filter((group) => group.members.length > 0);
  return (
    <>
      <div className="chips">
        {groups.map(({ kind, members }) => (
          <Chip
            key={kind}
            tone="plain"
            pressed={only === kind}
            onClick={() => setOnly(only === kind ? null : kind)}
          >
            {t.words.hit[kind]} · {t.count(members.length)}
          </Chip>
        ))}
      </div>
      <div onKeyDown={walk}>
        {groups
          .filter(({ kind }) => only === null || only === kind)
          .map(({ kind, members }) => (
            <Card key={kind} title={t.words.hit[kind]} className="hits">
              {members.map((hit, index) => (
                <HitRow key={`${hit.id} ${index}`} hit={hit} />
              ))}
            </Card>
          ))}
      </div>
      {hits.length >= LIMIT ? <p className="muted">{t.search.limited(LIMIT)}</p> : null}
      <p className="muted small">{t.search.keys}</p>
    </>
  );
}

function HitRow({ hit }: { hit: Hit }) {
  const t = useTexts();
  const notices = useNotices();
  const { title, rest } = parted(hit.title, pieces(hit.snippet));
  const open = (): void => {
    if (hit.kind === "file") void openFile(hit.id).catch(notices.fail);
    else go(addressOf(hit.id) ?? address("search", null, { q: hit.title }));
  };
  return (
    <button type="button" className="hit" data-testid="search-hit" data-id={hit.id} onClick={open}>
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

function Marked({ found }: { found: readonly Piece[] }) {
  return found.map((piece, index) =>
    piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  );
}

/** Up and down between hits; above the first is the search box. */
function walk(event: React.KeyboardEvent): void {
  if (composing(event) || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const all = [...document.querySelectorAll<HTMLElement>('[data-testid="search-hit"]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  if (event.key === "ArrowUp" && at === 0) {
    document.querySelector<HTMLElement>('[data-testid="search-input"]')?.focus();
  } else {
    all[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  }
}
