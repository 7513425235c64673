/** Makes a round, or changes its name and year. */
import { useState } from "react";
import { useRun } from "../app/data";
import { address, go } from "../app/router";
import type { RoundBrief } from "../host";
import { LineField, useRequired } from "../parts/fields";
import { FormDialog } from "../parts/FormDialog";
import { useTexts } from "../texts";

export function RoundDialog({ round, close }: { round: RoundBrief | null; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const required = useRequired();
  const [name, setName] = useState(round?.name ?? "");
  const [year, setYear] = useState(String(round?.year ?? new Date().getFullYear()));
  const goodYear = /^(19|20)\d{2}$/.test(year.trim());

  const submit = async (): Promise<unknown> => {
    const facts = { name: name.trim(), year: Number(year) };
    if (round) {
      return run("edit_round", { id: round.id, ...facts });
    }
    const made = await run("new_round", facts);
    close();
    go(address("rounds", made.id));
    return false;
  };

  return (
    <FormDialog
      title={round ? t.rounds.editTitle : t.rounds.newTitle}
      submitLabel={round ? t.common.save : t.common.add}
      submit={submit}
      close={close}
      disabled={name.trim() === "" || !goodYear}
    >
      <LineField
        label={t.rounds.name}
        value={name}
        onTyping={setName}
        check={required}
        placeholder={t.rounds.nameExample}
        required
        autoFocus
        testId="round-name"
      />
      <LineField
        label={t.rounds.year}
        value={year}
        onTyping={setYear}
        check={(text) => (/^(19|20)\d{2}$/.test(text.trim()) ? null : t.rounds.badYear)}
        inputMode="numeric"
        className="short"
        testId="round-year"
      />
    </FormDialog>
  );
}
