/** Picks an award kind of the catalogue: grouped by authority, those that officers confer for first, and those in force first. */
import { Dropdown, Field, Option, OptionGroup } from "@fluentui/react-components";
import { useAsk } from "../app/data";
import type { Authority, AwardKind, HonoreeType } from "../host";
import { useTexts } from "../texts";

const order: Authority[] = [
  "department_director",
  "commune_chair",
  "province_chair",
  "minister",
  "prime_minister",
  "government",
  "president",
];

interface KindPickerProps {
  label: string;
  value: string | null;
  choose: (kind: string) => void;
  honoreeType: HonoreeType;
  /** The list's own wording, while no kind was understood. */
  wording?: string;
  required?: boolean;
}

export function KindPicker({ label, value, choose, honoreeType, wording, required }: KindPickerProps) {
  const t = useTexts();
  const kinds = useAsk("kinds", {});
  const fitting = latest(kinds.data?.kinds ?? []).filter(
    (kind) => kind.honoreeTypes.includes(honoreeType) || kind.id === value,
  );
  const chosen = latest(kinds.data?.kinds ?? []).find((kind) => kind.id === value);
  const option = (kind: AwardKind) => (
    <Option key={kind.id} value={kind.id} text={kind.name}>
      <span className="two-lines">
        <span>{kind.name}</span>
        <span className="muted">{kind.article}</span>
      </span>
    </Option>
  );
  return (
    <Field label={label} hint={chosen?.article ?? (value === null ? wording : undefined)} required={required}>
      <Dropdown
        className="choice"
        placeholder={t.nomination.chooseKind}
        value={chosen?.name ?? ""}
        selectedOptions={value === null ? [] : [value]}
        data-testid="kind-picker"
        onOptionSelect={(_, data) => {
          if (data.optionValue !== undefined) choose(data.optionValue);
        }}
      >
        {order.map((authority) => {
          const members = fitting.filter((kind) => kind.authority === authority);
          if (members.length === 0) return null;
          return (
            <OptionGroup key={authority} label={t.words.authority[authority]}>
              {members.filter((kind) => kind.validTo === null).map(option)}
              {members.filter((kind) => kind.validTo !== null).map(option)}
            </OptionGroup>
          );
        })}
      </Dropdown>
    </Field>
  );
}

/** One of each: the same kind under an older law keeps its identifier, and the law in force words it. */
export function latest(kinds: readonly AwardKind[]): AwardKind[] {
  const found = new Map<string, AwardKind>();
  for (const kind of kinds) {
    const other = found.get(kind.id);
    if (!other || kind.validFrom > other.validFrom) found.set(kind.id, kind);
  }
  return [...found.values()];
}
