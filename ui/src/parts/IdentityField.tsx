/** An identity number: masked until it is asked for, kept as it is unless something is typed. */
import { Button } from "@fluentui/react-components";
import { DeleteRegular, EyeOffRegular, EyeRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { useTexts } from "../texts";
import { LineField } from "./fields";

/** 9 or 12 digits; blanks, dots and dashes do not count. */
export function isUsualIdentity(text: string): boolean {
  return /^(\d{9}|\d{12})$/.test(text.replace(/[\s.\-'’]/g, ""));
}

interface IdentityFieldProps {
  /** Whose: `hon-4`, `nom-9`; none for a new one. */
  id: string | null;
  /** As the archive shows it: masked, empty when there is none. */
  masked: string;
  /** What was typed; null keeps the number, empty takes it away. */
  value: string | null;
  change: (value: string | null) => void;
}

export function IdentityField({ id, masked, value, change }: IdentityFieldProps) {
  const t = useTexts();
  const removed = value === "";
  return (
    <div className="field-row">
      <LineField
        label={t.identity.label}
        hint={t.identity.hint}
        value={value ?? ""}
        placeholder={removed ? "" : masked}
        // Cleared again, the number stays as it was.
        onTyping={(text) => change(text.trim() === "" ? null : text)}
        check={(text) => (text.trim() === "" || isUsualIdentity(text) ? null : t.identity.unusual)}
        inputMode="numeric"
        className="medium"
        testId="identity"
      />
      {id !== null && masked !== "" ? (
        <span className="beside-field">
          <IdentityReveal id={id} masked={masked} quiet />
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-pressed={removed}
            onClick={() => change(removed ? null : "")}
          >
            {t.identity.remove}
          </Button>
        </span>
      ) : null}
    </div>
  );
}

/** The masked number with the button that shows it in this one view. */
export function IdentityReveal({ id, masked, quiet }: { id: string; masked: string; quiet?: boolean }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const [number, setNumber] = useState<string | null>(null);
  const reveal = async (): Promise<void> => {
    try {
      setNumber((await run("show_identity", { id })).number);
      notices.say(t.identity.shown);
    } catch (problem) {
      notices.fail(problem);
    }
  };
  return (
    <span className="identity">
      {number === null && quiet ? null : <span data-testid="identity-shown">{number ?? masked}</span>}
      <Button
        size="small"
        appearance="subtle"
        icon={number === null ? <EyeRegular /> : <EyeOffRegular />}
        data-testid="show-identity"
        onClick={() => (number === null ? void reveal() : setNumber(null))}
      >
        {number === null ? t.identity.show : t.identity.hide}
      </Button>
    </span>
  );
}
