/** Records the number and date given by the registry; the document is frozen then. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import type { DocumentView } from "../host";
import { today } from "../lib/dates";
import { DateField } from "../parts/DateField";
import { LineField, useRequired } from "../parts/fields";
import { FormDialog } from "../parts/FormDialog";
import { FindingRule } from "../parts/Problems";
import { useTexts } from "../texts";

export function IssueDialog({ view, close }: { view: DocumentView; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const required = useRequired();
  const fields = view.sections.flatMap((section) => section.fields);
  const typed = (key: string): string => fields.find((field) => field.key === key)?.value ?? "";
  const [number, setNumber] = useState(typed("number"));
  const [date, setDate] = useState(view.brief.date ?? (typed("date") || today()));
  return (
    <FormDialog
      title={t.editor.issueTitle}
      submitLabel={t.editor.issueGo}
      disabled={number.trim() === "" || date === ""}
      close={close}
      submit={async () => {
        await run("issue", { id: view.brief.id, number: number.trim(), date });
        notices.say(t.editor.issued(view.brief.number.replace(/^[\s…._]*(?=\/)/, number.trim())));
      }}
      testId="issue-dialog"
    >
      <p>{t.editor.issueAbout}</p>
      <div className="field-row">
        <LineField
          label={t.editor.issueNumber}
          value={number}
          onTyping={setNumber}
          check={required}
          required
          autoFocus
          className="short"
          testId="issue-number"
        />
        <DateField
          label={t.editor.issueDate}
          value={date}
          onTyping={setDate}
          required
          className="medium"
          testId="issue-date"
        />
      </div>
      <Advice id={view.brief.id} number={number.trim()} date={date} take={setNumber} />
    </FormDialog>
  );
}

interface AdviceProps {
  id: string;
  number: string;
  date: string;
  take: (number: string) => void;
}

/** The next number of the register, and what is odd about the one typed. Advice only: the registry decides. */
function Advice({ id, number, date, take }: AdviceProps) {
  const t = useTexts();
  const proposal = useAsk("propose_number", { id, number, date }, { enabled: date !== "", keep: true });
  const told = proposal.data;
  if (!told || told.series === "") return null;
  const name = told.label ? `${told.series}: ${told.label}` : told.series;
  const next = String(told.next).padStart(2, "0");
  return (
    <div className="number-advice" role="status" data-testid="number-advice">
      <span className="muted">{t.register.proposed(told.next, name)}</span>
      {number === "" ? (
        <Button size="small" onClick={() => take(next)} data-testid="take-number">
          {t.register.take(told.next)}
        </Button>
      ) : null}
      {told.advice.map((problem) => (
        <FindingRule key={problem.code} problem={problem} tone="warn" />
      ))}
    </div>
  );
}
