/** Takes a merged record apart: what goes back, and what was added since that the officer may send along. */
import { Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { address, go } from "../app/router";
import { useSayUndoable } from "../app/undo";
import type { AwardRow } from "../host";
import { showDate } from "../lib/dates";
import { Asked } from "../parts/Asked";
import { FormDialog } from "../parts/FormDialog";
import { useTexts } from "../texts";

export function UnmergeDialog({ id, name, close }: { id: string; name: string; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const sayUndoable = useSayUndoable();
  const merged = useAsk("merged", { id });
  const [also, setAlso] = useState<readonly string[]>([]);
  const [different, setDifferent] = useState(true);
  const submit = async (): Promise<void> => {
    await run("unmerge", { id, also: [...also], different });
    sayUndoable(t.merging.splitDone(name), [
      { label: t.common.open, run: () => go(address("honorees", id)) },
    ]);
  };
  const line = (award: AwardRow): string =>
    [award.kindName, award.decision, showDate(award.date), award.honoree.name].filter(Boolean).join(" · ");
  return (
    <FormDialog
      title={t.merging.splitTitle(name)}
      submitLabel={t.merging.splitSubmit}
      wide
      close={close}
      disabled={!merged.data}
      submit={submit}
      testId="unmerge-dialog"
    >
      <Asked of={merged}>
        {(view) => {
          const since = [
            ...view.since.map((award) => ({ id: award.id, title: line(award) })),
            ...view.sinceNominations,
            ...view.sinceFiles.map((file) => ({ id: file.id, title: file.name })),
          ];
          return (
            <>
              <p className="muted">{t.merging.splitLead(view.stays.name)}</p>
              <h3>{t.merging.goesBack(view.came.length)}</h3>
              <ul>
                {view.came.map((award) => (
                  <li key={award.id}>{line(award)}</li>
                ))}
              </ul>
              {since.length === 0 ? (
                <p className="muted">{t.merging.noneSince}</p>
              ) : (
                <>
                  <h3>{t.merging.since}</h3>
                  {since.map((one) => (
                    <div key={one.id}>
                      <Checkbox
                        checked={also.includes(one.id)}
                        label={one.title}
                        data-testid={`also-${one.id}`}
                        onChange={(_, data) =>
                          setAlso(
                            data.checked === true ? [...also, one.id] : also.filter((id) => id !== one.id),
                          )
                        }
                      />
                    </div>
                  ))}
                </>
              )}
              <Checkbox
                checked={different}
                label={t.merging.different}
                onChange={(_, data) => setDifferent(data.checked === true)}
              />
            </>
          );
        }}
      </Asked>
    </FormDialog>
  );
}
