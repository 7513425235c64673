/** What narrows a search: each filter in use is a chip that takes it away; the rest stands behind one button. */
import {
  Button,
  Combobox,
  Field,
  Option,
  Popover,
  PopoverSurface,
  PopoverTrigger,
} from "@fluentui/react-components";
import { DismissRegular, FilterRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk } from "../app/data";
import type { Search, SearchFilter } from "../host";
import { AUTHORITIES, NO_FILTER, TYPES, isFiltered, yearOf } from "../lib/searching";
import { Choice } from "../parts/Choice";
import { LineField } from "../parts/fields";
import { latest } from "../parts/KindPicker";
import { ThingPicker } from "../parts/ThingPicker";
import { useTexts } from "../texts";

const CONFERENCES = ["conference"] as const;

interface SearchFiltersProps {
  search: Search;
  change: (search: Search) => void;
}

export function SearchFilters({ search, change }: SearchFiltersProps) {
  const t = useTexts();
  const { filter } = search;
  const kinds = latest(useAsk("kinds", {}).data?.kinds ?? []);
  const conference = useAsk("show", { id: filter.conference ?? "" }, { enabled: filter.conference !== null });
  const set = (part: Partial<SearchFilter>): void => change({ ...search, filter: { ...filter, ...part } });
  const nameOf = {
    kind: kinds.find((kind) => kind.id === filter.kind)?.name ?? filter.kind,
    conference: filter.conference && (conference.data?.title ?? filter.conference),
  };
  const used: { key: string; text: string; off: Partial<SearchFilter> }[] = [];
  if (filter.yearFrom !== null || filter.yearTo !== null) {
    const text = t.search.years(filter.yearFrom, filter.yearTo);
    used.push({ key: "years", text, off: { yearFrom: null, yearTo: null } });
  }
  if (nameOf.kind) used.push({ key: "kind", text: nameOf.kind, off: { kind: null } });
  if (filter.authority)
    used.push({ key: "authority", text: t.words.authority[filter.authority], off: { authority: null } });
  if (nameOf.conference) used.push({ key: "conference", text: nameOf.conference, off: { conference: null } });
  if (filter.unit) used.push({ key: "unit", text: filter.unit, off: { unit: "" } });
  if (filter.honoreeType)
    used.push({ key: "type", text: t.words.honoreeType[filter.honoreeType], off: { honoreeType: null } });

  return (
    <div className="chips search-filters" role="group" aria-label={t.search.filters}>
      <Popover trapFocus positioning="below-start">
        <PopoverTrigger disableButtonEnhancement>
          <Button size="small" icon={<FilterRegular />} data-testid="search-filter">
            {t.search.addFilter}
          </Button>
        </PopoverTrigger>
        <PopoverSurface className="search-filter-form" aria-label={t.search.filters}>
          <LineField
            label={t.search.yearFrom}
            inputMode="numeric"
            testId="filter-from"
            value={filter.yearFrom?.toString() ?? ""}
            check={(text) => (text.trim() === "" || yearOf(text) !== null ? null : t.search.notAYear)}
            onDone={(text) => set({ yearFrom: yearOf(text) })}
          />
          <LineField
            label={t.search.yearTo}
            inputMode="numeric"
            testId="filter-to"
            value={filter.yearTo?.toString() ?? ""}
            check={(text) => (text.trim() === "" || yearOf(text) !== null ? null : t.search.notAYear)}
            onDone={(text) => set({ yearTo: yearOf(text) })}
          />
          <Choice
            label={t.search.kind}
            className="wide"
            testId="filter-kind"
            value={filter.kind ?? ""}
            options={[
              { value: "", label: t.common.all },
              ...kinds.map((kind) => ({
                value: kind.id,
                label: kind.name,
                about: t.words.authority[kind.authority],
              })),
            ]}
            choose={(kind) => set({ kind: kind || null })}
          />
          <Choice
            label={t.search.authority}
            testId="filter-authority"
            value={filter.authority ?? ""}
            options={[
              { value: "" as const, label: t.common.all },
              ...AUTHORITIES.map((value) => ({ value, label: t.words.authority[value] })),
            ]}
            choose={(value) => set({ authority: value || null })}
          />
          <Choice
            label={t.search.honoreeType}
            testId="filter-type"
            value={filter.honoreeType ?? ""}
            options={[
              { value: "" as const, label: t.common.all },
              ...TYPES.map((value) => ({ value, label: t.words.honoreeType[value] })),
            ]}
            choose={(value) => set({ honoreeType: value || null })}
          />
          <UnitField unit={filter.unit} choose={(unit) => set({ unit })} />
          <ThingPicker
            of={CONFERENCES}
            label={t.search.conference}
            className="wide"
            testId="filter-conference"
            value={filter.conference ?? ""}
            none={t.common.all}
            choose={(conference) => set({ conference: conference || null })}
          />
        </PopoverSurface>
      </Popover>
      {used.map(({ key, text, off }) => (
        <button
          key={key}
          type="button"
          className="chip plain"
          aria-pressed="true"
          aria-label={t.search.takeOff(text)}
          data-testid={`filter-off-${key}`}
          onClick={() => set(off)}
        >
          <span>{text}</span>
          <DismissRegular aria-hidden="true" />
        </button>
      ))}
      {isFiltered(filter) && used.length > 1 ? (
        <Button
          size="small"
          appearance="subtle"
          data-testid="filter-off-all"
          onClick={() => change({ ...search, filter: NO_FILTER })}
        >
          {t.common.clearFilter}
        </Button>
      ) : null}
    </div>
  );
}

/** Units of the archive are offered while typing; any text is taken, part of a name too. */
function UnitField({ unit, choose }: { unit: string; choose: (unit: string) => void }) {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const units = useAsk("offered_units", { text: typed ?? unit, count: 20 }, { keep: true }).data ?? [];
  const done = (text: string): void => {
    setTyped(null);
    if (text.trim() !== unit) choose(text.trim());
  };
  return (
    <Field label={t.search.unit} hint={t.search.unitHint} className="wide">
      <Combobox
        freeform
        className="choice"
        data-testid="filter-unit"
        value={typed ?? unit}
        onChange={(event) => setTyped(event.target.value)}
        onOptionSelect={(_, data) => done(data.optionText ?? "")}
        onBlur={() => (typed === null ? undefined : done(typed))}
      >
        {units.map((name) => (
          <Option key={name} value={name}>
            {name}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
