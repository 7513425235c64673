/** Records awards that somebody decided already, in one step. */
import { useState } from "react";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import type { Honoree } from "../host";
import { blankHonoree } from "../lib/honoree";
import { DateField } from "../parts/DateField";
import { LineField, ParagraphsField } from "../parts/fields";
import { FormDialog } from "../parts/FormDialog";
import { HonoreeFields, wholeHonoree } from "../parts/HonoreeFields";
import { KindPicker } from "../parts/KindPicker";
import { ThingPicker } from "../parts/ThingPicker";
import { useTexts } from "../texts";

const CONFERENCES = ["conference"] as const;

interface RecordDialogProps {
  /** Given when it is about this honoree. */
  honoree: Honoree | null;
  /** Given when it is about this conference. */
  conference: string | null;
  period?: string;
  close: () => void;
}

export function RecordDialog(props: RecordDialogProps) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const [honoree, setHonoree] = useState(props.honoree ?? blankHonoree());
  const [kind, setKind] = useState<string | null>(null);
  const [count, setCount] = useState("1");
  const [achievement, setAchievement] = useState("");
  const [period, setPeriod] = useState(props.period ?? "");
  const [decision, setDecision] = useState("");
  const [date, setDate] = useState("");
  const [conference, setConference] = useState(props.conference ?? "");
  const times = /^\d{1,3}$/.test(count.trim()) ? Number(count) : 0;

  const submit = async (): Promise<void> => {
    if (kind === null) return;
    const made = await run("record_awards", {
      honoree: wholeHonoree(honoree),
      kind,
      count: times,
      achievement: achievement.trim(),
      period: period.trim(),
      decision: decision.trim(),
      date: date || null,
      conference: conference || null,
    });
    notices.say(t.record.done(made.count));
  };

  return (
    <FormDialog
      title={t.record.title}
      submitLabel={t.record.go}
      wide
      submit={submit}
      close={props.close}
      disabled={honoree.name.trim() === "" || kind === null || times < 1}
      testId="record-dialog"
    >
      <p className="muted">{t.record.about}</p>
      {props.honoree ? (
        <strong>{props.honoree.name}</strong>
      ) : (
        <HonoreeFields honoree={honoree} change={setHonoree} suggest />
      )}
      <div className="field-row">
        <div className="grow">
          <KindPicker
            label={t.conference.award}
            value={kind}
            choose={setKind}
            honoreeType={honoree.honoreeType}
            required
          />
        </div>
        <LineField
          label={t.record.count}
          value={count}
          onTyping={setCount}
          check={(text) => (/^[1-9]\d{0,2}$/.test(text.trim()) ? null : t.record.badCount)}
          hint={t.record.countHint}
          inputMode="numeric"
          className="medium"
          testId="record-count"
        />
      </div>
      <ParagraphsField
        label={t.nomination.achievement}
        value={achievement}
        onTyping={setAchievement}
        testId="record-achievement"
      />
      <div className="field-row">
        <LineField
          label={t.record.decision}
          value={decision}
          onTyping={setDecision}
          className="grow"
          testId="record-decision"
        />
        <DateField
          label={t.record.decisionDate}
          value={date}
          onTyping={setDate}
          className="short"
          testId="record-date"
        />
        <LineField
          label={t.record.period}
          value={period}
          onTyping={setPeriod}
          placeholder={t.record.periodExample}
          className="short"
          testId="record-period"
        />
      </div>
      {props.conference === null ? (
        <ThingPicker
          of={CONFERENCES}
          label={t.record.atConference}
          value={conference}
          none={t.record.noConference}
          choose={setConference}
        />
      ) : null}
    </FormDialog>
  );
}
