/** Conferences, newest first, a page at a time. */
import { Button } from "@fluentui/react-components";
import { AddRegular, PeopleTeamRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useRun } from "../app/data";
import { usePageNote } from "../app/footnote";
import { usePages } from "../app/pages";
import { address, go, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import type { Conference, ConferenceBrief, ConferenceOrder } from "../host";
import { showDate } from "../lib/dates";
import { DataTable, type Column, type Sort } from "../parts/DataTable";
import { DateField } from "../parts/DateField";
import { Empty } from "../parts/Empty";
import { LineField, useRequired } from "../parts/fields";
import { FilterBox } from "../parts/FilterBox";
import { FormDialog } from "../parts/FormDialog";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";

export function ConferencesScreen({ place }: { place: Place }) {
  const t = useTexts();
  const [typed, setTyped] = useState("");
  const [sort, setSort] = useState<Sort | null>(null);
  const conferences = usePages("conferences", {
    text: typed.trim(),
    order: (sort && orders[sort.id]) ?? "newest",
    reverse: sort?.down ?? false,
  });
  const { total } = conferences;
  usePageNote(total === null ? null : t.lists.conferences(total));
  const columns = useMemo(() => conferenceColumns(t), [t]);
  const start = (): void => go(address("conferences", null, { new: "1" }));
  useAction("new", start);
  return (
    <Screen
      title={t.conferences.title}
      layout="fill"
      actions={
        <Button appearance="primary" icon={<AddRegular />} onClick={start} data-testid="new-conference">
          {t.conferences.newConference}
        </Button>
      }
    >
      <Card className="fill">
        <div className="card-bar">
          <FilterBox label={t.lists.filter} typed={typed} type={setTyped} testId="conference-filter" />
          <span className="grow" />
          {total !== null ? <span className="muted">{t.lists.conferences(total)}</span> : null}
        </div>
        {total === 0 && typed === "" ? (
          <Empty icon={PeopleTeamRegular} title={t.conferences.empty} hint={t.conferences.emptyHint}>
            <Button appearance="primary" onClick={start}>
              {t.conferences.newConference}
            </Button>
          </Empty>
        ) : (
          <DataTable
            label={t.conferences.title}
            rows={conferences}
            sort={sort}
            setSort={setSort}
            columns={columns}
            keyOf={(conference) => conference.id}
            nameOf={(conference) => conference.name}
            open={(conference) => go(address("conferences", conference.id))}
            rowTestId="conference-row"
            empty={t.lists.none(typed.trim())}
          />
        )}
      </Card>
      {place.query.get("new") === "1" ? (
        <NewConference close={() => go(address("conferences"), true)} />
      ) : null}
    </Screen>
  );
}

const blank: Conference = {
  name: "",
  date: null,
  place: "",
  chairName: "",
  chairPosition: "",
  periodFrom: null,
  periodTo: null,
  nextFrom: null,
  nextTo: null,
  movements: "",
  results: "",
  shortcomings: "",
  goal: "",
  tasks: "",
  delegations: [],
};

function NewConference({ close }: { close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const required = useRequired();
  const [conference, setConference] = useState(blank);
  const set = (part: Partial<Conference>): void => setConference((before) => ({ ...before, ...part }));
  return (
    <FormDialog
      title={t.conferences.newTitle}
      submitLabel={t.common.add}
      close={close}
      disabled={conference.name.trim() === ""}
      submit={async () => {
        const facts = { ...conference, name: conference.name.trim(), place: conference.place.trim() };
        const made = await run("edit_conference", { id: null, conference: facts });
        close();
        go(address("conferences", made.id));
        return false;
      }}
    >
      <LineField
        label={t.conferences.name}
        value={conference.name}
        onTyping={(name) => set({ name })}
        check={required}
        placeholder={t.conferences.nameExample}
        required
        autoFocus
        testId="conference-name"
      />
      <div className="field-row">
        <DateField
          label={t.conferences.date}
          value={conference.date ?? ""}
          onTyping={(date) => set({ date: date || null })}
          className="short"
        />
        <LineField
          label={t.conferences.place}
          value={conference.place}
          onTyping={(place) => set({ place })}
          className="grow"
        />
      </div>
    </FormDialog>
  );
}

/** The order of the archive for the column it is shown by. */
const orders: Record<string, ConferenceOrder> = { name: "name", date: "date", honours: "honours" };

function conferenceColumns(t: Texts): Column<ConferenceBrief>[] {
  return [
    {
      id: "name",
      title: t.conferences.name,
      width: 18,
      grow: 4,
      cell: (conference) => (
        <a className="strong" href={address("conferences", conference.id)}>
          {conference.name}
        </a>
      ),
      text: (conference) => conference.name,
      sorts: true,
    },
    {
      id: "date",
      title: t.conferences.date,
      width: 7,
      cell: (conference) => showDate(conference.date),
      sorts: true,
    },
    {
      id: "place",
      title: t.conferences.place,
      width: 10,
      grow: 2,
      cell: (conference) => conference.place,
    },
    {
      id: "honours",
      title: t.conferences.honours,
      width: 7,
      align: "end",
      cell: (conference) => t.count(conference.honours),
      text: (conference) => String(conference.honours),
      sorts: true,
    },
    {
      id: "papers",
      title: t.conferences.papers,
      width: 7,
      align: "end",
      cell: (conference) => t.count(conference.documents),
      text: (conference) => String(conference.documents),
    },
  ];
}
