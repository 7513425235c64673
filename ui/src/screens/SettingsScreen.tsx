/** The agency, the form of its papers, the look of the window, the archive and its history. */
import { Button, Radio, RadioGroup, Field } from "@fluentui/react-components";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address } from "../app/router";
import { setTextSize, textSizes, useTextSize } from "../app/textSize";
import { showInFolder, type Checked } from "../host";
import { Asked } from "../parts/Asked";
import { Choice } from "../parts/Choice";
import { FindingRule } from "../parts/Problems";
import { Card, Screen } from "../parts/Screen";
import { useTexts } from "../texts";
import { AgencyForm } from "./AgencyForm";
import { BackupsCard } from "./BackupsCard";
import { MendFiles } from "./MendFiles";
import { LockCard } from "./LockCard";
import { AgencyHistory } from "./AgencyHistory";
import { StyleCard } from "./StyleForm";
import { ExportAllButton, ImportAllButton } from "./WholeArchive";

export function SettingsScreen() {
  const t = useTexts();
  const status = useAsk("status", {});
  return (
    <Screen title={t.settings.title}>
      <Asked of={status}>
        {({ agency, settings, folder }) => (
          <div className="settings">
            <Card title={t.settings.agency} beside={t.settings.agencyAbout}>
              <AgencyForm agency={agency} />
              <AgencyHistory agency={agency} />
            </Card>
            <div className="home-column">
              <Card title={t.settings.look}>
                <Look settings={settings} />
              </Card>
              <Card title={t.lock.title}>
                <LockCard />
              </Card>
              <Card title={t.settings.archive}>
                <Archive folder={folder} />
              </Card>
              <Card title={t.keeping.whole}>
                <div className="card-body fields">
                  <p className="muted">{t.keeping.wholeAbout}</p>
                  <div className="field-row">
                    <ExportAllButton />
                    <ImportAllButton />
                  </div>
                  <p className="muted small">{t.keeping.importAbout}</p>
                </div>
              </Card>
            </div>
            <BackupsCard />
            <StyleCard />
          </div>
        )}
      </Asked>
    </Screen>
  );
}

function Look({ settings }: { settings: Record<string, string | undefined> }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const size = useTextSize();
  const set = (name: string, value: string): void =>
    void run("set_setting", { name, value }).catch(notices.fail);
  return (
    <div className="card-body fields">
      <Field label={t.settings.language} hint={t.settings.languageHint}>
        <RadioGroup
          layout="horizontal"
          value={t.language}
          onChange={(_, data) => set("language", data.value)}
        >
          <Radio value="vi" label={t.settings.vietnamese} />
          <Radio value="en" label={t.settings.english} />
        </RadioGroup>
      </Field>
      <Field label={t.settings.theme}>
        <RadioGroup
          layout="horizontal"
          value={settings["theme"] ?? "system"}
          onChange={(_, data) => set("theme", data.value)}
        >
          <Radio value="system" label={t.settings.system} />
          <Radio value="light" label={t.settings.light} />
          <Radio value="dark" label={t.settings.dark} />
        </RadioGroup>
      </Field>
      <Choice
        label={t.settings.textSize}
        className="short"
        value={String(size)}
        options={textSizes.map((one) => ({ value: String(one), label: t.editor.zoom(one) }))}
        choose={(value) => setTextSize(Number(value))}
        testId="text-size"
      />
    </div>
  );
}

function Archive({ folder }: { folder: string }) {
  const t = useTexts();
  const notices = useNotices();
  const run = useRun();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    setBusy(true);
    try {
      setChecked(await run("check", {}));
    } catch (problem) {
      notices.fail(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="card-body fields">
      <div>
        <div className="muted small">{t.settings.folder}</div>
        <button type="button" className="link" onClick={() => void showInFolder(folder).catch(notices.fail)}>
          {folder}
        </button>
      </div>
      <div>
        <div className="muted small">{t.settings.historyAbout}</div>
        <a href={address("history")} data-testid="open-history">
          {t.settings.history}
        </a>
      </div>
      <div>
        <Button
          icon={<ShieldCheckmarkRegular />}
          disabled={busy}
          onClick={() => void check()}
          data-testid="check-archive"
        >
          {busy ? t.settings.checking : t.settings.check}
        </Button>
      </div>
      {checked ? (
        <div role="status">
          <div className={checked.sound ? "rule ok" : "rule bad"}>
            <strong>{checked.sound ? t.settings.sound : t.settings.unsound}</strong>
            <div className="muted">
              {t.settings.counts}:{" "}
              {Object.entries(checked.counts)
                .map(([name, count]) => `${t.count(count)} ${t.settings.countNames[name] ?? name}`)
                .join(", ")}
            </div>
          </div>
          {checked.problems.map((problem, index) => (
            <FindingRule key={index} problem={problem} tone="bad" />
          ))}
          {checked.problems.some(({ code }) => code === "file-missing" || code === "file-changed") ? (
            <MendFiles done={() => void check()} />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
