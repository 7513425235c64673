/** One field of the form, edited by its kind, with its marks: own value, hole, remark. */
import { Button, Tooltip } from "@fluentui/react-components";
import { ArrowResetRegular } from "@fluentui/react-icons";
import { memo } from "react";
import type { FieldView } from "../host";
import { Choice } from "../parts/Choice";
import { DateField } from "../parts/DateField";
import { LabelRow, LineField, ParagraphsField } from "../parts/fields";
import { useTexts, worded } from "../texts";
import { Entries } from "./Entries";
import type { Editor } from "./useEditor";

interface FieldEditorProps {
  field: FieldView;
  editor: Pick<Editor, "type" | "flush" | "revert">;
  /** Typed but not saved. */
  unsaved: string | undefined;
  /** What the check of the document says about an empty or incomplete value. */
  gap: "hole" | "blank" | null;
  disabled: boolean;
  onFocus: (key: string) => void;
}

export const FieldEditor = memo(function FieldEditor(props: FieldEditorProps) {
  const { field, editor, unsaved, gap, disabled } = props;
  const t = useTexts();
  const value = unsaved ?? field.value;
  const own = !disabled && (field.own || (unsaved !== undefined && unsaved !== field.value));
  const beside = (
    <span className="field-marks">
      {gap ? (
        <span className={`mark ${gap}`}>{gap === "blank" ? t.editor.mayBeBlank : t.editor.hole}</span>
      ) : null}
      {own ? (
        <>
          <span className="mark own">{t.editor.own}</span>
          <Tooltip content={t.editor.revert} relationship="label">
            <Button
              size="small"
              appearance="transparent"
              className="revert"
              icon={<ArrowResetRegular />}
              data-testid={`revert-${field.key}`}
              onClick={() => editor.revert(field.key)}
            />
          </Tooltip>
        </>
      ) : null}
    </span>
  );
  const label = worded(t, field.label, field.labelEn);
  const shared = {
    id: `field-${field.key}`,
    testId: `field-${field.key}`,
    label,
    beside,
    disabled,
    hint: field.note || undefined,
    className: `field ${gap ?? ""}`,
    placeholder: gap ? t.common.blank : undefined,
    onFocus: () => props.onFocus(field.key),
    onTyping: (text: string) => editor.type(field.key, text),
    onDone: () => editor.flush(field.key),
    onLeave: () => editor.flush(field.key),
  };

  switch (field.kind) {
    case "paragraphs":
      return <ParagraphsField {...shared} value={value} />;
    case "entries":
      return (
        <div className={shared.className} role="group" aria-label={label}>
          <LabelRow label={label} beside={beside} />
          <Entries
            id={shared.id}
            value={value}
            disabled={disabled}
            onFocus={shared.onFocus}
            change={shared.onTyping}
            left={shared.onDone}
          />
          {field.note ? <span className="muted small">{field.note}</span> : null}
        </div>
      );
    case "date":
      return (
        <DateField
          {...shared}
          value={value}
          onDone={(iso) => {
            editor.type(field.key, iso);
            editor.flush(field.key);
          }}
        />
      );
    case "choice":
      return (
        <div className={shared.className}>
          <LabelRow label={label} beside={beside} />
          <Choice
            id={shared.id}
            testId={shared.testId}
            ariaLabel={label}
            value={value}
            disabled={disabled}
            options={field.options.map((option) => ({
              value: option.value,
              label: worded(t, option.label, option.labelEn),
            }))}
            choose={(chosen) => {
              editor.type(field.key, chosen);
              editor.flush(field.key);
            }}
            onFocus={shared.onFocus}
          />
          {field.note ? <span className="muted small">{field.note}</span> : null}
        </div>
      );
    case "number":
      return <LineField {...shared} value={value} />;
    case "line":
      return <ParagraphsField {...shared} value={value} oneLine />;
  }
});
