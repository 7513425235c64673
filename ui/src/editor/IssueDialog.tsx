/** Records the number and date given by the registry; the document is frozen then. */
import { useState } from "react";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import type { DocumentView } from "../host";
import { today } from "../lib/dates";
import { DateField } from "../parts/DateField";
import { LineField, useRequired } from "../parts/fields";
import { FormDialog } from "../parts/FormDialog";
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
          onDone={setDate}
          required
          className="medium"
          testId="issue-date"
        />
      </div>
    </FormDialog>
  );
}
