/** One unit over the years: its names, what came before and after, awards and people under all names. */
import { Button, Tab, TabList } from "@fluentui/react-components";
import {
  BranchForkRegular,
  DeleteRegular,
  EditRegular,
  HistoryRegular,
  RenameRegular,
} from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { usePages } from "../app/pages";
import { address, go } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useSayUndoable } from "../app/undo";
import type { AwardRow, UnitLink, UnitName, UnitView } from "../host";
import { showDate } from "../lib/dates";
import { Asked } from "../parts/Asked";
import { DataTable, type Column } from "../parts/DataTable";
import { LineField } from "../parts/fields";
import { IconButton } from "../parts/IconButton";
import { MoreMenu } from "../parts/MoreMenu";
import { NameCell } from "../parts/NameCell";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { honoreeColumns } from "./honoreeColumns";
import { yearsOf } from "./HonoreeYears";
import { EditNameDialog, RenameUnitDialog, SucceedDialog } from "./UnitDialogs";

export function UnitScreen({ id }: { id: string }) {
  const t = useTexts();
  const unit = useAsk("unit", { id });
  if (unit.data) return <Loaded view={unit.data} />;
  return (
    <Screen crumb={{ label: t.units.crumb, to: address("units") }} title="">
      <Asked of={unit}>{() => null}</Asked>
    </Screen>
  );
}

function Loaded({ view }: { view: UnitView }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  const [shown, setShown] = useState<"awards" | "people">("awards");
  const [dialog, setDialog] = useState<"rename" | "succeed" | null>(null);
  useAction("rename", () => setDialog("rename"));
  const remove = (): void => {
    run("remove_unit", { id: view.id }).then(() => {
      sayUndoable(t.units.removed(view.name));
      go(address("units"), true);
    }, notices.fail);
  };
  const close = (): void => setDialog(null);
  return (
    <Screen
      crumb={{ label: t.units.crumb, to: address("units") }}
      title={view.name}
      layout="fill"
      actions={
        <>
          <Button icon={<RenameRegular />} onClick={() => setDialog("rename")} data-testid="rename-unit">
            {t.units.rename}
          </Button>
          <Button icon={<BranchForkRegular />} onClick={() => setDialog("succeed")}>
            {t.units.succeed}
          </Button>
          <MoreMenu
            items={[
              {
                label: t.merging.history,
                icon: <HistoryRegular />,
                run: () => go(address("history", view.id)),
              },
              { label: t.units.remove, icon: <DeleteRegular />, danger: true, run: remove },
            ]}
          />
        </>
      }
    >
      <div className="split with-side">
        <Card className="fill">
          <div className="card-bar">
            <TabList
              size="small"
              selectedValue={shown}
              onTabSelect={(_, data) => setShown(data.value === "people" ? "people" : "awards")}
            >
              <Tab value="awards">{t.units.awards}</Tab>
              <Tab value="people" data-testid="unit-people">
                {t.units.people}
              </Tab>
            </TabList>
          </div>
          {shown === "awards" ? <Awards id={view.id} /> : <People id={view.id} />}
        </Card>
        <Side view={view} />
      </div>
      {dialog === "rename" ? <RenameUnitDialog id={view.id} name={view.name} close={close} /> : null}
      {dialog === "succeed" ? <SucceedDialog before={view.name} close={close} /> : null}
    </Screen>
  );
}

function Awards({ id }: { id: string }) {
  const t = useTexts();
  const rows = usePages("unit_awards", { id });
  const columns = useMemo(() => awardColumns(t), [t]);
  return (
    <DataTable
      label={t.units.awards}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      nameOf={(row) => row.honoree.name}
      open={(row) => go(address("honorees", row.honoreeId))}
      rowTestId="unit-award"
      empty={t.units.noAwards}
    />
  );
}

function People({ id }: { id: string }) {
  const t = useTexts();
  const rows = usePages("unit_honorees", { id });
  const columns = useMemo(() => honoreeColumns(t), [t]);
  return (
    <DataTable
      label={t.units.people}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      nameOf={(row) => row.honoree.name}
      open={(row) => go(address("honorees", row.id))}
      rowTestId="unit-person"
      empty={t.units.noPeople}
    />
  );
}

function Side({ view }: { view: UnitView }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const [editing, setEditing] = useState<UnitName | null>(null);
  const links = (title: string, all: UnitLink[]) =>
    all.length === 0 ? null : (
      <>
        <h3>{title}</h3>
        <ul className="plain">
          {all.map((link) => (
            <li key={link.entry} className="side-line">
              <span className="two-lines grow">
                <a href={address("units", link.unit)}>{link.name}</a>
                <span className="muted">{t.units.since(showDate(link.day))}</span>
              </span>
              <IconButton
                icon={<DeleteRegular />}
                label={t.units.removeLink(link.name)}
                run={() => void run("remove_unit_link", { entry: link.entry }).catch(notices.fail)}
              />
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <aside className="card side" aria-label={t.units.names}>
      <div className="card-head">
        <h2>{t.units.names}</h2>
      </div>
      <div className="side-body">
        <ul className="plain" data-testid="unit-names">
          {view.names.map((name) => (
            <li key={name.entry} className="side-line">
              <span className="two-lines grow">
                <span>{name.name}</span>
                <span className="muted">
                  {name.official
                    ? t.units.span(showDate(name.from), showDate(name.to))
                    : t.units.otherWriting}
                </span>
              </span>
              {name.official ? (
                <IconButton
                  icon={<EditRegular />}
                  label={t.units.editName(name.name)}
                  run={() => setEditing(name)}
                />
              ) : null}
              {view.names.length > 1 ? (
                <IconButton
                  icon={<DeleteRegular />}
                  label={t.units.removeName(name.name)}
                  run={() => void run("remove_unit_name", { entry: name.entry }).catch(notices.fail)}
                />
              ) : null}
            </li>
          ))}
        </ul>
        {links(t.units.predecessors, view.before)}
        {links(t.units.successors, view.after)}
        {view.periods.length > 0 ? (
          <>
            <h3>{t.units.periods}</h3>
            <ul className="plain" data-testid="unit-periods">
              {view.periods.map((period, index) => (
                <li key={index} className="side-record">
                  <span>{period.text}</span>
                  <span className="muted">
                    {[
                      period.first === null ? "" : yearsOf(t, period.first, period.last),
                      t.duplicates.awards(period.awards),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {view.collectives.length > 0 ? (
          <>
            <h3>{t.units.itself}</h3>
            <ul className="plain">
              {view.collectives.map((one) => (
                <li key={one.id}>
                  <a href={address("honorees", one.id)}>{one.name}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <LineField
          label={t.units.note}
          hint={t.units.noteHint}
          value={view.note}
          onDone={(note) => void run("note_unit", { id: view.id, note }).catch(notices.fail)}
        />
      </div>
      {editing ? <EditNameDialog name={editing} close={() => setEditing(null)} /> : null}
    </aside>
  );
}

function awardColumns(t: Texts): Column<AwardRow>[] {
  const decision = (row: AwardRow): string =>
    [row.decision, showDate(row.date), t.words.authority[row.authority]].filter(Boolean).join(" · ");
  return [
    {
      id: "year",
      title: t.units.years,
      width: 4,
      cell: (row) => row.year ?? "",
    },
    {
      id: "who",
      title: t.honorees.name,
      width: 12,
      grow: 3,
      cell: (row) => (
        <NameCell name={row.honoree.name} to={address("honorees", row.honoreeId)} below={row.honoree.unit} />
      ),
      text: (row) => row.honoree.name,
    },
    {
      id: "kind",
      title: t.units.awards,
      width: 11,
      grow: 3,
      cell: (row) => row.kindName,
    },
    {
      id: "decision",
      title: t.units.decision,
      width: 11,
      grow: 2,
      cell: decision,
    },
  ];
}
