/** Who: type, name, gender, birth, position, unit. A name that the archive knows brings the rest with it. */
import { useState } from "react";
import { useAsk } from "../app/data";
import type { Honoree, HonoreeBrief, HonoreeType } from "../host";
import { parseBirth, showBirth } from "../lib/dates";
import { personAndPost } from "../lib/honoree";
import { useTexts } from "../texts";
import { Choice } from "./Choice";
import { LineField, useRequired } from "./fields";

interface HonoreeFieldsProps {
  honoree: Honoree;
  change: (honoree: Honoree) => void;
  /** Offers honorees of the archive under the name. */
  suggest?: boolean;
}

export function HonoreeFields({ honoree, change, suggest = false }: HonoreeFieldsProps) {
  const t = useTexts();
  const required = useRequired();
  const [asked, setAsked] = useState("");
  const [askedUnit, setAskedUnit] = useState("");
  const individual = honoree.honoreeType === "individual";
  const set = (part: Partial<Honoree>): void => change({ ...honoree, ...part });

  return (
    <>
      <div className="field-row">
        <Choice<HonoreeType>
          label={t.nomination.type}
          value={honoree.honoreeType}
          options={(["individual", "collective", "household"] as const).map((value) => ({
            value,
            label: t.words.honoreeType[value],
          }))}
          choose={(honoreeType) => set({ honoreeType })}
          className="short"
          testId="honoree-type"
        />
        <LineField
          label={t.nomination.name}
          value={honoree.name}
          onTyping={(name) => {
            set({ name });
            setAsked(name);
          }}
          check={required}
          required
          autoFocus
          className="grow"
          testId="honoree-name"
        />
      </div>
      {suggest ? (
        <Known
          typed={asked}
          choose={(known) => {
            change(known.honoree);
            setAsked("");
          }}
        />
      ) : null}
      {individual ? (
        <div className="field-row">
          <Choice<"" | "male" | "female">
            label={t.nomination.gender}
            value={honoree.gender ?? ""}
            options={[
              { value: "", label: t.nomination.notStated },
              { value: "female", label: t.words.gender.female },
              { value: "male", label: t.words.gender.male },
            ]}
            choose={(gender) => set({ gender: gender === "" ? null : gender })}
            className="short"
          />
          <LineField
            label={t.nomination.birth}
            value={showBirth(honoree.birth)}
            placeholder={t.dates.placeholder}
            check={(text) => (parseBirth(text) === undefined ? t.dates.badBirth : null)}
            onTyping={(text) => {
              const birth = parseBirth(text);
              if (birth !== undefined) set({ birth });
            }}
            className="short"
            testId="honoree-birth"
          />
          <LineField
            label={t.nomination.position}
            value={honoree.position ?? ""}
            onTyping={(position) => set({ position })}
            className="grow"
            testId="honoree-position"
          />
        </div>
      ) : null}
      <LineField
        label={individual ? t.nomination.unit : t.nomination.parentUnit}
        value={honoree.unit ?? ""}
        onTyping={(unit) => {
          set({ unit });
          setAskedUnit(unit);
        }}
        testId="honoree-unit"
      />
      <OfferedUnits
        typed={askedUnit}
        choose={(unit) => {
          set({ unit });
          setAskedUnit("");
        }}
      />
    </>
  );
}

const SHOWN = 5;
const ASK_FROM = 2;

/** Honorees of the archive whose names hold what was typed; chosen by a click or by Tab and Enter, never by itself. */
function Known({ typed, choose }: { typed: string; choose: (known: HonoreeBrief) => void }) {
  const t = useTexts();
  const text = typed.trim();
  const wanted = text.length >= ASK_FROM;
  const known = useAsk(
    "honorees",
    { text, honoreeType: null, from: 0, count: SHOWN },
    { enabled: wanted, keep: true },
  );
  if (!wanted || !known.data || known.data.rows.length === 0) return null;
  return (
    <div className="known" role="group" aria-label={t.nomination.known}>
      <span className="muted">{t.nomination.known}</span>
      {known.data.rows.map((row) => (
        <button type="button" key={row.id} className="known-row" onClick={() => choose(row)}>
          <strong>{row.honoree.name}</strong>
          <span className="muted">{personAndPost(t, row.honoree)}</span>
        </button>
      ))}
    </div>
  );
}

/** Units that are known, under their present names; chosen by a click or by Tab and Enter, never by itself. */
export function OfferedUnits({ typed, choose }: { typed: string; choose: (unit: string) => void }) {
  const t = useTexts();
  const text = typed.trim();
  const wanted = text.length >= ASK_FROM;
  const offered = useAsk("offered_units", { text, count: SHOWN }, { enabled: wanted, keep: true });
  const units = (offered.data ?? []).filter((unit) => unit !== text);
  if (!wanted || units.length === 0) return null;
  return (
    <div className="known" role="group" aria-label={t.units.offered}>
      <span className="muted">{t.units.offered}</span>
      {units.map((unit) => (
        <button type="button" key={unit} className="known-row" onClick={() => choose(unit)}>
          {unit}
        </button>
      ))}
    </div>
  );
}

/** Blanks at the ends away, empty to none, and nothing that a collective does not have. */
export function wholeHonoree(honoree: Honoree): Honoree {
  const individual = honoree.honoreeType === "individual";
  const text = (value: string | null): string | null => value?.trim() || null;
  return {
    honoreeType: honoree.honoreeType,
    name: honoree.name.trim(),
    gender: individual ? honoree.gender : null,
    birth: individual ? honoree.birth : null,
    position: individual ? text(honoree.position) : null,
    unit: text(honoree.unit),
  };
}
