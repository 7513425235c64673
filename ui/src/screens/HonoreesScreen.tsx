/** Everyone and everything that was ever nominated or awarded; ten thousand of them come page by page. */
import { Button } from "@fluentui/react-components";
import { MergeRegular, OrganizationRegular, PeopleRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { usePageNote } from "../app/footnote";
import { usePages } from "../app/pages";
import { address, go } from "../app/router";
import type { HonoreeBrief, HonoreeType } from "../host";
import { Choice } from "../parts/Choice";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { FilterBox } from "../parts/FilterBox";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { honoreeColumns } from "./honoreeColumns";

export function HonoreesScreen() {
  const t = useTexts();
  const [typed, setTyped] = useState("");
  const [type, setType] = useState<HonoreeType | "">("");
  const honorees = usePages("honorees", { text: typed.trim(), honoreeType: type || null });
  const { total } = honorees;
  const columns = useMemo(() => [...honoreeColumns(t), latestColumn(t)], [t]);
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
          <FilterBox label={t.honorees.filter} typed={typed} type={setTyped} testId="honoree-filter" />
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
        {total === 0 && typed === "" && type === "" ? (
          <Empty icon={PeopleRegular} title={t.honorees.empty} hint={t.honorees.emptyHint} />
        ) : (
          <DataTable
            label={t.honorees.title}
            rows={honorees}
            columns={columns}
            keyOf={(row) => row.id}
            nameOf={(row) => row.honoree.name}
            open={(row) => go(address("honorees", row.id))}
            rowTestId="honoree-row"
            empty={t.honorees.noneFound(typed.trim())}
          />
        )}
      </Card>
    </Screen>
  );
}

/** What was awarded last. */
function latestColumn(t: Texts): Column<HonoreeBrief> {
  return {
    id: "latest",
    title: t.honorees.latest,
    width: 12,
    grow: 2,
    cell: (row) => row.latest,
  };
}
