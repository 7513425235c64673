/** The list of a year's dossiers and the minutes of handing them over to the agency's archive. */
import { Button } from "@fluentui/react-components";
import { ArchiveArrowBackRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { useWays } from "../app/ways";
import { chooseSave, type DossiersListed } from "../host";
import { today } from "../lib/dates";
import { FormDialog } from "../parts/FormDialog";
import { FindingRule } from "../parts/Problems";
import { LineField } from "../parts/fields";
import { useTexts } from "../texts";

export function HandOverButton() {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const ways = useWays();
  const [asked, setAsked] = useState(false);
  const [year, setYear] = useState(() => today().slice(0, 4));
  const [listed, setListed] = useState<DossiersListed | null>(null);
  const number = Number(year);
  const good = /^[12][0-9]{3}$/.test(year.trim());
  const open = (): void => {
    setListed(null);
    setAsked(true);
  };
  return (
    <>
      <Button icon={<ArchiveArrowBackRegular />} onClick={open} data-testid="hand-over">
        {t.handOver.button}
      </Button>
      {asked ? (
        <FormDialog
          title={t.handOver.title}
          submitLabel={t.handOver.write}
          close={() => setAsked(false)}
          disabled={!good}
          testId="hand-over-dialog"
          submit={async () => {
            const path = await chooseSave("folder", t.handOver.folder(number));
            if (path === null) return false;
            const done = await run("list_dossiers", { year: number, path });
            notices.say(t.handOver.written(done.dossiers), ways.toFolder(done.path));
            setListed(done);
            // What was left out is read before the dialog goes.
            return done.remarks.length === 0;
          }}
        >
          <LineField
            label={t.handOver.year}
            value={year}
            onTyping={setYear}
            autoFocus
            className="short"
            testId="hand-over-year"
          />
          <p className="muted">{t.handOver.about}</p>
          {listed?.remarks.map((remark, index) => (
            <FindingRule key={index} problem={remark} tone="warn" />
          ))}
        </FormDialog>
      ) : null}
    </>
  );
}
