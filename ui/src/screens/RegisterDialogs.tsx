/** What the officer adds to the register: columns a document does not tell, what a missing number was given to. */
import { useState } from "react";
import { useRun } from "../app/data";
import type { RegisterRow, Strand } from "../host";
import { LineField, ParagraphsField } from "../parts/fields";
import { FormDialog } from "../parts/FormDialog";
import { useTexts } from "../texts";

export function EntryDialog({ id, row, close }: { id: string; row: RegisterRow; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const [keptBy, setKeptBy] = useState(row.keptBy);
  const [copies, setCopies] = useState(row.copies);
  const [sentOn, setSentOn] = useState(row.sentOn);
  const [remark, setRemark] = useState(row.remark);
  return (
    <FormDialog
      title={t.register.fillTitle(row.numberAndSymbol)}
      submitLabel={t.common.save}
      close={close}
      submit={() => run("fill_register", { id, keptBy, copies, sentOn, remark })}
      testId="entry-dialog"
    >
      <p className="muted">{t.register.fillAbout}</p>
      <LineField label={t.register.keptBy} value={keptBy} onTyping={setKeptBy} autoFocus testId="kept-by" />
      <div className="field-row">
        <LineField label={t.register.copies} value={copies} onTyping={setCopies} className="short" />
        <LineField label={t.register.sentOn} value={sentOn} onTyping={setSentOn} className="medium" />
      </div>
      <ParagraphsField label={t.register.remark} value={remark} onTyping={setRemark} oneLine />
    </FormDialog>
  );
}

interface NoteDialogProps {
  strand: Strand;
  year: number;
  row: RegisterRow;
  close: () => void;
}

export function NoteDialog({ strand, year, row, close }: NoteDialogProps) {
  const t = useTexts();
  const run = useRun();
  const wide = row.until !== null;
  const [number, setNumber] = useState(row.number);
  const [note, setNote] = useState(row.title);
  return (
    <FormDialog
      title={t.register.noteTitle(Number(number), year)}
      submitLabel={t.common.save}
      close={close}
      disabled={!/^\d+$/.test(number.trim())}
      submit={() => run("note_number", { strand: strand.key, year, number: Number(number), note })}
      testId="note-dialog"
    >
      <p className="muted">{t.register.noteAbout}</p>
      {wide ? (
        <LineField
          label={t.register.noteNumber}
          value={number}
          onTyping={setNumber}
          inputMode="numeric"
          className="short"
        />
      ) : null}
      <ParagraphsField
        label={t.register.noteWhat}
        value={note}
        onTyping={setNote}
        placeholder={t.register.noteExample}
        oneLine
        testId="note-what"
      />
    </FormDialog>
  );
}
