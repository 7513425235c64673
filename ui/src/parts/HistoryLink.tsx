/** The way from a row to what happened to its thing. */
import { Button } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import { address } from "../app/router";
import { useTexts } from "../texts";

export function HistoryLink({ id, name }: { id: string; name: string }) {
  const t = useTexts();
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<HistoryRegular />}
      as="a"
      href={address("history", id)}
      aria-label={t.history.of(name)}
      title={t.history.open}
      data-testid="row-history"
    />
  );
}
