/** The frame every screen has: where it belongs, its title, its chips, what can be done, its content. */
import { Button, Tooltip } from "@fluentui/react-components";
import { ArrowRedoRegular, ArrowUndoRegular, ChevronRightRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useUndo } from "../app/undo";
import { useTexts } from "../texts";

interface ScreenProps {
  /** The list this thing belongs to. */
  crumb?: { label: string; to: string };
  title: string;
  /** Chips or words beside the title. */
  beside?: ReactNode;
  /** Buttons at the right, the primary one last. */
  actions?: ReactNode;
  /** `page` scrolls as a whole; `fill` gives the content the height that is left. */
  layout?: "page" | "fill";
  children: ReactNode;
}

export function Screen({ crumb, title, beside, actions, layout = "page", children }: ScreenProps) {
  const t = useTexts();
  const { undoOf, redoOf, undo, redo } = useUndo();
  const undoText = undoOf === null ? t.common.nothingToUndo : t.common.undoOf(undoOf);
  const redoText = redoOf === null ? t.common.nothingToRedo : t.common.redoOf(redoOf);
  return (
    <div className={`screen ${layout}`}>
      <header className="screen-head">
        {crumb ? (
          <a className="crumb" href={crumb.to}>
            {crumb.label}
            <ChevronRightRegular />
          </a>
        ) : null}
        <h1>{title}</h1>
        {beside}
        <span className="grow" />
        <div className="screen-actions">
          <Tooltip content={undoText} relationship="label">
            <Button
              appearance="subtle"
              icon={<ArrowUndoRegular />}
              data-testid="undo"
              disabledFocusable={undoOf === null}
              onClick={undo}
            />
          </Tooltip>
          <Tooltip content={redoText} relationship="label">
            <Button
              appearance="subtle"
              icon={<ArrowRedoRegular />}
              data-testid="redo"
              disabledFocusable={redoOf === null}
              onClick={redo}
            />
          </Tooltip>
          {actions}
        </div>
      </header>
      <div className="screen-body">{children}</div>
    </div>
  );
}

/** A bordered part of a screen with a heading. */
export function Card({
  title,
  beside,
  actions,
  className,
  children,
}: {
  title?: string;
  beside?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={`card ${className ?? ""}`} aria-label={title}>
      {title ? (
        <div className="card-head">
          <h2>{title}</h2>
          {beside ? <span className="muted">{beside}</span> : null}
          <span className="grow" />
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  );
}
