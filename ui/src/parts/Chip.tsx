/** A quiet word with a colour that means something; the icon says the same for those who see no colour. */
import {
  CheckmarkCircleFilled,
  DismissCircleFilled,
  InfoFilled,
  WarningFilled,
  type FluentIcon,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { DocumentState, FindingSeverity, NominationState, RowOutcome, RowVerdict } from "../host";
import { useTexts } from "../texts";

export type Tone = "ok" | "warn" | "bad" | "info" | "plain";

const icons: Record<Tone, FluentIcon | null> = {
  ok: CheckmarkCircleFilled,
  warn: WarningFilled,
  bad: DismissCircleFilled,
  info: InfoFilled,
  plain: null,
};

interface ChipProps {
  tone: Tone;
  children: ReactNode;
  /** Makes it a switch that filters. */
  pressed?: boolean;
  onClick?: () => void;
  testId?: string;
}

export function Chip({ tone, children, pressed, onClick, testId }: ChipProps) {
  const Icon = icons[tone];
  const content = (
    <>
      {Icon ? <Icon aria-hidden="true" /> : null}
      <span>{children}</span>
    </>
  );
  if (!onClick) {
    return (
      <span className={`chip ${tone}`} data-testid={testId}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`chip ${tone}`}
      aria-pressed={pressed ?? false}
      data-testid={testId}
      onClick={onClick}
    >
      {content}
    </button>
  );
}

export function DocumentStateChip({ state }: { state: DocumentState }) {
  const t = useTexts();
  return <Chip tone={state === "issued" ? "ok" : "warn"}>{t.words.documentState[state]}</Chip>;
}

const nominationTones: Record<NominationState, Tone> = {
  pending: "plain",
  approved: "ok",
  rejected: "bad",
  conferred: "info",
};

export function NominationStateChip({ state }: { state: NominationState }) {
  const t = useTexts();
  return <Chip tone={nominationTones[state]}>{t.words.nominationState[state]}</Chip>;
}

export const verdictTones: Record<RowVerdict, Tone> = {
  outside: "plain",
  header: "plain",
  section: "plain",
  total: "plain",
  new: "ok",
  known: "info",
  repeated: "warn",
  question: "bad",
};

export const outcomeTones: Record<RowOutcome, Tone> = { added: "ok", skipped: "info", failed: "bad" };

export const severityTones: Record<FindingSeverity, Tone> = {
  note: "info",
  blank: "warn",
  warning: "warn",
  error: "bad",
};
