/** Everyone and everything that was ever nominated or awarded; ten thousand of them come page by page. */
import { Button, Input } from "@fluentui/react-components";
import { FilterRegular, MergeRegular, OrganizationRegular, PeopleRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { usePageNote } from "../app/footnote";
import { address, go } from "../app/router";
import type { HonoreeBrief, HonoreeType } from "../host";
import { person, post } from "../lib/honoree";
import { Choice } from "../parts/Choice";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { ProblemBar } from "../parts/Problems";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { useHonoreeRows, type HonoreeSlot } from "./honoreeRows";

export function HonoreesScreen() {
  const t = useTexts();
  const [typed, setTyped] = useState("");
  const [type, setType] = useState<HonoreeType | "">("");
  const { rows, total, failure, onRange } = useHonoreeRows(typed.trim(), type || null);
  const columns = useMemo(() => honoreeColumns(t), [t]);
  usePageNote(total === null ? null : t.honorees.total(total));

  return (
    <Screen
      title={t.honorees.title}
      layout="fill"
      actions={
        <>
          <Button
            icon={<MergeRegular />}
            onClick={() => go(address("duplicates"))}
            data-testid="open-duplicates"
          >
            {t.duplicates.open}
          </Button>
          <Button
            icon={<OrganizationRegular />}
            onClick={() => go(address("units"))}
            data-testid="open-units"
          >
            {t.units.open}
          </Button>
        </>
      }
    >
      <Card className="fill">
        <div className="card-bar">
          <Input
            size="small"
            className="filter"
            contentBefore={<FilterRegular />}
            placeholder={t.honorees.filter}
            aria-label={t.honorees.filter}
            value={typed}
            data-testid="honoree-filter"
            onChange={(_, data) => setTyped(data.value)}
          />
          <Choice<HonoreeType | "">
            size="small"
            className="short"
            ariaLabel={t.honoree.type}
            value={type}
            options={[
              { value: "", label: t.common.all },
              ...(["individual", "collective", "household"] as const).map((value) => ({
                value,
                label: t.words.honoreeType[value],
              })),
            ]}
            choose={setType}
          />
          <span className="grow" />
          {total !== null ? <span className="muted">{t.honorees.total(total)}</span> : null}
        </div>
        {failure ? <ProblemBar failure={failure} /> : null}
        {total === 0 && typed === "" && type === "" ? (
          <Empty icon={PeopleRegular} title={t.honorees.empty} hint={t.honorees.emptyHint} />
        ) : (
          <DataTable
            label={t.honorees.title}
            rows={rows}
            total={total ?? 0}
            columns={columns}
            keyOf={(slot) => slot.key}
            nameOf={(slot) => slot.row?.honoree.name ?? ""}
            open={(slot) => {
              if (slot.row) go(address("honorees", slot.row.id));
            }}
            onRange={onRange}
            rowTestId="honoree-row"
            empty={
              total === null ? null : <span className="muted">{t.honorees.noneFound(typed.trim())}</span>
            }
          />
        )}
      </Card>
    </Screen>
  );
}

function honoreeColumns(t: Texts): Column<HonoreeSlot>[] {
  const of = (slot: HonoreeSlot, show: (row: HonoreeBrief) => React.ReactNode): React.ReactNode =>
    slot.row ? show(slot.row) : null;
  return [
    {
      id: "name",
      title: t.honorees.name,
      width: 14,
      grow: 3,
      cell: (slot) =>
        of(slot, (row) => (
          <span className="two-lines">
            <a className="strong" href={address("honorees", row.id)}>
              {row.honoree.name}
            </a>
            <span className="muted">{person(t, row.honoree)}</span>
          </span>
        )),
      text: (slot) => slot.row?.honoree.name ?? "",
    },
    {
      id: "post",
      title: t.honorees.position,
      width: 12,
      grow: 3,
      cell: (slot) => of(slot, (row) => post(row.honoree)),
      text: (slot) => (slot.row ? post(slot.row.honoree) : ""),
    },
    {
      id: "awards",
      title: t.honorees.awards,
      width: 7,
      align: "end",
      cell: (slot) => of(slot, (row) => (row.awards > 0 ? t.count(row.awards) : null)),
      text: (slot) => String(slot.row?.awards ?? ""),
    },
    {
      id: "latest",
      title: t.honorees.latest,
      width: 12,
      grow: 2,
      cell: (slot) => of(slot, (row) => row.latest),
      text: (slot) => slot.row?.latest ?? "",
    },
  ];
}
