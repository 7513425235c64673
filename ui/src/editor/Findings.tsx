/** What the check of the document found: counted in a line, each with a way to its field. */
import { useState } from "react";
import type { Finding, FindingSeverity } from "../host";
import { Chip, severityTones } from "../parts/Chip";
import { useTexts, wordFinding } from "../texts";

const order: FindingSeverity[] = ["error", "warning", "blank", "note"];

export function Findings({
  findings,
  pick,
  labelOf,
}: {
  findings: readonly Finding[];
  pick: ((key: string) => void) | undefined;
  /** The words for a field in the language of the window. */
  labelOf: (key: string) => string | undefined;
}) {
  const t = useTexts();
  const [only, setOnly] = useState<FindingSeverity | null>(null);
  const words = {
    error: t.editor.errors,
    warning: t.editor.warnings,
    blank: t.editor.blanks,
    note: t.editor.notes,
  };
  const shown = order.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity && (only === null || only === severity)),
  );
  return (
    <div className="findings" aria-label={t.editor.findings} role="group">
      <div className="chips">
        {order.map((severity) => {
          const count = findings.filter((finding) => finding.severity === severity).length;
          if (count === 0) return null;
          return (
            <Chip
              key={severity}
              tone={severityTones[severity]}
              pressed={only === severity}
              onClick={() => setOnly(only === severity ? null : severity)}
              testId={`findings-${severity}`}
            >
              {words[severity](count)}
            </Chip>
          );
        })}
        {findings.length === 0 ? <Chip tone="ok">{t.editor.noFindings}</Chip> : null}
      </div>
      <ul className="plain">
        {shown.map(({ severity, problem }, index) => {
          const { field } = problem;
          const { message, hint } = wordFinding(t, problem, labelOf);
          return (
            <li key={index} className={`rule ${severityTones[severity]}`}>
              {field !== null && pick ? (
                <button type="button" className="link" onClick={() => pick(field)}>
                  {message}
                </button>
              ) : (
                message
              )}
              {hint ? <div className="muted">{hint}</div> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
