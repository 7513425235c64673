/** One honoree: awards year by year, what is under way, other spellings, files. */
import { Button } from "@fluentui/react-components";
import {
  DeleteRegular,
  DocumentPdfRegular,
  EditRegular,
  MergeRegular,
  RibbonAddRegular,
  RibbonStarRegular,
} from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address } from "../app/router";
import { useAction } from "../app/shortcuts";
import { useSayUndoable } from "../app/undo";
import { openFile, type AwardCategory, type AwardRow, type FileBrief, type HonoreeView } from "../host";
import { showDate } from "../lib/dates";
import { personAndPost } from "../lib/honoree";
import { Asked } from "../parts/Asked";
import { Became } from "../editor/Links";
import { Chip } from "../parts/Chip";
import { Empty } from "../parts/Empty";
import { FileList } from "../parts/FileList";
import { HistoryLink } from "../parts/HistoryLink";
import { IconButton } from "../parts/IconButton";
import { IdentityReveal } from "../parts/IdentityField";
import { Card, Screen } from "../parts/Screen";
import { useTexts } from "../texts";
import { HonoreeDialog } from "./HonoreeDialog";
import { HonoreeYears } from "./HonoreeYears";
import { MergeDialog } from "./MergeDialog";
import { RecordDialog } from "./RecordDialog";

export function HonoreeScreen({ id }: { id: string }) {
  const t = useTexts();
  const honoree = useAsk("honoree", { id });
  if (honoree.data) return <Loaded view={honoree.data} />;
  return (
    <Screen crumb={{ label: t.honoree.crumb, to: address("honorees") }} title="">
      <Asked of={honoree}>{() => null}</Asked>
    </Screen>
  );
}

function Loaded({ view }: { view: HonoreeView }) {
  const t = useTexts();
  const kinds = useAsk("kinds", {});
  const [only, setOnly] = useState<AwardCategory | null>(null);
  const [dialog, setDialog] = useState<"edit" | "record" | "merge" | null>(null);
  const { honoree, awards } = view;
  useAction("rename", () => setDialog("edit"));
  useAction("new", () => setDialog("record"));

  const categories = useMemo(
    () => new Map((kinds.data?.kinds ?? []).map((kind) => [kind.id, kind.category])),
    [kinds.data],
  );
  const years = yearsOf(
    awards.filter((award) => only === null || categories.get(award.kind) === only),
    only === null ? view.pending.filter((nomination) => nomination.state !== "conferred") : [],
  );
  const known = awards.map((award) => award.year).filter((year) => year !== null);
  const span = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [];

  return (
    <Screen
      crumb={{ label: t.honoree.crumb, to: address("honorees") }}
      title={honoree.name}
      layout="fill"
      beside={<span className="muted">{personAndPost(t, honoree)}</span>}
      actions={
        <>
          <Button as="a" href={address("history", view.id)} data-testid="open-history">
            {t.history.open}
          </Button>
          <Button icon={<EditRegular />} onClick={() => setDialog("edit")}>
            {t.honoree.edit}
          </Button>
          <Button icon={<MergeRegular />} onClick={() => setDialog("merge")} data-testid="merge">
            {t.merging.open}
          </Button>
          <Button
            appearance="primary"
            icon={<RibbonAddRegular />}
            onClick={() => setDialog("record")}
            data-testid="record-award"
          >
            {t.conference.record}
          </Button>
        </>
      }
    >
      <div className="split with-side">
        <Card
          className="fill"
          title={t.honoree.history}
          beside={t.honoree.times(awards.length, [...new Set(span)].join(" – "))}
          actions={
            <span className="chips">
              {(["emulation_title", "form"] as const).map((category) => (
                <Chip
                  key={category}
                  tone="plain"
                  pressed={only === category}
                  onClick={() => setOnly(only === category ? null : category)}
                >
                  {category === "form" ? t.honoree.forms : t.honoree.titles}
                </Chip>
              ))}
            </span>
          }
        >
          {years.length === 0 ? (
            <Empty icon={RibbonStarRegular} title={t.honoree.noAwards} hint={t.honoree.noAwardsHint} />
          ) : (
            <div className="years">
              {years.map(({ year, lines, pending }) => (
                <div key={year ?? 0} className="year">
                  <b>{year ?? t.honoree.noYear}</b>
                  <div>
                    {pending.map((nomination, index) => (
                      <div key={index} className="award-line">
                        <span className="award-name">{nomination.kindName}</span>
                        <a className="award-source" href={address("rounds", nomination.round)}>
                          {t.honoree.pending(t.words.nominationState[nomination.state], nomination.roundName)}
                        </a>
                      </div>
                    ))}
                    {lines.map((award) => (
                      <AwardLine
                        key={award.id}
                        award={award}
                        name={honoree.name}
                        files={view.awardFiles.filter((one) => one.award === award.id).map((one) => one.file)}
                      />
                    ))}
                  </div>
                </div>
              ))}
            </div>
          )}
        </Card>
        <Side view={view} />
      </div>
      {dialog === "merge" ? <MergeDialog ids={[view.id]} close={() => setDialog(null)} /> : null}
      {dialog === "edit" ? <HonoreeDialog view={view} close={() => setDialog(null)} /> : null}
      {dialog === "record" ? (
        <RecordDialog honoree={honoree} conference={null} close={() => setDialog(null)} />
      ) : null}
    </Screen>
  );
}

/** `name` is that of the record: an award says the name of its decision where that was another. */
function AwardLine({ award, name, files }: { award: AwardRow; name: string; files: FileBrief[] }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  const remove = (): void => {
    run("remove_awards", { ids: [award.id] }).then(({ count }) => {
      sayUndoable(t.record.removed(count));
    }, notices.fail);
  };
  const source = [award.decision, showDate(award.date), t.words.authority[award.authority], award.period]
    .filter(Boolean)
    .join(" · ");
  return (
    <div className="award-line" data-testid="honoree-award">
      <span className="award-name">
        {award.kindName}
        {award.achievement ? <span className="muted"> · {award.achievement}</span> : null}
        {award.became.length > 0 ? (
          <span className="chips" data-testid="award-became">
            <Became links={award.became} />
          </span>
        ) : null}
        {award.honoree.name === name ? null : (
          <span className="muted"> · {t.merging.namedThen(award.honoree.name)}</span>
        )}
      </span>
      <span className="award-source muted">
        {award.document ? <a href={address("documents", award.document)}>{source}</a> : source}
        {award.conference ? (
          <>
            {" · "}
            <a href={address("conferences", award.conference)}>
              {t.honoree.givenAt(award.conferenceName ?? t.nav.conferences)}
            </a>
          </>
        ) : null}
        {files.map((file) => (
          <Button
            key={file.id}
            size="small"
            appearance="transparent"
            className="award-file"
            icon={<DocumentPdfRegular />}
            title={`${file.role === "issued" ? t.merging.paper : t.merging.scan}: ${file.name}`}
            aria-label={`${file.role === "issued" ? t.merging.paper : t.merging.scan}: ${file.name}`}
            data-testid="award-file"
            onClick={() => void openFile(file.id).catch(notices.fail)}
          />
        ))}
      </span>
      <span className="award-tools">
        <HistoryLink id={award.id} name={award.kindName} />
        <IconButton icon={<DeleteRegular />} label={t.honoree.removeAward} run={remove} />
      </span>
    </div>
  );
}

function Side({ view }: { view: HonoreeView }) {
  const t = useTexts();
  const sums = new Map<string, number>();
  for (const award of view.awards) sums.set(award.kindName, (sums.get(award.kindName) ?? 0) + 1);
  return (
    <aside className="card side" aria-label={t.honoree.sum}>
      <div className="card-head">
        <h2>{t.honoree.sum}</h2>
      </div>
      <div className="side-body">
        {sums.size === 0 ? <span className="muted">{t.honoree.noAwards}</span> : null}
        <ul className="plain">
          {[...sums].map(([name, count]) => (
            <li key={name} className="sum-row">
              <span>{name}</span>
              <b>{t.count(count)}</b>
            </li>
          ))}
        </ul>
        {view.identity ? (
          <>
            <h3>{t.identity.label}</h3>
            <IdentityReveal key={view.identity} id={view.id} masked={view.identity} />
          </>
        ) : null}
        {view.alsoWritten.length > 0 ? (
          <>
            <h3>{t.honoree.alsoWritten}</h3>
            <div className="muted">{view.alsoWritten.join("; ")}</div>
          </>
        ) : null}
        <HonoreeYears view={view} />
        {view.files > 0 ? (
          <>
            <h3>{t.honoree.files}</h3>
            <FileList of={view.id} total={view.files} />
          </>
        ) : null}
      </div>
    </aside>
  );
}

interface Year {
  year: number | null;
  lines: AwardRow[];
  pending: HonoreeView["pending"];
}

/** Awards and nominations under way by year, newest first; those of unknown year last. */
function yearsOf(awards: readonly AwardRow[], pending: HonoreeView["pending"]): Year[] {
  const years = new Map<number | null, Year>();
  const of = (year: number | null): Year => {
    const known = years.get(year);
    if (known) return known;
    const made: Year = { year, lines: [], pending: [] };
    years.set(year, made);
    return made;
  };
  for (const nomination of pending) of(nomination.year).pending.push(nomination);
  for (const award of awards) of(award.year).lines.push(award);
  return [...years.values()].sort((a, b) => (b.year ?? -1) - (a.year ?? -1));
}
