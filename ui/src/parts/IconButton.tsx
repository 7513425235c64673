/** A small button in a row or beside a label: an icon, with its word for who points at it or hears it. */
import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";

export function IconButton({ icon, label, run }: { icon: ReactElement; label: string; run: () => void }) {
  return (
    <Button size="small" appearance="subtle" icon={icon} aria-label={label} title={label} onClick={run} />
  );
}
