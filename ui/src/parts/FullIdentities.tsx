/** Asks whether identity numbers go out in full; they are masked otherwise. */
import { Checkbox } from "@fluentui/react-components";
import { useTexts } from "../texts";

export function FullIdentities({ wanted, want }: { wanted: boolean; want: (wanted: boolean) => void }) {
  const t = useTexts();
  return (
    <Checkbox
      label={t.identity.exportFull}
      checked={wanted}
      onChange={(_, data) => want(data.checked === true)}
      data-testid="full-identities"
    />
  );
}
