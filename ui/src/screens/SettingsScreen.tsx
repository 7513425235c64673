/** The agency, the form of its papers, the look of the window, the archive and its journal. */
import { Button, Radio, RadioGroup, Field } from "@fluentui/react-components";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { addressOf } from "../app/router";
import { setTextSize, textSizes, useTextSize } from "../app/textSize";
import { call, showInFolder, type Checked, type JournalEntry } from "../host";
import { showDate, showTime } from "../lib/dates";
import { Asked } from "../parts/Asked";
import { Choice } from "../parts/Choice";
import { DataTable, type Column } from "../parts/DataTable";
import { FindingRule } from "../parts/Problems";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { AgencyForm } from "./AgencyForm";
import { AgencyHistory } from "./AgencyHistory";
import { StyleCard } from "./StyleForm";

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
              <Card title={t.settings.archive}>
                <Archive folder={folder} />
              </Card>
            </div>
            <StyleCard />
            <Card title={t.settings.journal} beside={t.settings.journalAbout} className="journal">
              <Journal />
            </Card>
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
  const [checked, setChecked] = useState<Checked | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    setBusy(true);
    try {
      setChecked(await call("check", {}));
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
        </div>
      ) : null}
    </div>
  );
}

function Journal() {
  const t = useTexts();
  const journal = useAsk("journal", { id: "" });
  const columns = useMemo(() => journalColumns(t), [t]);
  return (
    <Asked of={journal}>
      {(entries) => (
        <DataTable
          label={t.settings.journal}
          rows={entries}
          columns={columns}
          keyOf={(entry) => String(entry.number)}
          empty={<span className="muted">{t.settings.journalEmpty}</span>}
        />
      )}
    </Asked>
  );
}

function journalColumns(t: Texts): Column<JournalEntry>[] {
  const when = (entry: JournalEntry): string => t.dates.at(showDate(entry.at), showTime(entry.at));
  return [
    {
      id: "number",
      title: t.settings.number,
      width: 4,
      align: "end",
      cell: (entry) => t.count(entry.number),
      text: (entry) => String(entry.number),
    },
    { id: "when", title: t.settings.when, width: 10, cell: when, text: when },
    {
      id: "who",
      title: t.settings.who,
      width: 8,
      grow: 1,
      cell: (entry) => entry.who,
      text: (entry) => entry.who,
    },
    {
      id: "what",
      title: t.settings.what,
      width: 18,
      grow: 4,
      cell: (entry) => {
        const to = entry.about === null ? null : addressOf(entry.about);
        return to ? <a href={to}>{entry.action}</a> : entry.action;
      },
      text: (entry) => entry.action,
    },
  ];
}
