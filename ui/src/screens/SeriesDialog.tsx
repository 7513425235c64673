/** The registry's series of numbers: which types and bodies are counted together, since when, from which number. */
import { Button, Checkbox } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import type { NumberSeries, SeriesView } from "../host";
import { showDate, today } from "../lib/dates";
import { Choice } from "../parts/Choice";
import { DateField } from "../parts/DateField";
import { LineField, useRequired } from "../parts/fields";
import { FormDialog } from "../parts/FormDialog";
import { useTexts } from "../texts";

const NEW = "new";
/** The day from which the usual series hold: shown as a blank. */
const ALWAYS = "1945-01-01";

const blank = (): NumberSeries => ({
  name: "",
  types: [],
  bodies: [],
  apart: false,
  validFrom: `${today().slice(0, 4)}-01-01`,
  validTo: null,
  firstNumber: 1,
});

export function SeriesDialog({ close }: { close: () => void }) {
  const series = useAsk("number_series", {});
  return series.data ? <Form series={series.data} close={close} /> : null;
}

function Form({ series, close }: { series: SeriesView[]; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const required = useRequired();
  const [chosen, setChosen] = useState("0");
  const [draft, setDraft] = useState<NumberSeries>(series[0]?.series ?? blank());
  const index = chosen === NEW ? null : Number(chosen);
  const set = (part: Partial<NumberSeries>): void => setDraft({ ...draft, ...part });
  const choose = (value: string): void => {
    setChosen(value);
    setDraft(value === NEW ? blank() : (series[Number(value)]?.series ?? blank()));
  };
  const remove = async (): Promise<void> => {
    if (index === null) return;
    try {
      await run("remove_series", { index });
      notices.say(t.register.seriesRemoved);
      close();
    } catch (problem) {
      notices.fail(problem);
    }
  };
  return (
    <FormDialog
      title={t.register.seriesTitle}
      submitLabel={t.common.save}
      wide
      close={close}
      disabled={draft.name.trim() === ""}
      testId="series-dialog"
      submit={async () => {
        await run("save_series", { index, series: draft });
        notices.say(t.register.seriesSaved);
      }}
    >
      <p className="muted">{t.register.seriesAbout}</p>
      <div className="field-row">
        <Choice
          label={t.register.seriesChoose}
          className="grow"
          value={chosen}
          options={[
            ...series.map(({ series: one }, place) => ({
              value: String(place),
              label: one.validTo ? `${one.name} (${showDate(one.validTo)})` : one.name,
            })),
            { value: NEW, label: t.register.seriesNew },
          ]}
          choose={choose}
          testId="series-choice"
        />
        {index !== null && series.length > 1 ? (
          <Button className="beside-field" icon={<DeleteRegular />} onClick={() => void remove()}>
            {t.register.seriesRemove}
          </Button>
        ) : null}
      </div>
      {/* Keyed by the series, so that no field keeps what belongs to another. */}
      <div key={chosen} className="fields">
        <LineField
          label={t.register.seriesName}
          value={draft.name}
          onTyping={(name) => set({ name })}
          check={required}
          required
          testId="series-name"
        />
        <div className="field-row">
          <LineField
            label={t.register.seriesTypes}
            hint={t.register.seriesTypesHint}
            value={draft.types.join(", ")}
            onTyping={(text) => set({ types: wordsOf(text) })}
            className="grow"
            testId="series-types"
          />
          <LineField
            label={t.register.seriesBodies}
            hint={t.register.seriesBodiesHint}
            value={draft.bodies.join(", ")}
            onTyping={(text) => set({ bodies: wordsOf(text) })}
            className="grow"
          />
        </div>
        <Checkbox
          label={t.register.seriesApart}
          checked={draft.apart}
          onChange={(_, data) => set({ apart: data.checked === true })}
        />
        <div className="field-row">
          <DateField
            label={t.register.seriesFrom}
            value={draft.validFrom === ALWAYS ? "" : draft.validFrom}
            onTyping={(validFrom) => set({ validFrom: validFrom || ALWAYS })}
            className="medium"
          />
          <DateField
            label={t.register.seriesTo}
            hint={t.register.seriesToHint}
            value={draft.validTo ?? ""}
            onTyping={(validTo) => set({ validTo: validTo || null })}
            className="medium"
          />
          <LineField
            label={t.register.seriesFirst}
            hint={t.register.seriesFirstHint}
            value={String(draft.firstNumber)}
            check={(text) => (/^[1-9]\d*$/.test(text.trim()) ? null : t.dates.badNumber)}
            onTyping={(text) => {
              if (/^[1-9]\d{0,6}$/.test(text.trim())) set({ firstNumber: Number(text) });
            }}
            inputMode="numeric"
            className="medium"
          />
        </div>
      </div>
    </FormDialog>
  );
}

function wordsOf(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter(Boolean);
}
