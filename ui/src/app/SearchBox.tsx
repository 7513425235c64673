/**
 * The one search box. It stays where it is while results come and go, so that typing is never interrupted; it
 * keeps its own text and asks a moment after the last key, since half a syllable is no search.
 */
import { Button, Input } from "@fluentui/react-components";
import { DismissRegular, SearchRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { composing } from "../lib/keys";
import { useTexts } from "../texts";
import { address, go, goBack, type Place } from "./router";
import { useAction } from "./shortcuts";

const ASK_AFTER_MS = 200;

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
    go(address("search", null, { q: value.trim() }), searching);
  };

  return (
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
      onBlur={() => setFocused(false)}
      onChange={(_, data) => {
        setText(data.value);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => ask(data.value), ASK_AFTER_MS);
      }}
      onKeyDown={(event) => {
        if (composing(event)) return;
        if (event.key === "Enter") ask(text);
        if (event.key === "ArrowDown" && searching) {
          event.preventDefault();
          document.querySelector<HTMLElement>('[data-testid="search-hit"]')?.focus();
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
  );
}
