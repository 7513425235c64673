/** A date typed as dd/mm/yyyy, or taken from the calendar of the PC. The value is ISO 8601, empty when blank. */
import { Button } from "@fluentui/react-components";
import { CalendarRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { parseDate, showDate } from "../lib/dates";
import { useTexts } from "../texts";
import { LineField, type TextFieldProps } from "./fields";

type DateFieldProps = Omit<TextFieldProps, "value" | "onDone" | "onTyping" | "check"> & {
  value: string;
  /** A whole date or nothing; while it is half typed nothing is told. */
  onTyping?: (iso: string) => void;
  /** The date when the field is left, or from the calendar; without it the calendar counts as typing. */
  onDone?: (iso: string) => void;
};

export function DateField({ value, onTyping, onDone, ...rest }: DateFieldProps) {
  const t = useTexts();
  const calendar = useRef<HTMLInputElement>(null);
  const iso = (text: string): string | null => (text.trim() === "" ? "" : parseDate(text));
  return (
    <LineField
      {...rest}
      value={showDate(value)}
      placeholder={rest.placeholder ?? t.dates.placeholder}
      inputMode="numeric"
      check={(text) => (iso(text) === null ? t.dates.bad : null)}
      onTyping={(text) => {
        const date = iso(text);
        if (date !== null) onTyping?.(date);
      }}
      onDone={(text) => {
        const date = iso(text);
        if (date !== null && date !== value) onDone?.(date);
      }}
      contentAfter={
        rest.disabled ? undefined : (
          <>
            <input
              ref={calendar}
              type="date"
              className="calendar-only"
              tabIndex={-1}
              aria-hidden="true"
              value={parseDate(showDate(value)) ?? ""}
              onChange={(event) => (onDone ?? onTyping)?.(event.target.value)}
            />
            <Button
              appearance="transparent"
              size="small"
              tabIndex={-1}
              icon={<CalendarRegular />}
              aria-label={t.dates.pick}
              onClick={() => {
                try {
                  calendar.current?.showPicker();
                } catch {
                  // A window without a calendar of its own: the date is typed.
                }
              }}
            />
          </>
        )
      }
    />
  );
}
