/** The facts of a conference, as a form that saves itself. */
import type { Conference } from "../host";
import { DateField } from "../parts/DateField";
import { LineField, ParagraphsField, useRequired } from "../parts/fields";
import { useTexts } from "../texts";
import type { ConferenceEditing } from "./useConference";

type Text = "name" | "place" | "chairName" | "chairPosition";
type Paragraphs = "movements" | "results" | "shortcomings" | "goal" | "tasks";
type Year = "periodFrom" | "periodTo" | "nextFrom" | "nextTo";

export function ConferenceFacts({ editing }: { editing: ConferenceEditing }) {
  const t = useTexts();
  const required = useRequired();
  const { conference, set, flush } = editing;
  const save = (): void => void flush();

  const line = (name: Text, label: string, needed = false) => (
    <ParagraphsField
      oneLine
      label={label}
      value={conference[name]}
      onTyping={(text) => {
        if (!needed || text.trim() !== "") set({ [name]: text });
      }}
      check={needed ? required : undefined}
      required={needed}
      className="grow"
      testId={`conference-${name}`}
    />
  );
  const paragraphs = (name: Paragraphs) => (
    <ParagraphsField
      label={t.conference[name]}
      value={conference[name]}
      onTyping={(text) => set({ [name]: text })}
      rows={3}
      testId={`conference-${name}`}
    />
  );
  const year = (name: Year, label: string) => (
    <LineField
      label={label}
      value={conference[name] === null ? "" : String(conference[name])}
      inputMode="numeric"
      className="short"
      check={(text) => (text.trim() === "" || isYear(text) ? null : t.rounds.badYear)}
      onTyping={(text) => {
        if (text.trim() === "") set(part(name, null));
        else if (isYear(text)) set(part(name, Number(text)));
      }}
      testId={`conference-${name}`}
    />
  );

  return (
    <section className="form facts" aria-label={t.conference.facts} onBlur={save}>
      <div className="form-section">
        <div className="section-head as-text">
          <h2>{t.conference.facts}</h2>
        </div>
        <div className="section-fields column">
          {line("name", t.conferences.name, true)}
          <div className="field-row">
            <DateField
              label={t.conferences.date}
              value={conference.date ?? ""}
              onTyping={(date) => set({ date: date || null })}
              className="short"
              testId="conference-date"
            />
            {line("place", t.conferences.place)}
          </div>
          {line("chairName", t.conference.chairName)}
          {line("chairPosition", t.conference.chairPosition)}
          <h3>{t.conference.period}</h3>
          <div className="field-row">
            {year("periodFrom", t.conference.from)}
            {year("periodTo", t.conference.to)}
          </div>
          <h3>{t.conference.next}</h3>
          <div className="field-row">
            {year("nextFrom", t.conference.from)}
            {year("nextTo", t.conference.to)}
          </div>
        </div>
      </div>
      <div className="form-section">
        <div className="section-head as-text">
          <h2>{t.conference.content}</h2>
          <span className="muted small">{t.conference.perLine}</span>
        </div>
        <div className="section-fields column">
          {paragraphs("movements")}
          {paragraphs("results")}
          {paragraphs("shortcomings")}
          {paragraphs("goal")}
          {paragraphs("tasks")}
        </div>
      </div>
    </section>
  );
}

const isYear = (text: string): boolean => /^(19|20)\d{2}$/.test(text.trim());
const part = (name: Year, value: number | null): Partial<Conference> => ({ [name]: value });
