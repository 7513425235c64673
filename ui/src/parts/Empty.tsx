/** Says what is missing and what to do about it. */
import type { FluentIcon } from "@fluentui/react-icons";
import type { ReactNode } from "react";

export function Empty({
  icon: Icon,
  title,
  hint,
  children,
}: {
  icon: FluentIcon;
  title: string;
  hint?: string;
  children?: ReactNode;
}) {
  return (
    <div className="empty" data-testid="empty">
      <Icon className="empty-icon" aria-hidden="true" />
      <strong>{title}</strong>
      {hint ? <span className="muted">{hint}</span> : null}
      {children ? <div className="empty-actions">{children}</div> : null}
    </div>
  );
}
