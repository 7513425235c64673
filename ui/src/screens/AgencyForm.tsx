/** The agency's profile: saved whole, whenever a field is left. */
import { useState } from "react";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import type { Agency, Power } from "../host";
import { provinceName } from "../lib/words";
import { Choice } from "../parts/Choice";
import { LineField, useRequired } from "../parts/fields";
import { useTexts } from "../texts";

type Line = Exclude<keyof Agency, "signatory">;

export const blankAgency: Agency = {
  name: "",
  parent: "",
  province: "",
  abbreviation: "",
  place: "",
  headPosition: "",
  signatory: { name: "", position: "", power: "own" },
  council: "",
  draftingUnit: "",
  draftingUnitHead: "",
  contact: "",
};

export function AgencyForm({ agency }: { agency: Agency | null }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const required = useRequired();
  const [shown, setShown] = useState(agency);
  const [mine, setMine] = useState(agency ?? blankAgency);
  // Undo, or another save: the archive's word counts.
  if (shown !== agency) {
    setShown(agency);
    setMine(agency ?? blankAgency);
  }

  const save = (part: Partial<Agency>): void => {
    const next = { ...mine, ...part };
    setMine(next);
    run("save_agency", next).catch(notices.fail);
  };
  const line = (name: Line, hint?: string, needed = false) => (
    <LineField
      label={t.settings[name]}
      value={mine[name]}
      hint={hint}
      check={needed ? required : undefined}
      required={needed}
      className="grow"
      onDone={(text) => save({ [name]: name === "province" ? provinceName(text) : text.trim() })}
      testId={`agency-${name}`}
    />
  );
  const signatory = (part: Partial<Agency["signatory"]>): void =>
    save({ signatory: { ...mine.signatory, ...part } });

  return (
    <div className="card-body fields">
      {agency ? null : <p className="warn-text">{t.settings.noAgency}</p>}
      <div className="field-row">
        {line("name", undefined, true)}
        {line("parent")}
      </div>
      <div className="field-row">
        {line("province")}
        {line("abbreviation")}
        {line("headPosition")}
      </div>
      {line("place", t.settings.placeHint)}
      {line("council")}
      <div className="field-row">
        {line("draftingUnit", t.settings.draftingUnitHint)}
        {line("draftingUnitHead")}
      </div>
      {line("contact", t.settings.contactHint)}
      <h3>{t.settings.signatory}</h3>
      <div className="field-row">
        <LineField
          label={t.settings.signatoryName}
          value={mine.signatory.name}
          hint={t.settings.signatoryNameHint}
          className="grow"
          onDone={(name) => signatory({ name: name.trim() })}
          testId="signatory-name"
        />
        <LineField
          label={t.settings.signatoryPosition}
          value={mine.signatory.position}
          className="grow"
          onDone={(position) => signatory({ position: position.trim() })}
          testId="signatory-position"
        />
        <PowerChoice power={mine.signatory.power} choose={(power) => signatory({ power })} />
      </div>
    </div>
  );
}

/** By what right the signatory signs. */
export function PowerChoice({ power, choose }: { power: Power; choose: (power: Power) => void }) {
  const t = useTexts();
  return (
    <Choice<Power>
      label={t.settings.signatoryPower}
      className="grow"
      value={power}
      options={(Object.keys(t.words.power) as Power[]).map((value) => ({
        value,
        label: t.words.power[value],
      }))}
      choose={choose}
    />
  );
}
