/** A dialog with a form: Enter saves (never while composing), Esc gives up, a failure stays inside it. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTexts } from "../texts";
import { composing } from "../lib/keys";
import { ProblemBar } from "./Problems";

interface FormDialogProps {
  title: string;
  submitLabel: string;
  /** Does it; the dialog closes when it has succeeded. Returning `false` keeps it open. */
  submit: () => Promise<unknown>;
  close: () => void;
  disabled?: boolean;
  wide?: boolean;
  testId?: string;
  children: ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const t = useTexts();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  // After the dialog, which goes to whatever comes first.
  useEffect(() => form.current?.querySelector<HTMLElement>("[data-first]")?.focus(), []);

  const submit = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      if ((await props.submit()) !== false) props.close();
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open onOpenChange={(_, data) => (data.open ? undefined : props.close())}>
      <DialogSurface className={props.wide ? "dialog wide" : "dialog"} data-testid={props.testId}>
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!props.disabled && !busy) void submit();
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && composing(event)) event.preventDefault();
          }}
        >
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent className="dialog-content">
              {failure ? <ProblemBar failure={failure} /> : null}
              {props.children}
            </DialogContent>
            <DialogActions>
              <Button onClick={props.close}>{t.common.cancel}</Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={(props.disabled ?? false) || busy}
                data-testid="dialog-submit"
              >
                {props.submitLabel}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
