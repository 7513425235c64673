/** A list of entries, a line each: added, taken out, moved by buttons or by dragging. */
import { Button, Tooltip } from "@fluentui/react-components";
import {
  AddRegular,
  ArrowDownRegular,
  ArrowUpRegular,
  DeleteRegular,
  ReOrderDotsVerticalRegular,
} from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { useGrowing } from "../parts/fields";
import { useTexts } from "../texts";

interface Entry {
  /** Stays with the entry while it moves, so that its field is not made anew under the officer's hands. */
  key: number;
  text: string;
}

interface EntriesProps {
  id: string;
  /** A line each. */
  value: string;
  disabled: boolean;
  onFocus: () => void;
  change: (value: string) => void;
  left: () => void;
}

const linesOf = (value: string): string[] => (value === "" ? [] : value.split("\n"));
const valueOf = (entries: readonly Entry[]): string =>
  entries
    .map((entry) => entry.text)
    .filter((text) => text.trim() !== "")
    .join("\n");

export function Entries({ id, value, disabled, onFocus, change, left }: EntriesProps) {
  const t = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const [next, setNext] = useState(() => linesOf(value).length);
  const [entries, setEntries] = useState(() => linesOf(value).map((text, key): Entry => ({ key, text })));
  const [shown, setShown] = useState(value);
  const [focused, setFocused] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  // Another value from outside (undo, back to the template) is taken over, but never under the officer's hands.
  if (!focused && shown !== value) {
    setShown(value);
    if (value !== valueOf(entries)) {
      const lines = linesOf(value);
      setEntries(lines.map((text, index) => ({ key: next + index, text })));
      setNext(next + lines.length);
    }
  }

  const put = (changed: Entry[]): void => {
    setEntries(changed);
    setShown(valueOf(changed));
    change(valueOf(changed));
  };
  const add = (): void => {
    setEntries([...entries, { key: next, text: "" }]);
    setNext(next + 1);
    // The new field has the focus as soon as it is there.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("li:last-child textarea")?.focus());
  };
  const move = (from: number, to: number): void => {
    const entry = entries[from];
    if (!entry || to < 0 || to >= entries.length) return;
    const rest = entries.filter((_, index) => index !== from);
    put([...rest.slice(0, to), entry, ...rest.slice(to)]);
  };

  const drag = (index: number, event: React.PointerEvent): void => {
    event.preventDefault();
    let at = index;
    let order = entries;
    setDragged(order[index]?.key ?? null);
    const follow = (moved: PointerEvent): void => {
      const rows = [...(list.current?.children ?? [])];
      const over = rows.findIndex((row) => moved.clientY < row.getBoundingClientRect().bottom);
      const to = over < 0 ? rows.length - 1 : over;
      const entry = order[at];
      if (to === at || !entry) return;
      const rest = order.filter((_, other) => other !== at);
      order = [...rest.slice(0, to), entry, ...rest.slice(to)];
      at = to;
      setEntries(order);
    };
    const drop = (): void => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", drop);
      setDragged(null);
      if (order !== entries) {
        put(order);
        left();
      }
    };
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", drop);
  };

  return (
    <div
      className="entries"
      onFocus={() => {
        setFocused(true);
        onFocus();
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setFocused(false);
        left();
      }}
    >
      <ol ref={list}>
        {entries.map((entry, index) => (
          <li key={entry.key} className={dragged === entry.key ? "entry dragged" : "entry"}>
            <span
              className="entry-grip"
              title={t.editor.dragEntry}
              onPointerDown={disabled ? undefined : (event) => drag(index, event)}
            >
              <ReOrderDotsVerticalRegular aria-hidden="true" />
            </span>
            <EntryText
              id={index === 0 ? id : undefined}
              testId={index === 0 ? id : `${id}-${index}`}
              label={t.editor.entry(index + 1)}
              text={entry.text}
              disabled={disabled}
              change={(text) =>
                put(entries.map((other) => (other.key === entry.key ? { ...other, text } : other)))
              }
            />
            {disabled ? null : (
              <span className="entry-buttons">
                <EntryButton
                  label={t.editor.moveUp}
                  icon={<ArrowUpRegular />}
                  run={() => move(index, index - 1)}
                  off={index === 0}
                />
                <EntryButton
                  label={t.editor.moveDown}
                  icon={<ArrowDownRegular />}
                  run={() => move(index, index + 1)}
                  off={index === entries.length - 1}
                />
                <EntryButton
                  label={t.editor.removeEntry}
                  icon={<DeleteRegular />}
                  run={() => put(entries.filter((other) => other.key !== entry.key))}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {disabled ? null : (
        <Button
          id={entries.length === 0 ? id : undefined}
          size="small"
          appearance="subtle"
          icon={<AddRegular />}
          onClick={add}
          data-testid={`${id}-add`}
        >
          {t.editor.addEntry}
        </Button>
      )}
    </div>
  );
}

interface EntryTextProps {
  id: string | undefined;
  testId: string;
  label: string;
  text: string;
  disabled: boolean;
  change: (text: string) => void;
}

function EntryText({ id, testId, label, text, disabled, change }: EntryTextProps) {
  const area = useGrowing(text);
  return (
    <textarea
      ref={area}
      id={id}
      className="entry-text"
      aria-label={label}
      rows={1}
      value={text}
      readOnly={disabled}
      spellCheck={false}
      data-testid={testId}
      // An entry is one line of the document; a line break pasted into it is a blank.
      onChange={(event) => change(event.target.value.replace(/\r?\n/g, " "))}
    />
  );
}

function EntryButton(props: { label: string; icon: React.ReactElement; run: () => void; off?: boolean }) {
  return (
    <Tooltip content={props.label} relationship="label">
      <Button
        size="small"
        appearance="transparent"
        icon={props.icon}
        disabledFocusable={props.off ?? false}
        onClick={props.run}
      />
    </Tooltip>
  );
}
