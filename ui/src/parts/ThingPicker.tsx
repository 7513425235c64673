/** Picks a round or a conference: the newest are offered, any other is found by part of its name. */
import { Combobox, Field, Option } from "@fluentui/react-components";
import { useState } from "react";
import { useAsk } from "../app/data";
import { useTexts } from "../texts";

export interface Thing {
  id: string;
  name: string;
}

/** Names offered of each kind. */
const OFFERED = 20;

type Kind = "round" | "conference";

/** Rounds and conferences with a name like this, the newest first; none until they have come. */
export function useOffered(kinds: readonly Kind[], text: string): Thing[] | undefined {
  const request = { text: text.trim(), order: "newest", reverse: false, from: 0, count: OFFERED } as const;
  const wanted = (kind: Kind) => ({ enabled: kinds.includes(kind), keep: true });
  const rounds = useAsk("rounds", request, wanted("round")).data;
  const conferences = useAsk("conferences", request, wanted("conference")).data;
  const all: (Thing[] | undefined)[] = kinds.map((kind) => (kind === "round" ? rounds : conferences)?.rows);
  return all.includes(undefined) ? undefined : all.flatMap((rows) => rows ?? []);
}

interface ThingPickerProps {
  of: readonly Kind[];
  label: string;
  /** Identifier; empty for none of them. */
  value: string;
  /** What none of them is called, where that may be chosen. */
  none?: string;
  choose: (id: string) => void;
  required?: boolean;
  className?: string;
  testId?: string;
}

export function ThingPicker({ of, label, value, none, choose, ...field }: ThingPickerProps) {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const offered = useOffered(of, typed ?? "") ?? [];
  const known = offered.find((one) => one.id === value);
  const asked = useAsk("show", { id: value }, { enabled: value !== "" && !known });
  const name = value === "" ? (none ?? "") : (known?.name ?? asked.data?.title ?? "");
  const options = none === undefined || typed ? offered : [{ id: "", name: none }, ...offered];
  return (
    <Field label={label} required={field.required} className={field.className}>
      <Combobox
        // Else a blank would choose instead of being typed; what is typed and not chosen goes when the field is left.
        freeform
        className="choice"
        data-testid={field.testId}
        value={typed ?? name}
        selectedOptions={[value]}
        onChange={(event) => setTyped(event.target.value)}
        onOptionSelect={(_, { optionValue }) => {
          // Without a value it only tells that what is typed is another text than what was chosen.
          if (optionValue === undefined) return;
          setTyped(null);
          choose(optionValue);
        }}
        onBlur={() => setTyped(null)}
      >
        {options.map((one) => (
          <Option key={one.id} value={one.id} text={one.name}>
            {one.name}
          </Option>
        ))}
        {options.length === 0 ? (
          <Option disabled value=" " text="">
            {t.common.noMatch}
          </Option>
        ) : null}
      </Combobox>
    </Field>
  );
}
