/** All dossiers: how long each is kept, when it is to be handed over, what is due. */
import { Switch } from "@fluentui/react-components";
import { ArchiveRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { useAsk } from "../app/data";
import { address, go, type Place } from "../app/router";
import type { DossierBrief } from "../host";
import { showDate } from "../lib/dates";
import { compareWords } from "../lib/words";
import { Asked } from "../parts/Asked";
import { Chip } from "../parts/Chip";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { Card, Screen } from "../parts/Screen";
import { useTexts, type Texts } from "../texts";
import { HandOverButton } from "./HandOverDialog";
import { ExportAllButton } from "./WholeArchive";

export function DossiersScreen({ place }: { place: Place }) {
  const t = useTexts();
  const due = place.query.get("due") === "1";
  const dossiers = useAsk("dossiers", { due });
  const columns = useMemo(() => dossierColumns(t), [t]);
  return (
    <Screen
      title={t.keeping.title}
      layout="fill"
      beside={
        <Switch
          label={t.keeping.onlyDue}
          checked={due}
          onChange={(_, data) => go(address("dossiers", null, { due: data.checked ? "1" : null }), true)}
        />
      }
      actions={
        <>
          <HandOverButton />
          <ExportAllButton />
        </>
      }
    >
      <Card className="fill">
        <Asked of={dossiers}>
          {(rows) =>
            rows.length === 0 && !due ? (
              <Empty icon={ArchiveRegular} title={t.keeping.empty} hint={t.keeping.emptyHint} />
            ) : (
              <DataTable
                label={t.keeping.title}
                rows={rows}
                columns={columns}
                keyOf={(dossier) => dossier.id}
                nameOf={(dossier) => dossier.title}
                open={(dossier) => go(address("dossiers", dossier.id))}
                rowTestId="dossier-row"
                empty={t.keeping.nothingDue}
              />
            )
          }
        </Asked>
      </Card>
      <p className="muted small dossier-note">
        {t.keeping.handOverConflict} {t.keeping.neverDeleted}
      </p>
    </Screen>
  );
}

/** What is due before how far it is. */
export function DossierChip({ dossier }: { dossier: DossierBrief }) {
  const t = useTexts();
  if (dossier.due !== null) return <Chip tone="warn">{t.keeping.due[dossier.due]}</Chip>;
  const tone = dossier.state === "handed_over" ? "ok" : "plain";
  return <Chip tone={tone}>{t.keeping.state[dossier.state]}</Chip>;
}

function dossierColumns(t: Texts): Column<DossierBrief>[] {
  const name = (dossier: DossierBrief): string => [dossier.sign, dossier.title].filter(Boolean).join(" · ");
  const day = (
    id: string,
    width: number,
    title: string,
    of: (dossier: DossierBrief) => string | null,
  ): Column<DossierBrief> => ({
    id,
    title,
    width,
    cell: (dossier) => showDate(of(dossier)),
    compare: (a, b) => compareWords(of(a) ?? "", of(b) ?? ""),
  });
  const state = (dossier: DossierBrief): string =>
    dossier.due === null ? t.keeping.state[dossier.state] : t.keeping.due[dossier.due];
  return [
    {
      id: "title",
      title: t.keeping.columns.title,
      width: 14,
      grow: 4,
      cell: (dossier) => (
        <a className="strong" href={address("dossiers", dossier.id)}>
          {name(dossier)}
        </a>
      ),
      text: name,
      compare: (a, b) => compareWords(a.title, b.title),
    },
    day("ended", 6, t.keeping.columns.ended, (dossier) => dossier.ended),
    {
      id: "maintenance",
      title: t.keeping.columns.maintenance,
      width: 5.5,
      cell: (dossier) => dossier.maintenance,
    },
    {
      id: "lastYear",
      title: t.keeping.columns.lastYear,
      width: 6.5,
      align: "end",
      cell: (dossier) => dossier.lastYear ?? "",
      compare: (a, b) => (a.lastYear ?? 9999) - (b.lastYear ?? 9999),
    },
    day("electronic", 8.5, t.keeping.columns.electronic, (dossier) => dossier.electronicBy),
    day("handOver", 8.5, t.keeping.columns.handOver, (dossier) => dossier.handOverBy),
    {
      id: "state",
      title: t.keeping.columns.state,
      width: 13,
      cell: (dossier) => <DossierChip dossier={dossier} />,
      text: state,
      compare: (a, b) => compareWords(state(a), state(b)),
    },
  ];
}
