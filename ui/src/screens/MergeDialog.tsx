/** Records of one honoree side by side: which one stays, and which of their data is right. */
import { Button, Field, Input, Radio } from "@fluentui/react-components";
import { DismissRegular, SearchRegular } from "@fluentui/react-icons";
import { useQueries } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { address, go, usePlace } from "../app/router";
import { useSayUndoable } from "../app/undo";
import { call, type Honoree, type HonoreeView } from "../host";
import { showBirth } from "../lib/dates";
import { personAndPost } from "../lib/honoree";
import { FormDialog } from "../parts/FormDialog";
import { useTexts, type Texts } from "../texts";

type Datum = "name" | "gender" | "birth" | "position" | "unit";

/** `ids` are the records to begin with; the first stays unless another is chosen. */
export function MergeDialog({ ids: first, close }: { ids: string[]; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const place = usePlace();
  const sayUndoable = useSayUndoable();
  const [ids, setIds] = useState(first);
  const [stays, setStays] = useState<string | null>(null);
  const [picked, setPicked] = useState<Partial<Record<Datum, string>>>({});
  const views = useQueries({
    queries: ids.map((id) => ({ queryKey: ["honoree", { id }], queryFn: () => call("honoree", { id }) })),
    combine: (results) => results.flatMap((result) => (result.data ? [result.data] : [])),
  });
  // The record with most awards stays unless the officer says otherwise: its identifier is known best.
  const most = views.reduce<HonoreeView | null>(
    (best, view) => (best && best.awards.length >= view.awards.length ? best : view),
    null,
  );
  const stayer = views.find((view) => view.id === stays) ?? most;
  const from = (datum: Datum): HonoreeView | null =>
    views.find((view) => view.id === picked[datum]) ??
    (stayer && shown(t, stayer.honoree, datum) ? stayer : null) ??
    views.find((view) => shown(t, view.honoree, datum) !== "") ??
    stayer;

  // The keyboard begins at what stays, which was not there yet when the dialog opened.
  const table = useRef<HTMLDivElement>(null);
  const loaded = stayer !== null;
  useEffect(() => {
    if (loaded) table.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, [loaded]);

  const submit = async (): Promise<void> => {
    if (!stayer) return;
    const honoree: Honoree = {
      ...stayer.honoree,
      name: from("name")?.honoree.name ?? stayer.honoree.name,
      gender: from("gender")?.honoree.gender ?? null,
      birth: from("birth")?.honoree.birth ?? null,
      position: from("position")?.honoree.position ?? null,
      unit: from("unit")?.honoree.unit ?? null,
    };
    const merged = views.filter((view) => view.id !== stayer.id).map((view) => view.id);
    await run("merge", { into: stayer.id, merged, honoree });
    sayUndoable(t.merging.done(honoree.name));
    if (place.screen === "honorees" && place.id !== stayer.id) go(address("honorees", stayer.id), true);
  };

  const spellings = [...new Set(views.flatMap((view) => [view.honoree.name, ...view.alsoWritten]))];
  const awards = views.reduce((sum, view) => sum + view.awards.length, 0);
  const individual = stayer?.honoree.honoreeType === "individual";
  const data: Datum[] = individual ? ["name", "gender", "birth", "position", "unit"] : ["name", "unit"];

  return (
    <FormDialog
      title={t.merging.title}
      submitLabel={t.merging.submit}
      wide
      close={close}
      disabled={views.length < 2}
      submit={submit}
      testId="merge-dialog"
    >
      <p className="muted">{t.merging.lead}</p>
      <div ref={table} className="merge-table" role="table" style={{ ["--records" as string]: views.length }}>
        <div role="row">
          <span role="rowheader">{t.merging.stays}</span>
          {views.map((view) => (
            <span role="cell" key={view.id}>
              <Radio
                name="stays"
                checked={view.id === stayer?.id}
                onChange={() => setStays(view.id)}
                label={`${view.id} · ${t.duplicates.awards(view.awards.length)}`}
                data-testid={`stays-${view.id}`}
              />
              {ids.length > 2 ? (
                <Button
                  size="small"
                  appearance="transparent"
                  icon={<DismissRegular />}
                  aria-label={t.merging.drop(view.honoree.name)}
                  onClick={() => setIds(ids.filter((id) => id !== view.id))}
                />
              ) : null}
            </span>
          ))}
        </div>
        {data.map((datum) => (
          <div role="row" key={datum}>
            <span role="rowheader">{t.merging[datum]}</span>
            {views.map((view) => {
              const text = shown(t, view.honoree, datum);
              return (
                <span role="cell" key={view.id}>
                  {text ? (
                    <Radio
                      name={datum}
                      checked={from(datum)?.id === view.id}
                      onChange={() => setPicked({ ...picked, [datum]: view.id })}
                      label={text}
                      data-testid={`${datum}-${view.id}`}
                    />
                  ) : (
                    <span className="muted merge-none">{t.merging.nothing}</span>
                  )}
                </span>
              );
            })}
          </div>
        ))}
      </div>
      <AnotherRecord
        taken={ids}
        type={stayer?.honoree.honoreeType ?? null}
        add={(id) => setIds([...ids, id])}
      />
      {views.length > 1 ? <p>{t.merging.after(awards, spellings.join("; "))}</p> : null}
    </FormDialog>
  );
}

function shown(t: Texts, honoree: Honoree, datum: Datum): string {
  switch (datum) {
    case "gender":
      return honoree.gender ? t.words.gender[honoree.gender] : "";
    case "birth":
      return showBirth(honoree.birth);
    default:
      return honoree[datum] ?? "";
  }
}

const SHOWN = 5;

/** Looks for one more record by name. */
function AnotherRecord({
  taken,
  type,
  add,
}: {
  taken: string[];
  type: Honoree["honoreeType"] | null;
  add: (id: string) => void;
}) {
  const t = useTexts();
  const [text, setText] = useState("");
  const wanted = text.trim().length > 1;
  const found = useAsk(
    "honorees",
    { text: text.trim(), honoreeType: type, from: 0, count: SHOWN + taken.length },
    { enabled: wanted, keep: true },
  );
  const rows = (found.data?.rows ?? []).filter((row) => !taken.includes(row.id)).slice(0, SHOWN);
  return (
    <>
      <Field label={t.merging.find} hint={t.merging.findHint}>
        <Input
          contentBefore={<SearchRegular />}
          value={text}
          autoComplete="off"
          spellCheck={false}
          data-testid="merge-find"
          onChange={(_, data) => setText(data.value)}
          onKeyDown={(event) => {
            // The form is not sent from here.
            if (event.key === "Enter") event.preventDefault();
          }}
        />
      </Field>
      {wanted && rows.length > 0 ? (
        <div className="known" role="group" aria-label={t.merging.find}>
          {rows.map((row) => (
            <button
              type="button"
              key={row.id}
              className="known-row"
              data-testid="merge-found"
              onClick={() => {
                add(row.id);
                setText("");
              }}
            >
              <strong>{row.honoree.name}</strong>
              <span className="muted">
                {[row.id, personAndPost(t, row.honoree)].filter(Boolean).join(" · ")}
              </span>
            </button>
          ))}
        </div>
      ) : null}
    </>
  );
}
