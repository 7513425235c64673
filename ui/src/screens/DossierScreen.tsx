/** One dossier: its form and remarks on the left, its papers on the right, and the package. */
import { Button, Checkbox } from "@fluentui/react-components";
import { ArrowResetRegular, BoxRegular, FolderRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address } from "../app/router";
import { useWays } from "../app/ways";
import {
  chooseSave,
  openFile,
  type ChoosePaper,
  type DossierField,
  type DossierPaper,
  type DossierView,
} from "../host";
import { showDate } from "../lib/dates";
import { fileName } from "../lib/words";
import { Asked } from "../parts/Asked";
import { DataTable, type Column } from "../parts/DataTable";
import { DateField } from "../parts/DateField";
import { LineField, ParagraphsField } from "../parts/fields";
import { IconButton } from "../parts/IconButton";
import { MoreMenu } from "../parts/MoreMenu";
import { FindingRule } from "../parts/Problems";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { DossierChip } from "./DossiersScreen";

export function DossierScreen({ id }: { id: string }) {
  const t = useTexts();
  const dossier = useAsk("dossier", { id });
  const status = useAsk("status", {});
  if (dossier.data) return <Loaded view={dossier.data} organId={status.data?.settings["organ_id"] ?? ""} />;
  return (
    <Screen crumb={{ label: t.keeping.crumb, to: address("dossiers") }} title="">
      <Asked of={dossier}>{() => null}</Asked>
    </Screen>
  );
}

type Save = (values: Record<string, string>, papers?: Record<string, ChoosePaper>) => void;

function Loaded({ view, organId }: { view: DossierView; organId: string }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const ways = useWays();
  const { id } = view.brief;
  const save: Save = (values, papers = {}) =>
    void run("save_dossier", { id, values, papers }).catch(notices.fail);
  const pack = async (purpose: "package" | "folder"): Promise<void> => {
    try {
      const name = view.fileCode || view.brief.title;
      const path = await chooseSave(purpose, purpose === "package" ? fileName(name, "zip") : name);
      if (path === null) return;
      const packed = await run("pack_dossier", { id, path });
      notices.say(t.keeping.packed(packed.files.length), ways.toFolder(packed.path));
    } catch (problem) {
      notices.fail(problem);
    }
  };
  const of = view.brief.kind === "conference" ? "conferences" : "documents";
  return (
    <Screen
      crumb={{ label: t.keeping.crumb, to: address("dossiers") }}
      title={view.brief.title}
      layout="fill"
      beside={<DossierChip dossier={view.brief} />}
      actions={
        <>
          <MoreMenu
            items={[
              {
                label: t.keeping.packFolder,
                icon: <FolderRegular />,
                run: () => void pack("folder"),
                testId: "pack-folder",
              },
            ]}
          />
          <Button
            appearance="primary"
            icon={<BoxRegular />}
            onClick={() => void pack("package")}
            data-testid="pack-dossier"
          >
            {t.keeping.pack}
          </Button>
        </>
      }
    >
      <div className="dossier">
        <div className="dossier-form">
          <Card title={t.keeping.form} beside={t.keeping.formAbout}>
            <Form view={view} organId={organId} save={save} />
          </Card>
        </div>
        <div className="dossier-side">
          <Card
            title={t.keeping.papers}
            beside={t.keeping.papersCount(view.docTotal, view.pageTotal)}
            actions={
              <a href={address(of, id)}>{[view.brief.sign, view.brief.title].filter(Boolean).join(" · ")}</a>
            }
            className="dossier-papers"
          >
            <Papers view={view} save={save} />
          </Card>
          <div className="dossier-notes">
            <Card title={t.keeping.remarks}>
              <div className="card-body">
                {view.remarks.length === 0 ? <p className="muted">{t.keeping.noRemarks}</p> : null}
                {view.remarks.map((remark, index) => (
                  <FindingRule key={index} problem={remark} tone="warn" />
                ))}
              </div>
            </Card>
            <Card title={t.keeping.retention}>
              <Retention view={view} />
            </Card>
          </div>
        </div>
      </div>
    </Screen>
  );
}

function Form({ view, organId, save }: { view: DossierView; organId: string; save: Save }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  return (
    <div className="card-body fields">
      <p className="strong">{t.keeping.code(view.fileCode)}</p>
      <LineField
        label={t.keeping.organId}
        hint={t.keeping.organIdHint}
        value={organId}
        onDone={(value) =>
          void run("set_setting", { name: "organ_id", value: value.trim() }).catch(notices.fail)
        }
        testId="organ-id"
      />
      {view.fields.map((field) => (
        <FormField key={field.key} field={field} save={save} />
      ))}
    </div>
  );
}

const LONG = ["title", "description"];

function FormField({ field, save }: { field: DossierField; save: Save }) {
  const t = useTexts();
  const differs = field.own && field.proposed !== "" && field.proposed !== field.value;
  const proposed = field.date ? showDate(field.proposed) : field.proposed;
  const shared = {
    label: t.keeping.fields[field.key] ?? field.key,
    value: field.value,
    onDone: (value: string) => save({ [field.key]: value.trim() }),
    testId: `dossier-${field.key}`,
    ...(differs
      ? {
          hint: t.keeping.proposed(proposed),
          beside: (
            <IconButton
              icon={<ArrowResetRegular />}
              label={t.keeping.useProposed}
              run={() => save({ [field.key]: "" })}
            />
          ),
        }
      : {}),
  };
  if (field.date) return <DateField {...shared} className="short" />;
  if (LONG.includes(field.key)) return <ParagraphsField {...shared} oneLine />;
  return <LineField {...shared} />;
}

function Papers({ view, save }: { view: DossierView; save: Save }) {
  const t = useTexts();
  const notices = useNotices();
  const columns = useMemo(
    () => paperColumns(t, save, (file) => void openFile(file).catch(notices.fail)),
    [t, save, notices],
  );
  return (
    <DataTable
      label={t.keeping.papers}
      rows={view.papers}
      columns={columns}
      keyOf={(paper) => paper.key}
      nameOf={title}
      rowTestId="dossier-paper"
    />
  );
}

function title(paper: DossierPaper): string {
  return [paper.typeName, paper.subject].filter(Boolean).join(" ");
}

function paperColumns(t: Texts, save: Save, open: (file: string) => void): Column<DossierPaper>[] {
  const choose = (paper: DossierPaper, choice: Partial<ChoosePaper>): void =>
    save(
      {},
      {
        [paper.key]: {
          included: paper.own ? paper.included : null,
          pages: paper.ownPages ? paper.pages : null,
          ...choice,
        },
      },
    );
  return [
    {
      id: "included",
      title: t.keeping.paper.included,
      width: 4.5,
      cell: (paper) => (
        <Checkbox
          checked={paper.included}
          disabled={!paper.hasFile}
          aria-label={`${t.keeping.paper.included}: ${title(paper)}`}
          onChange={(_, data) => choose(paper, { included: data.checked === true })}
        />
      ),
    },
    {
      id: "ordinal",
      title: t.keeping.paper.ordinal,
      width: 2.5,
      align: "end",
      cell: (paper) => paper.ordinal ?? "",
    },
    {
      id: "date",
      title: t.keeping.paper.date,
      width: 6,
      cell: (paper) => showDate(paper.date),
    },
    {
      id: "sign",
      title: t.keeping.paper.sign,
      width: 8,
      cell: (paper) => paper.sign,
    },
    {
      id: "subject",
      title: t.keeping.paper.subject,
      width: 12,
      grow: 3,
      cell: (paper) => (
        <span className="two-lines">
          {paper.file === null ? (
            <span>{title(paper)}</span>
          ) : (
            <button type="button" className="link" onClick={() => open(paper.file ?? "")}>
              {title(paper)}
            </button>
          )}
          <span className="muted small">{paper.reason}</span>
        </span>
      ),
      text: title,
    },
    {
      id: "pages",
      title: t.keeping.paper.pages,
      width: 5,
      cell: (paper) =>
        paper.counted || !paper.hasFile ? (
          (paper.pages ?? "")
        ) : (
          <input
            key={`${paper.key} ${paper.pages ?? ""}`}
            className="dossier-pages"
            inputMode="numeric"
            defaultValue={paper.pages ?? ""}
            aria-label={t.keeping.pagesOf(title(paper))}
            onBlur={(event) => {
              const pages = Number.parseInt(event.target.value, 10);
              const next = Number.isInteger(pages) && pages > 0 ? pages : null;
              if (next !== paper.pages) choose(paper, { pages: next });
            }}
          />
        ),
      text: (paper) => String(paper.pages ?? ""),
    },
  ];
}

function Retention({ view }: { view: DossierView }) {
  const t = useTexts();
  const { retention } = view;
  return (
    <div className="card-body">
      {retention.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p className="muted">{retention.source}</p>
      {retention.unverified ? <div className="rule warn">{retention.unverified}</div> : null}
      <h3>{t.keeping.handOver}</h3>
      {view.handOver.length === 0 ? <p className="muted">{t.keeping.notEnded}</p> : null}
      {view.handOver.map((rule) => (
        <p key={rule.source}>
          <strong>{showDate(rule.due)}</strong> · {rule.what} ({rule.source}
          {rule.unverified ? `, ${t.keeping.unverified}` : ""})
        </p>
      ))}
      <p className="muted">{t.keeping.neverDeleted}</p>
    </div>
  );
}
