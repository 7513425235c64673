/** A drop-down with a label, from values with words. */
import { Dropdown, Field, Option } from "@fluentui/react-components";
import type { ReactNode } from "react";

export interface Choosable<V extends string> {
  value: V;
  label: string;
  /** A second line. */
  about?: string;
}

interface ChoiceProps<V extends string> {
  id?: string;
  label?: string;
  ariaLabel?: string;
  value: V;
  options: Choosable<V>[];
  choose: (value: V) => void;
  placeholder?: string;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
  size?: "small" | "medium";
  className?: string;
  testId?: string;
  onFocus?: () => void;
}

export function Choice<V extends string>(props: ChoiceProps<V>) {
  const chosen = props.options.find((option) => option.value === props.value);
  const dropdown: ReactNode = (
    <Dropdown
      id={props.id}
      className="choice"
      aria-label={props.label ? undefined : props.ariaLabel}
      size={props.size ?? "medium"}
      disabled={props.disabled}
      placeholder={props.placeholder}
      value={chosen?.label ?? ""}
      selectedOptions={chosen ? [chosen.value] : []}
      data-testid={props.testId}
      onFocus={props.onFocus}
      onOptionSelect={(_, data) => {
        if (data.optionValue !== undefined) props.choose(data.optionValue as V);
      }}
    >
      {props.options.map((option) => (
        <Option key={option.value} value={option.value} text={option.label}>
          {option.about ? (
            <span className="two-lines">
              <span>{option.label}</span>
              <span className="muted">{option.about}</span>
            </span>
          ) : (
            option.label
          )}
        </Option>
      ))}
    </Dropdown>
  );
  if (!props.label) return <div className={props.className}>{dropdown}</div>;
  return (
    <Field label={props.label} hint={props.hint} required={props.required} className={props.className}>
      {dropdown}
    </Field>
  );
}
