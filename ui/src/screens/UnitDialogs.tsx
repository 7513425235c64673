/** Changes to the register of units: a new one, another name from a day on, mergers and splits, a text put in its place. */
import { Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { address, go } from "../app/router";
import type { UnitName } from "../host";
import { Choice } from "../parts/Choice";
import { DateField } from "../parts/DateField";
import { FormDialog } from "../parts/FormDialog";
import { OfferedUnits } from "../parts/HonoreeFields";
import { LineField, ParagraphsField, useRequired } from "../parts/fields";
import { useTexts } from "../texts";

export function NewUnitDialog({ close }: { close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const required = useRequired();
  const [name, setName] = useState("");
  const [from, setFrom] = useState("");
  const [note, setNote] = useState("");
  return (
    <FormDialog
      title={t.units.add}
      submitLabel={t.common.add}
      close={close}
      disabled={name.trim() === ""}
      submit={async () => {
        const { id } = await run("new_unit", { name, from: from || null, note });
        go(address("units", id));
      }}
    >
      <LineField
        label={t.units.name}
        value={name}
        onTyping={setName}
        check={required}
        required
        autoFocus
        testId="unit-name"
      />
      <DateField label={t.units.from} hint={t.units.fromHint} value={from} onTyping={setFrom} />
      <LineField label={t.units.note} hint={t.units.noteHint} value={note} onTyping={setNote} />
    </FormDialog>
  );
}

export function RenameUnitDialog({ id, name: old, close }: { id: string; name: string; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const required = useRequired();
  const [name, setName] = useState(old);
  const [day, setDay] = useState("");
  return (
    <FormDialog
      title={t.units.renameTitle}
      submitLabel={t.common.rename}
      close={close}
      disabled={name.trim() === "" || name.trim() === old || day === ""}
      submit={() => run("rename_unit", { id, name, day })}
    >
      <LineField
        label={t.units.newName}
        value={name}
        onTyping={setName}
        check={required}
        required
        autoFocus
        testId="unit-new-name"
      />
      <DateField label={t.units.day} value={day} onTyping={setDay} required testId="unit-day" />
    </FormDialog>
  );
}

export function EditNameDialog({ name: old, close }: { name: UnitName; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const required = useRequired();
  const [name, setName] = useState(old.name);
  const [from, setFrom] = useState(old.from ?? "");
  const [to, setTo] = useState(old.to ?? "");
  return (
    <FormDialog
      title={t.units.editNameTitle}
      submitLabel={t.common.save}
      close={close}
      disabled={name.trim() === ""}
      submit={() => run("edit_unit_name", { entry: old.entry, name, from: from || null, to: to || null })}
    >
      <LineField label={t.units.name} value={name} onTyping={setName} check={required} required autoFocus />
      <div className="field-row">
        <DateField label={t.units.day} hint={t.units.fromHint} value={from} onTyping={setFrom} />
        <DateField label={t.units.until} value={to} onTyping={setTo} />
      </div>
    </FormDialog>
  );
}

/** `before` is the name of a unit to begin with. */
export function SucceedDialog({ before: first, close }: { before: string; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const [before, setBefore] = useState(first);
  const [after, setAfter] = useState("");
  const [day, setDay] = useState("");
  const lines = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");
  const last = (text: string): string => text.split("\n").at(-1) ?? "";
  const completed = (text: string, unit: string): string =>
    [...text.split("\n").slice(0, -1), unit].join("\n");
  return (
    <FormDialog
      title={t.units.succeedTitle}
      submitLabel={t.common.save}
      wide
      close={close}
      disabled={lines(before).length === 0 || lines(after).length === 0 || day === ""}
      submit={() => run("succeed_units", { before: lines(before), after: lines(after), day })}
      testId="succeed-dialog"
    >
      <p className="muted">{t.units.succeedLead}</p>
      <ParagraphsField
        label={t.units.before}
        value={before}
        onTyping={setBefore}
        rows={3}
        testId="units-before"
      />
      <OfferedUnits typed={last(before)} choose={(unit) => setBefore(completed(before, unit))} />
      <ParagraphsField
        label={t.units.after}
        value={after}
        onTyping={setAfter}
        rows={2}
        testId="units-after"
      />
      <OfferedUnits typed={last(after)} choose={(unit) => setAfter(completed(after, unit))} />
      <DateField
        label={t.units.day}
        value={day}
        onTyping={setDay}
        required
        className="short"
        testId="succeed-day"
      />
    </FormDialog>
  );
}

const CHOICES = 1000;

/** Which unit a text of the records means: a new one, or another writing of one that is known. */
export function PutDialog({ text, close }: { text: string; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const [into, setInto] = useState("");
  const [asNew, setAsNew] = useState(true);
  const known = useAsk("units", { text: "", from: 0, count: CHOICES });
  const options = (known.data?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <FormDialog
      title={t.units.putTitle(text)}
      submitLabel={t.common.save}
      close={close}
      disabled={!asNew && into === ""}
      submit={() =>
        asNew
          ? run("new_unit", { name: text, from: null, note: "" })
          : run("put_unit_text", { text, unit: into })
      }
      testId="put-dialog"
    >
      <RadioGroup value={asNew ? "new" : "into"} onChange={(_, data) => setAsNew(data.value === "new")}>
        <Radio value="new" label={t.units.putNew} />
        <Radio value="into" label={t.units.putInto} disabled={options.length === 0} data-testid="put-into" />
      </RadioGroup>
      {asNew ? null : (
        <Choice
          ariaLabel={t.units.choose}
          value={into}
          options={options}
          choose={setInto}
          testId="put-unit"
        />
      )}
    </FormDialog>
  );
}
