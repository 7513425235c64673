/** Shown when the program cannot show anything else. */
import { Button } from "@fluentui/react-components";
import { useTexts } from "../texts";
import { ProblemBar } from "./Problems";

export function ProblemPage({ failure, retry }: { failure: unknown; retry: () => void }) {
  const t = useTexts();
  return (
    <main className="problem-page">
      <ProblemBar failure={failure} />
      <Button appearance="primary" onClick={retry}>
        {t.common.retry}
      </Button>
    </main>
  );
}
