/**
 * The one search box. It stays where it is while results come and go, so that typing is never interrupted; it
 * keeps its own text and asks a moment after the last key, since half a syllable is no search.
 */
import { Button, Input } from "@fluentui/react-components";
import { DismissRegular, SearchRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { composing } from "../lib/keys";
import { queryOf, searchOf } from "../lib/searching";
import { useTexts } from "../texts";
import { useAsk } from "./data";
import { address, go, goBack, type Place } from "./router";
import { useAction } from "./shortcuts";

const ASK_AFTER_MS = 200;
const OFFERED = '[data-testid="search-offered"]';

export function SearchBox({ place }: { place: Place }) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<number>(undefined);
  const searching = place.screen === "search";
  const asked = searching ? (place.query.get("q") ?? "") : "";
  const [text, setText] = useState(asked);
  const [focused, setFocused] = useState(false);
  // The address leads only while nobody types here.
  const [shownFor, setShownFor] = useState(asked);
  if (!focused && shownFor !== asked) {
    setShownFor(asked);
    setText(asked);
  }

  useEffect(() => () => window.clearTimeout(timer.current), []);
  useAction(
    "find",
    () => {
      input.current?.focus();
      input.current?.select();
    },
    true,
  );

  const ask = (value: string): void => {
    window.clearTimeout(timer.current);
    if (value.trim() === "" && !searching) return;
    // On the search screen the filters stay as they are.
    const search = searchOf(searching ? place.query : new URLSearchParams());
    go(address("search", null, queryOf({ ...search, text: value.trim() })), searching);
  };

  const offered = focused && text === "";
  return (
    <div
      className="search-place"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      }}
    >
      <Input
        className="search-box"
        input={{ ref: input, "aria-label": t.search.label, "data-testid": "search-input" } as never}
        contentBefore={<SearchRegular />}
        contentAfter={
          text ? (
            <Button
              size="small"
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={t.common.clearFilter}
              onClick={() => {
                setText("");
                ask("");
                input.current?.focus();
              }}
            />
          ) : (
            <kbd>Ctrl F</kbd>
          )
        }
        placeholder={t.search.placeholder}
        value={text}
        onFocus={() => setFocused(true)}
        onChange={(_, data) => {
          setText(data.value);
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(() => ask(data.value), ASK_AFTER_MS);
        }}
        onKeyDown={(event) => {
          if (composing(event)) return;
          if (event.key === "Enter") ask(text);
          if (event.key === "ArrowDown") {
            const first = offered ? OFFERED : searching ? '[data-testid="search-hit"]' : null;
            if (first === null) return;
            event.preventDefault();
            document.querySelector<HTMLElement>(first)?.focus();
          }
          if (event.key === "Escape") {
            event.preventDefault();
            window.clearTimeout(timer.current);
            setText("");
            input.current?.blur();
            if (searching) goBack();
          }
        }}
      />
      {offered ? (
        <Offered
          done={() => {
            // What was typed before is not asked any more.
            window.clearTimeout(timer.current);
            setFocused(false);
          }}
          back={() => input.current?.focus()}
        />
      ) : null}
    </div>
  );
}

/** Saved searches under the empty box, walked with the arrow keys. */
function Offered({ done, back }: { done: () => void; back: () => void }) {
  const t = useTexts();
  const saved = useAsk("saved_searches", {}).data ?? [];
  if (saved.length === 0) return null;
  const walk = (event: React.KeyboardEvent): void => {
    if (!["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
    event.preventDefault();
    const all = [...document.querySelectorAll<HTMLElement>(OFFERED)];
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape" || (event.key === "ArrowUp" && at === 0)) back();
    else all[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  };
  return (
    <div className="search-offered" role="group" aria-label={t.search.saved} onKeyDown={walk}>
      <span className="muted small">{t.search.saved}</span>
      {saved.map(({ name, search }) => (
        <Button
          key={name}
          appearance="subtle"
          size="small"
          data-testid="search-offered"
          onClick={() => {
            done();
            go(address("search", null, queryOf(search)));
          }}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
