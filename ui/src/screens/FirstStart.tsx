/** Three questions, or the sample: what every paper needs, asked once. */
import { Button, Divider } from "@fluentui/react-components";
import { useState } from "react";
import { useRun } from "../app/data";
import { Star } from "../app/Nav";
import type { Agency, Status } from "../host";
import { initials, provinceName } from "../lib/words";
import { LineField, useRequired } from "../parts/fields";
import { ProblemBar } from "../parts/Problems";
import { useTexts } from "../texts";
import { blankAgency, PowerChoice } from "./AgencyForm";
import { BackupList } from "./BackupList";
import { documentWords } from "../texts/documentWords";
import { ImportAllButton } from "./WholeArchive";

export function FirstStart({ status }: { status: Status }) {
  const t = useTexts();
  const run = useRun();
  const required = useRequired();
  const [agency, setAgency] = useState(blankAgency);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [restoring, setRestoring] = useState(false);
  const set = (part: Partial<Agency>): void => setAgency((before) => ({ ...before, ...part }));
  const setSignatory = (part: Partial<Agency["signatory"]>): void =>
    setAgency((before) => ({ ...before, signatory: { ...before.signatory, ...part } }));
  const whole = derived(agency);
  const ready = [agency.name, agency.province, agency.signatory.name].every((text) => text.trim() !== "");

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };

  return (
    <main className="first-start" data-testid="first-start">
      <div className="first-card">
        <div className="first-brand">
          <Star />
          <div>
            <h1>{t.firstStart.title}</h1>
            <p className="muted">{t.firstStart.lead}</p>
          </div>
        </div>
        {failure ? <ProblemBar failure={failure} /> : null}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !busy) void attempt(() => run("save_agency", whole));
          }}
        >
          <h2>{t.firstStart.agencyQuestion}</h2>
          <div className="field-row">
            <LineField
              label={t.settings.name}
              value={agency.name}
              placeholder={t.settings.nameExample}
              onTyping={(name) => set({ name })}
              check={required}
              required
              className="grow"
              testId="agency-name"
            />
            <LineField
              label={t.settings.province}
              value={agency.province}
              placeholder={t.settings.provinceExample}
              onTyping={(province) => set({ province })}
              check={required}
              required
              className="grow"
              testId="agency-province"
            />
          </div>
          <div className="field-row">
            <LineField
              label={t.settings.parent}
              value={agency.parent || whole.parent}
              placeholder={t.settings.parentExample}
              onTyping={(parent) => set({ parent })}
              className="grow"
              testId="agency-parent"
            />
            <LineField
              label={t.settings.abbreviation}
              value={agency.abbreviation || whole.abbreviation}
              placeholder={t.settings.abbreviationExample}
              onTyping={(abbreviation) => set({ abbreviation })}
              className="grow"
              testId="agency-abbreviation"
            />
          </div>
          <h2>{t.firstStart.placeQuestion}</h2>
          <LineField
            label={t.settings.place}
            value={agency.place || whole.place}
            placeholder={t.settings.provinceExample}
            hint={t.settings.placeHint}
            onTyping={(place) => set({ place })}
            testId="agency-place"
          />
          <h2>{t.firstStart.signatoryQuestion}</h2>
          <div className="field-row">
            <LineField
              label={t.settings.signatoryName}
              value={agency.signatory.name}
              hint={t.settings.signatoryNameHint}
              onTyping={(name) => setSignatory({ name })}
              check={required}
              required
              className="grow double"
              testId="signatory-name"
            />
            <LineField
              label={t.settings.signatoryPosition}
              value={agency.signatory.position}
              placeholder={t.settings.headPositionExample}
              onTyping={(position) => setSignatory({ position })}
              className="grow"
              testId="signatory-position"
            />
            <PowerChoice power={agency.signatory.power} choose={(power) => setSignatory({ power })} />
          </div>
          <div className="first-actions">
            <Button
              type="submit"
              appearance="primary"
              disabled={!ready || busy}
              data-testid="first-start-save"
            >
              {t.firstStart.start}
            </Button>
          </div>
        </form>
        <Divider>{t.firstStart.or}</Divider>
        <div className="first-sample">
          <Button
            disabled={busy}
            data-testid="open-sample"
            onClick={() => void attempt(() => run("sample", {}))}
          >
            {t.firstStart.sample}
          </Button>
          <span className="muted">{t.firstStart.sampleAbout}</span>
        </div>
        <div className="first-sample">
          <ImportAllButton fail={setFailure} opens />
          <span className="muted">{t.keeping.importAbout}</span>
        </div>
        <div className="first-sample">
          <Button disabled={busy} data-testid="first-restore" onClick={() => setRestoring(true)}>
            {t.backups.restoreHere}
          </Button>
          <span className="muted">{t.backups.restoreHereAbout}</span>
        </div>
        {restoring ? <BackupList onlyNamed /> : null}
        <p className="muted small">{t.firstStart.archiveAt(status.folder)}</p>
      </div>
    </main>
  );
}

/** What follows from the answers; the officer may say otherwise here or later. */
function derived(agency: Agency): Agency {
  const name = agency.name.trim();
  const province = provinceName(agency.province);
  const position = agency.signatory.position.trim() || documentWords.director;
  return {
    ...agency,
    name,
    province,
    parent: agency.parent.trim() || (province ? documentWords.committee(province) : ""),
    abbreviation: agency.abbreviation.trim() || initials(name),
    place: agency.place.trim() || province,
    headPosition: agency.signatory.power === "own" ? position : documentWords.director,
    signatory: { ...agency.signatory, name: agency.signatory.name.trim(), position },
    council: name ? documentWords.council(name) : "",
    draftingUnit: agency.draftingUnit || documentWords.office,
    draftingUnitHead: agency.draftingUnitHead || documentWords.officeHead,
  };
}
