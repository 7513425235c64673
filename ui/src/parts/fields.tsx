/**
 * Fields that are safe to type Vietnamese into. Each keeps its own text while it has the focus: nothing from
 * outside rewrites it, nothing is reformatted on a key, and what was typed is checked when the field is left.
 */
import { Field, Input, Textarea, type InputProps } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { composing } from "../lib/keys";
import { useTexts } from "../texts";

/** The text of a field: its own while focused, the value from outside otherwise. */
function useOwnText(value: string) {
  const [text, setText] = useState(value);
  const [focused, setFocused] = useState(false);
  /** Typed into since it got the focus. */
  const [touched, setTouched] = useState(false);
  /** The value from outside that the text stands for. */
  const [shown, setShown] = useState(value);
  if (!focused && shown !== value) {
    setShown(value);
    setText(value);
  }
  return {
    text,
    type: (next: string) => {
      setText(next);
      setTouched(true);
    },
    enter: () => {
      setFocused(true);
      setTouched(false);
    },
    // What was typed stays in sight until the value from outside really changes: saving takes a moment.
    leave: () => {
      setFocused(false);
      if (touched) setShown(value);
    },
  };
}

export interface TextFieldProps {
  label: string;
  value: string;
  /** Every change while typing. */
  onTyping?: (text: string) => void;
  /** The text when the field is left and has changed, or on Enter in a line. */
  onDone?: (text: string) => void;
  /** Checks when the field is left: a sentence when it is not right. */
  check?: (text: string) => string | null;
  hint?: string;
  placeholder?: string;
  /** Shown to be read and copied, not typed into. */
  disabled?: boolean;
  required?: boolean;
  testId?: string;
  id?: string;
  className?: string;
  beside?: ReactNode;
  type?: InputProps["type"];
  inputMode?: "numeric" | "text";
  contentAfter?: InputProps["contentAfter"];
  /** In a dialog: the field to start with. */
  autoFocus?: boolean;
  onFocus?: () => void;
  /** The field was left, changed or not. */
  onLeave?: () => void;
}

/** What a line and paragraphs share: the text with its check, what stands around the field, what the field is given. */
function useChecked(props: TextFieldProps) {
  const own = useOwnText(props.value);
  const [problem, setProblem] = useState<string | null>(null);
  /** The text last told to the owner, so that Enter and leaving do not tell it twice. */
  const told = useRef(props.value);
  const done = (): void => {
    const wrong = props.check?.(own.text) ?? null;
    setProblem(wrong);
    if (wrong || own.text === props.value || own.text === told.current) return;
    told.current = own.text;
    props.onDone?.(own.text);
  };
  return {
    text: own.text,
    done,
    change: (next: string) => {
      own.type(next);
      if (problem) setProblem(null);
      props.onTyping?.(next);
    },
    frame: {
      label: props.beside ? <LabelRow label={props.label} beside={props.beside} /> : props.label,
      hint: props.hint,
      required: props.required,
      validationMessage: problem,
      className: props.className,
    },
    field: {
      id: props.id,
      value: own.text,
      readOnly: props.disabled,
      placeholder: props.placeholder,
      spellCheck: false,
      onFocus: () => {
        own.enter();
        told.current = props.value;
        props.onFocus?.();
      },
      onBlur: () => {
        own.leave();
        done();
        props.onLeave?.();
      },
    },
  };
}

/** One line of text. */
export function LineField(props: TextFieldProps) {
  const own = useChecked(props);
  return (
    <Field {...own.frame}>
      <Input
        {...own.field}
        type={props.type}
        inputMode={props.inputMode}
        contentAfter={props.contentAfter}
        data-first={props.autoFocus ? "" : undefined}
        autoComplete="off"
        data-testid={props.testId}
        onChange={(_, data) => own.change(data.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !composing(event)) own.done();
        }}
      />
    </Field>
  );
}

/**
 * Paragraphs, a line each; grows with its text. With `oneLine`, a line that may be long: it wraps on the screen, so
 * that nothing of it is hidden, and takes no line breaks.
 */
export function ParagraphsField(props: TextFieldProps & { rows?: number; oneLine?: boolean }) {
  const own = useChecked(props);
  const area = useGrowing(own.text);
  return (
    <Field {...own.frame}>
      <Textarea
        {...own.field}
        textarea={
          { ref: area, rows: props.oneLine ? 1 : (props.rows ?? 2), "data-testid": props.testId } as never
        }
        className={props.oneLine ? "one-line" : undefined}
        onChange={(_, data) => own.change(props.oneLine ? data.value.replace(/\r?\n/g, " ") : data.value)}
        onKeyDown={(event) => {
          if (!props.oneLine || event.key !== "Enter" || composing(event)) return;
          event.preventDefault();
          own.done();
        }}
      />
    </Field>
  );
}

/** Keeps a text area as high as its text: give it the ref that this returns. */
export function useGrowing(text: string): React.RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }, [text]);
  return area;
}

/** A label with something at its right. */
export function LabelRow({ label, beside }: { label: string; beside: ReactNode }) {
  return (
    <span className="label-row">
      <span>{label}</span>
      {beside}
    </span>
  );
}

/** A field that must not be left empty. */
export function useRequired(): (text: string) => string | null {
  const t = useTexts();
  return (text) => (text.trim() === "" ? t.common.required : null);
}
