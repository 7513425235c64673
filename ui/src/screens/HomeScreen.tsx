/** What is open with its next step, what waits, what is ahead, what was done last. */
import { Button } from "@fluentui/react-components";
import { AddRegular, TableArrowUpRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useAsk } from "../app/data";
import { address, addressOf, go } from "../app/router";
import { useAction } from "../app/shortcuts";
import type { DocumentBrief, DossierBrief, Home, JournalEntry, RoundBrief } from "../host";
import { showDate, showTime } from "../lib/dates";
import { Asked } from "../parts/Asked";
import { Chip, DocumentStateChip } from "../parts/Chip";
import { Card, Screen } from "../parts/Screen";
import { useTexts } from "../texts";
import { DossierChip } from "./DossiersScreen";

const RECENT = 8;

export function HomeScreen() {
  const t = useTexts();
  const home = useAsk("home", {});
  useAction("new", () => go(address("rounds", null, { new: "1" })));
  return (
    <Screen
      title={t.home.title}
      actions={
        <>
          <Button icon={<AddRegular />} onClick={() => go(address("rounds", null, { new: "1" }))}>
            {t.rounds.newRound}
          </Button>
          <Button
            appearance="primary"
            icon={<TableArrowUpRegular />}
            as="a"
            href={address("import")}
            data-testid="import-file"
          >
            {t.rounds.importExcel}
          </Button>
        </>
      }
    >
      <Asked of={home}>{(answer) => <Overview home={answer} />}</Asked>
    </Screen>
  );
}

function Overview({ home }: { home: Home }) {
  const t = useTexts();
  return (
    <div className="home">
      <div className="home-column">
        <Card title={t.home.rounds} actions={<SeeAll to="rounds" />}>
          <Listed items={home.rounds} empty={t.home.noRounds}>
            {(round) => <OpenRound key={round.id} round={round} />}
          </Listed>
        </Card>
        <Card title={t.home.documents} actions={<SeeAll to="documents" />}>
          <Listed items={home.documents} empty={t.home.noDocuments}>
            {(document) => <Waiting key={document.id} document={document} />}
          </Listed>
        </Card>
      </div>
      <div className="home-column">
        <Card title={t.home.conferences} actions={<SeeAll to="conferences" />}>
          <Listed items={home.conferences} empty={t.home.noConferences}>
            {(conference) => (
              <div key={conference.id} className="home-row">
                <a className="strong" href={address("conferences", conference.id)}>
                  {conference.name}
                </a>
                <span className="muted">
                  {[showDate(conference.date), conference.place, t.home.honours(conference.honours)]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </div>
            )}
          </Listed>
        </Card>
        {home.due.length > 0 ? (
          <Card title={t.keeping.dueTitle} actions={<SeeAll to="dossiers" query={{ due: "1" }} />}>
            <Listed items={home.due} empty="">
              {(dossier) => <Due key={dossier.id} dossier={dossier} />}
            </Listed>
          </Card>
        ) : null}
        <Card title={t.home.recent}>
          <Listed items={home.recent.slice(0, RECENT)} empty={t.home.noRecent}>
            {(entry) => <Recent key={entry.number} entry={entry} />}
          </Listed>
        </Card>
      </div>
    </div>
  );
}

function SeeAll({ to, query }: { to: string; query?: Record<string, string> }) {
  const t = useTexts();
  return <a href={address(to, null, query)}>{t.home.seeAll}</a>;
}

function Due({ dossier }: { dossier: DossierBrief }) {
  return (
    <div className="home-row with-button" data-testid="home-due">
      <a className="strong grow" href={address("dossiers", dossier.id)}>
        {dossier.title}
      </a>
      <DossierChip dossier={dossier} />
    </div>
  );
}

function Listed<T>(props: { items: readonly T[]; empty: string; children: (item: T) => ReactNode }) {
  if (props.items.length === 0) return <p className="muted pad">{props.empty}</p>;
  return <div>{props.items.map(props.children)}</div>;
}

function OpenRound({ round }: { round: RoundBrief }) {
  const t = useTexts();
  return (
    <div className="home-row with-button" data-testid="home-round">
      <span className="two-lines grow">
        <a className="strong" href={address("rounds", round.id)}>
          {round.name}
        </a>
        <span className="muted">
          {t.common.people(round.collectives, round.households, round.individuals)}
        </span>
      </span>
      {round.questions > 0 ? <Chip tone="warn">{t.home.questions(round.questions)}</Chip> : null}
      <Button size="small" as="a" href={address("rounds", round.id, { step: round.nextStep })}>
        {t.home.next(t.words.step[round.nextStep])}
      </Button>
    </div>
  );
}

function Waiting({ document }: { document: DocumentBrief }) {
  const t = useTexts();
  return (
    <div className="home-row with-button">
      <span className="two-lines grow">
        <a className="strong" href={address("documents", document.id)}>
          {document.title}
        </a>
        <span className="muted">
          {document.number} · {t.dates.at(showDate(document.changedAt), showTime(document.changedAt))}
        </span>
      </span>
      <DocumentStateChip state={document.state} />
    </div>
  );
}

function Recent({ entry }: { entry: JournalEntry }) {
  const t = useTexts();
  const to = entry.about === null ? null : addressOf(entry.about);
  return (
    <div className="home-row with-button">
      <span className="grow">{to ? <a href={to}>{entry.action}</a> : entry.action}</span>
      <span className="muted small">{t.dates.at(showDate(entry.at), showTime(entry.at))}</span>
    </div>
  );
}
