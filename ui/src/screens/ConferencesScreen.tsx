/** All conferences, newest first. */
import { Button } from "@fluentui/react-components";
import { AddRegular, PeopleTeamRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { address, go, type Place } from "../app/router";
import { useAction } from "../app/shortcuts";
import type { Conference, ConferenceBrief } from "../host";
import { showDate } from "../lib/dates";
import { compareWords } from "../lib/words";
import { Asked } from "../parts/Asked";
import { DataTable, type Column } from "../parts/DataTable";
import { DateField } from "../parts/DateField";
import { Empty } from "../parts/Empty";
import { LineField, useRequired } from "../parts/fields";
import { FormDialog } from "../parts/FormDialog";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";

export function ConferencesScreen({ place }: { place: Place }) {
  const t = useTexts();
  const conferences = useAsk("conferences", {});
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
        <Asked of={conferences}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty icon={PeopleTeamRegular} title={t.conferences.empty} hint={t.conferences.emptyHint}>
                <Button appearance="primary" onClick={start}>
                  {t.conferences.newConference}
                </Button>
              </Empty>
            ) : (
              <DataTable
                label={t.conferences.title}
                rows={rows}
                columns={columns}
                keyOf={(conference) => conference.id}
                nameOf={(conference) => conference.name}
                open={(conference) => go(address("conferences", conference.id))}
                rowTestId="conference-row"
              />
            )
          }
        </Asked>
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
          onDone={(date) => set({ date: date || null })}
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
      compare: (a, b) => compareWords(a.name, b.name),
    },
    {
      id: "date",
      title: t.conferences.date,
      width: 7,
      cell: (conference) => showDate(conference.date),
      text: (conference) => showDate(conference.date),
      compare: (a, b) => compareWords(a.date ?? "", b.date ?? ""),
    },
    {
      id: "place",
      title: t.conferences.place,
      width: 10,
      grow: 2,
      cell: (conference) => conference.place,
      text: (conference) => conference.place,
    },
    {
      id: "honours",
      title: t.conferences.honours,
      width: 7,
      align: "end",
      cell: (conference) => t.count(conference.honours),
      text: (conference) => String(conference.honours),
      compare: (a, b) => a.honours - b.honours,
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
