/** The reasons why two honorees may be one: those for it, then, marked, those against. */
import type { Likeness } from "../host";
import { reasons } from "../lib/likeness";
import { useTexts } from "../texts";

export function Reasons({ likeness }: { likeness: Likeness }) {
  const t = useTexts();
  return (
    <span className="reasons">
      {reasons(t, likeness).map((reason) => (
        <span key={reason.text} className={reason.against ? "warn-text" : undefined}>
          {reason.text}
        </span>
      ))}
    </span>
  );
}
