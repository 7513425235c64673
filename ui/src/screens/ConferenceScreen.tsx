/** One conference: its facts on the left; honours, delegations, figures and papers on the right. */
import { Button, Tab, TabList } from "@fluentui/react-components";
import { ArchiveRegular, RibbonAddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address, go } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useSayUndoable } from "../app/undo";
import type { ConferenceView } from "../host";
import { Asked } from "../parts/Asked";
import { DocumentStateChip } from "../parts/Chip";
import { DraftMenu } from "../parts/DraftMenu";
import { FileList } from "../parts/FileList";
import { MoreMenu } from "../parts/MoreMenu";
import { Screen } from "../parts/Screen";
import { useTexts } from "../texts";
import { ConferenceFacts } from "./ConferenceFacts";
import { Delegations } from "./Delegations";
import { Figures, Honours } from "./Honours";
import { RecordDialog } from "./RecordDialog";
import { useConference } from "./useConference";

export function ConferenceScreen({ id }: { id: string }) {
  const t = useTexts();
  const conference = useAsk("conference", { id });
  if (conference.data) return <Loaded view={conference.data} />;
  return (
    <Screen crumb={{ label: t.conference.crumb, to: address("conferences") }} title="">
      <Asked of={conference}>{() => null}</Asked>
    </Screen>
  );
}

type Part = "honours" | "delegations" | "figures" | "papers";

function Loaded({ view }: { view: ConferenceView }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  const [part, setPart] = useState<Part>("honours");
  const [recording, setRecording] = useState(false);
  const editing = useConference(view);
  const { conference } = editing;
  useAction("new", () => setRecording(true));
  useAction("save", () => void editing.flush().then(() => notices.say(t.status.alreadySaved)));

  const remove = (): void => {
    run("remove_conference", { id: view.id }).then(() => {
      go(address("conferences"));
      sayUndoable(t.conferences.removed(conference.name));
    }, notices.fail);
  };
  const labels: Record<Part, string> = {
    honours: `${t.conference.honours} · ${t.count(view.honours)}`,
    delegations: `${t.conference.delegations} · ${t.count(conference.delegations.length)}`,
    figures: t.conference.figures,
    papers: `${t.conference.papers} · ${t.count(view.documents.length + view.files)}`,
  };
  const period =
    conference.periodFrom !== null && conference.periodTo !== null
      ? `${conference.periodFrom} - ${conference.periodTo}`
      : "";

  return (
    <Screen
      crumb={{ label: t.conference.crumb, to: address("conferences") }}
      title={conference.name}
      layout="fill"
      actions={
        <>
          <Button
            icon={<ArchiveRegular />}
            as="a"
            href={address("dossiers", view.id)}
            data-testid="open-dossier"
          >
            {t.keeping.button}
          </Button>
          <Button icon={<RibbonAddRegular />} onClick={() => setRecording(true)} data-testid="record-award">
            {t.conference.record}
          </Button>
          <MoreMenu
            items={[
              { label: t.history.open, run: () => go(address("history", view.id)), testId: "open-history" },
              { label: t.conference.remove, run: remove, danger: true },
            ]}
          />
          <DraftMenu label={t.conference.draft} subject="conference" about={view.id} />
        </>
      }
    >
      <div className="conference">
        <ConferenceFacts editing={editing} />
        <div className="conference-side">
          <TabList size="small" selectedValue={part} onTabSelect={(_, data) => setPart(data.value as Part)}>
            {(Object.keys(labels) as Part[]).map((name) => (
              <Tab key={name} value={name} data-testid={`conference-${name}`}>
                {labels[name]}
              </Tab>
            ))}
          </TabList>
          <div className="conference-part card">
            {part === "honours" ? <Honours conference={view.id} /> : null}
            {part === "delegations" ? <Delegations editing={editing} /> : null}
            {part === "figures" ? <Figures figures={view.figures} /> : null}
            {part === "papers" ? <Papers view={view} /> : null}
          </div>
        </div>
      </div>
      {recording ? (
        <RecordDialog honoree={null} conference={view.id} period={period} close={() => setRecording(false)} />
      ) : null}
    </Screen>
  );
}

function Papers({ view }: { view: ConferenceView }) {
  const t = useTexts();
  return (
    <>
      {view.documents.length === 0 ? <p className="muted pad">{t.conference.noPapers}</p> : null}
      {view.documents.map((document) => (
        <div key={document.id} className="paper-row">
          <a className="strong" href={address("documents", document.id)}>
            {document.title}
          </a>
          <span className="muted">{document.number}</span>
          <span className="grow" />
          <DocumentStateChip state={document.state} />
        </div>
      ))}
      {view.files > 0 ? <FileList of={view.id} total={view.files} /> : null}
    </>
  );
}
