/** The eight steps of a round: what is done, what comes next; none blocks going ahead. */
import { CheckmarkRegular } from "@fluentui/react-icons";
import { address } from "../app/router";
import type { RoundStep, RoundView } from "../host";
import { useTexts } from "../texts";

export function Steps({ view, step }: { view: RoundView; step: RoundStep }) {
  const t = useTexts();
  return (
    <nav className="steps" aria-label={t.round.steps}>
      {view.steps.map((state, index) => {
        const next = state.step === view.brief.nextStep;
        const remark = state.done ? t.round.done : next ? t.round.isNext : "";
        return (
          <a
            key={state.step}
            href={address("rounds", view.brief.id, { step: state.step })}
            aria-current={state.step === step ? "step" : undefined}
            className={state.done ? "step done" : next ? "step next" : "step"}
            data-testid={`step-${state.step}`}
          >
            <span className="step-mark" aria-hidden="true">
              {state.done ? <CheckmarkRegular /> : index + 1}
            </span>
            <span>
              {t.words.step[state.step]}
              {remark ? <span className="for-readers"> ({remark})</span> : null}
            </span>
          </a>
        );
      })}
    </nav>
  );
}
