/** The agency over the years: its profile from each day on, and a new one where it is renamed or merged. */
import { Button } from "@fluentui/react-components";
import { BuildingRegular, DeleteRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import type { Agency } from "../host";
import { showDate, today } from "../lib/dates";
import { DateField } from "../parts/DateField";
import { FormDialog } from "../parts/FormDialog";
import { LineField, useRequired } from "../parts/fields";
import { IconButton } from "../parts/IconButton";
import { useTexts } from "../texts";

export function AgencyHistory({ agency }: { agency: Agency | null }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const history = useAsk("agency_history", {});
  const [changing, setChanging] = useState(false);
  const all = history.data ?? [];
  if (!agency) return null;
  const present = all.filter((one) => one.from <= today()).at(-1) ?? all[0];
  return (
    <div className="card-body">
      <h3>{t.agencies.title}</h3>
      <p className="muted">{t.agencies.about}</p>
      <ul className="plain" data-testid="agency-history">
        {all.map((one) => (
          <li key={one.from} className="agency-span">
            <span className="muted">{showDate(one.from)}</span>
            <span>
              {[one.agency.name, one.agency.parent].filter(Boolean).join(" · ")}
              {one === present ? <span className="muted"> · {t.agencies.now}</span> : null}
            </span>
            {all.length > 1 ? (
              <IconButton
                icon={<DeleteRegular />}
                label={t.agencies.remove(showDate(one.from))}
                run={() => void run("remove_agency", { day: one.from }).catch(notices.fail)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <Button icon={<BuildingRegular />} onClick={() => setChanging(true)} data-testid="change-agency">
        {t.agencies.change}
      </Button>
      {changing ? <ChangeDialog agency={agency} close={() => setChanging(false)} /> : null}
    </div>
  );
}

function ChangeDialog({ agency, close }: { agency: Agency; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const required = useRequired();
  const [from, setFrom] = useState("");
  const [mine, setMine] = useState(agency);
  const set = (part: Partial<Agency>): void => setMine({ ...mine, ...part });
  const line = (name: "parent" | "province" | "abbreviation" | "place" | "headPosition" | "council") => (
    <LineField
      label={t.settings[name]}
      value={mine[name]}
      onTyping={(text) => set({ [name]: text })}
      className="grow"
      testId={`change-${name}`}
    />
  );
  return (
    <FormDialog
      title={t.agencies.changeTitle}
      submitLabel={t.common.save}
      wide
      close={close}
      disabled={from === "" || mine.name.trim() === ""}
      submit={() => run("save_agency_from", { from, agency: mine })}
    >
      <DateField
        label={t.agencies.from}
        value={from}
        onTyping={setFrom}
        required
        autoFocus
        className="short"
        testId="change-from"
      />
      <LineField
        label={t.agencies.name}
        value={mine.name}
        onTyping={(name) => set({ name })}
        check={required}
        required
        testId="change-name"
      />
      <div className="field-row">
        {line("parent")}
        {line("province")}
      </div>
      <div className="field-row">
        {line("abbreviation")}
        {line("place")}
        {line("headPosition")}
      </div>
      {line("council")}
    </FormDialog>
  );
}
