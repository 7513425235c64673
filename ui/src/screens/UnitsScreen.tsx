/** Units over the years: the register, and the texts of records that it does not know yet. */
import { Button, Tab, TabList } from "@fluentui/react-components";
import { AddRegular, BranchForkRegular, OrganizationRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk } from "../app/data";
import { usePageNote } from "../app/footnote";
import { address, go, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import type { UnitBrief, UnitText } from "../host";
import { showDate } from "../lib/dates";
import { Asked } from "../parts/Asked";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { FilterBox } from "../parts/FilterBox";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { NewUnitDialog, PutDialog, SucceedDialog } from "./UnitDialogs";

/** More units than an agency deals with; the filter finds the rest. */
const SHOWN = 1000;

export function UnitsScreen({ place }: { place: Place }) {
  const t = useTexts();
  const unknown = place.query.get("show") === "unknown";
  const [typed, setTyped] = useState("");
  const [dialog, setDialog] = useState<"new" | "succeed" | null>(null);
  const [putting, setPutting] = useState<string | null>(null);
  useAction("new", () => setDialog("new"));
  const text = typed.trim();
  const units = useAsk("units", { text, from: 0, count: SHOWN }, { keep: true, enabled: !unknown });
  const texts = useAsk("unknown_units", { text, from: 0, count: SHOWN }, { keep: true, enabled: unknown });
  const unitColumns = useMemo(() => columnsOfUnits(t), [t]);
  const textColumns = useMemo(() => columnsOfTexts(t, setPutting), [t]);
  const total = unknown ? texts.data?.total : units.data?.total;
  usePageNote(total === undefined ? null : unknown ? t.units.texts(total) : t.units.total(total));

  return (
    <Screen
      crumb={{ label: t.honoree.crumb, to: address("honorees") }}
      title={t.units.title}
      layout="fill"
      beside={<span className="muted">{t.units.about}</span>}
      actions={
        <>
          <Button
            icon={<BranchForkRegular />}
            onClick={() => setDialog("succeed")}
            data-testid="succeed-units"
          >
            {t.units.succeed}
          </Button>
          <Button
            appearance="primary"
            icon={<AddRegular />}
            onClick={() => setDialog("new")}
            data-testid="new-unit"
          >
            {t.units.add}
          </Button>
        </>
      }
    >
      <Card className="fill">
        <div className="card-bar">
          <TabList
            size="small"
            selectedValue={unknown ? "unknown" : "known"}
            onTabSelect={(_, data) =>
              go(address("units", null, { show: data.value === "unknown" ? "unknown" : null }), true)
            }
          >
            <Tab value="known">{t.units.known}</Tab>
            <Tab value="unknown" data-testid="unknown-units">
              {t.units.unknown}
            </Tab>
          </TabList>
          <span className="grow" />
          <FilterBox label={t.units.filter} typed={typed} type={setTyped} />
        </div>
        {unknown ? (
          <Asked of={texts}>
            {({ rows }) =>
              rows.length === 0 && text === "" ? (
                <Empty icon={OrganizationRegular} title={t.units.allKnown} />
              ) : (
                <DataTable
                  label={t.units.unknown}
                  rows={rows}
                  columns={textColumns}
                  keyOf={(row) => row.text}
                  nameOf={(row) => row.text}
                  open={(row) => setPutting(row.text)}
                  rowTestId="unit-text"
                  empty={t.units.noneFound(text)}
                />
              )
            }
          </Asked>
        ) : (
          <Asked of={units}>
            {({ rows }) =>
              rows.length === 0 && text === "" ? (
                <Empty icon={OrganizationRegular} title={t.units.empty} hint={t.units.emptyHint} />
              ) : (
                <DataTable
                  label={t.units.title}
                  rows={rows}
                  columns={unitColumns}
                  keyOf={(unit) => unit.id}
                  nameOf={(unit) => unit.name}
                  open={(unit) => go(address("units", unit.id))}
                  rowTestId="unit-row"
                  empty={t.units.noneFound(text)}
                />
              )
            }
          </Asked>
        )}
      </Card>
      {dialog === "new" ? <NewUnitDialog close={() => setDialog(null)} /> : null}
      {dialog === "succeed" ? <SucceedDialog before="" close={() => setDialog(null)} /> : null}
      {putting !== null ? <PutDialog text={putting} close={() => setPutting(null)} /> : null}
    </Screen>
  );
}

function columnsOfUnits(t: Texts): Column<UnitBrief>[] {
  return [
    {
      id: "name",
      title: t.units.name,
      width: 16,
      grow: 3,
      cell: (unit) => (
        <a className="strong" href={address("units", unit.id)}>
          {unit.name}
        </a>
      ),
      text: (unit) => unit.name,
    },
    {
      id: "also",
      title: t.units.formerly,
      width: 14,
      grow: 3,
      cell: (unit) => unit.also.join("; "),
    },
    {
      id: "ended",
      title: t.units.ended,
      width: 7,
      cell: (unit) => showDate(unit.ended),
    },
    {
      id: "uses",
      title: t.units.uses,
      width: 6,
      align: "end",
      cell: (unit) => t.count(unit.uses),
      text: (unit) => String(unit.uses),
      compare: (a, b) => a.uses - b.uses,
    },
  ];
}

function columnsOfTexts(t: Texts, put: (text: string) => void): Column<UnitText>[] {
  return [
    {
      id: "text",
      title: t.units.written,
      width: 20,
      grow: 4,
      cell: (row) => row.text,
    },
    {
      id: "uses",
      title: t.units.uses,
      width: 6,
      align: "end",
      cell: (row) => t.count(row.uses),
      text: (row) => String(row.uses),
      compare: (a, b) => a.uses - b.uses,
    },
    {
      id: "put",
      title: "",
      width: 8,
      cell: (row) => (
        <Button size="small" aria-label={t.units.putTitle(row.text)} onClick={() => put(row.text)}>
          {t.units.put}
        </Button>
      ),
    },
  ];
}
