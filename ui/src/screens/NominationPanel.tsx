/** One nomination explained: the article, the findings, what the honoree has been awarded, the prize. */
import { Button, Tooltip } from "@fluentui/react-components";
import {
  CheckmarkRegular,
  DeleteRegular,
  DismissRegular,
  EditRegular,
  HistoryRegular,
} from "@fluentui/react-icons";
import { useAsk } from "../app/data";
import { address } from "../app/router";
import type { NominationRow, NominationState } from "../host";
import { personAndPost } from "../lib/honoree";
import { Chip, NominationStateChip } from "../parts/Chip";
import { latest } from "../parts/KindPicker";
import { FindingRule } from "../parts/Problems";
import { useTexts } from "../texts";

interface PanelProps {
  row: NominationRow;
  edit: () => void;
  decide: (state: NominationState) => void;
  remove: () => void;
  close: () => void;
}

export function NominationPanel({ row, edit, decide, remove, close }: PanelProps) {
  const t = useTexts();
  const kinds = useAsk("kinds", {});
  const past = useAsk("honoree", { id: row.honoreeId });
  const kind = latest(kinds.data?.kinds ?? []).find((candidate) => candidate.id === row.kind);
  return (
    <aside className="card side" aria-label={t.round.sideTitle} data-testid="nomination-panel">
      <div className="card-head">
        <h2>{row.honoree.name}</h2>
        <span className="grow" />
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={t.common.close}
          onClick={close}
        />
      </div>
      <div className="side-body">
        <div className="muted">{personAndPost(t, row.honoree)}</div>
        <p className="label-row">
          <strong>{row.kindName}</strong>
          <NominationStateChip state={row.state} />
        </p>
        {row.achievement ? <p className="prose">{row.achievement}</p> : null}
        {kind ? (
          <p className="muted">
            {kind.article} {kind.unverified ? <Chip tone="warn">{t.round.unverified}</Chip> : null}
          </p>
        ) : null}

        <h3>{t.round.sideTitle}</h3>
        {row.problems.length === 0 && row.kind !== null ? (
          <div className="rule ok">{t.round.noFindings}</div>
        ) : null}
        {row.kind === null && row.problems.length === 0 ? (
          <div className="rule bad">{t.round.unclearKind}</div>
        ) : null}
        {row.problems.map((problem, index) => (
          <FindingRule key={index} problem={problem} tone={row.kind === null ? "bad" : "warn"} />
        ))}

        <h3>{t.round.pastAwards}</h3>
        {past.data && past.data.awards.length > 0 ? (
          <ul className="plain">
            {past.data.awards.map((award) => (
              <li key={award.id}>
                <strong>{award.year ?? t.honoree.noYear}</strong> {award.kindName}
                {award.decision ? <span className="muted"> · {award.decision}</span> : null}
              </li>
            ))}
          </ul>
        ) : (
          <div className="muted">{t.round.noPast}</div>
        )}

        <h3>{t.round.prize}</h3>
        <div className={row.prize === null ? "muted" : "strong"}>
          {row.prize === null ? t.round.noPrize : t.money(row.prize)}
        </div>

        <h3>{t.round.source}</h3>
        <div className="muted">{row.source ?? t.round.byHand}</div>
        <p>
          <a href={address("honorees", row.honoreeId)}>{t.round.honoreePage}</a>
        </p>
      </div>
      <div className="side-foot">
        {row.state === "conferred" ? null : (
          <>
            <Button
              size="small"
              icon={<CheckmarkRegular />}
              disabledFocusable={row.state === "approved"}
              onClick={() => decide("approved")}
            >
              {t.round.approve}
            </Button>
            <Button
              size="small"
              icon={<DismissRegular />}
              disabledFocusable={row.state === "rejected"}
              onClick={() => decide("rejected")}
            >
              {t.round.reject}
            </Button>
            <span className="grow" />
            {row.state === "pending" ? null : (
              <PanelButton
                label={t.round.backToPending}
                icon={<HistoryRegular />}
                run={() => decide("pending")}
              />
            )}
            <PanelButton label={t.common.edit} icon={<EditRegular />} run={edit} />
            <PanelButton label={t.common.remove} icon={<DeleteRegular />} run={remove} />
          </>
        )}
      </div>
    </aside>
  );
}

function PanelButton(props: { label: string; icon: React.ReactElement; run: () => void }) {
  return (
    <Tooltip content={props.label} relationship="label">
      <Button size="small" icon={props.icon} onClick={props.run} appearance="subtle" />
    </Tooltip>
  );
}
