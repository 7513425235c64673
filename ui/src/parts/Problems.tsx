/** Findings and failures in place: what, and what to do. */
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ProblemError, type Problem } from "../host";
import { useTexts, wordProblem } from "../texts";

/** A failure shown where it happened. */
export function ProblemBar({ failure }: { failure: unknown }) {
  const t = useTexts();
  const problem =
    failure instanceof ProblemError
      ? failure.problem
      : { code: "internal", message: String(failure), field: null, hint: null, values: {} };
  const { message, hint } = wordProblem(t, problem);
  return (
    <MessageBar intent="error" layout="multiline" data-testid="problem">
      <MessageBarBody>
        <strong>{message}</strong>
        {hint ? <div>{hint}</div> : null}
      </MessageBarBody>
    </MessageBar>
  );
}

/** A finding with its advice, as one item of a side panel. */
export function FindingRule({ problem, tone }: { problem: Problem; tone: "ok" | "warn" | "bad" | "info" }) {
  const t = useTexts();
  const { message, hint } = wordProblem(t, problem);
  return (
    <div className={`rule ${tone}`}>
      <strong>{message}</strong>
      {hint ? <div>{hint}</div> : null}
    </div>
  );
}
