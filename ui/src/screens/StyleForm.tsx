/**
 * The form of papers: measures within the decree's ranges, saved one by one when a field is left; the serif; and a
 * sample paper that follows what is typed.
 */
import { Button, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { ArrowResetRegular } from "@fluentui/react-icons";
import { useCallback, useMemo, useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { useSayUndoable } from "../app/undo";
import { Desk } from "../editor/Desk";
import type { AskPages } from "../editor/pageFeed";
import { call, type Measure, type PaperPart, type SerifChoice, type SerifInUse, type Style } from "../host";
import { parseDecimal } from "../lib/numbers";
import { Asked } from "../parts/Asked";
import { LineField } from "../parts/fields";
import { Card } from "../parts/Screen";
import { useTexts, worded, wordProblem } from "../texts";

export function StyleCard() {
  const t = useTexts();
  const style = useAsk("style", {});
  return (
    <Card
      title={t.style.title}
      beside={t.style.about}
      className="style-card"
      actions={style.data ? <Reset style={style.data} /> : null}
    >
      <Asked of={style}>{(loaded) => <StyleForm style={loaded} version={style.dataUpdatedAt} />}</Asked>
    </Card>
  );
}

function Reset({ style }: { style: Style }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const sayUndoable = useSayUndoable();
  const reset = (): void => {
    run("save_style", { reset: true, set: {}, serif: null }).then(
      () => sayUndoable(t.style.wasReset),
      notices.fail,
    );
  };
  return (
    <Button
      size="small"
      icon={<ArrowResetRegular />}
      disabled={style.measures.every((measure) => measure.value === measure.sample)}
      onClick={reset}
      data-testid="style-reset"
    >
      {t.style.reset}
    </Button>
  );
}

function StyleForm({ style, version }: { style: Style; version: number }) {
  const run = useRun();
  const notices = useNotices();
  /** Measures typed but not saved yet. */
  const [typed, setTyped] = useState<Readonly<Record<string, number>>>({});
  const ask = useMemo(() => sampleOf(typed, version), [typed, version]);

  const type = useCallback((key: string, value: number | null): void => {
    setTyped((before) => {
      const rest = Object.fromEntries(Object.entries(before).filter(([other]) => other !== key));
      return value === null ? rest : { ...rest, [key]: value };
    });
  }, []);
  const save = (key: string, value: number): void => {
    run("save_style", { reset: false, set: { [key]: value }, serif: null })
      .catch(notices.fail)
      .finally(() => type(key, null));
  };
  const serif = (choice: SerifChoice): void => {
    run("save_style", { reset: false, set: {}, serif: choice }).catch(notices.fail);
  };

  const parts = [...new Set(style.measures.map((measure) => measure.part))];
  return (
    <div className="style-form">
      <div className="card-body style-parts">
        {parts.map((part) => (
          <Part
            key={part}
            part={part}
            measures={style.measures.filter((measure) => measure.part === part)}
            type={type}
            save={save}
          />
        ))}
        <Serif serif={style.serif} choose={serif} />
      </div>
      <Desk ask={ask} />
    </div>
  );
}

interface Typing {
  type: (key: string, value: number | null) => void;
  save: (key: string, value: number) => void;
}

function Part({ part, measures, ...typing }: { part: PaperPart; measures: Measure[] } & Typing) {
  const t = useTexts();
  const shared = sharedArticle(measures);
  return (
    <section aria-label={t.style.parts[part]} className={measures.length === 1 ? "one" : undefined}>
      <h3>{t.style.parts[part]}</h3>
      {shared === null ? null : <p className="muted small">{shared}</p>}
      <div className="measures">
        {measures.map((measure) => (
          <MeasureField
            key={measure.key}
            measure={measure}
            withArticle={measure.article !== shared}
            {...typing}
          />
        ))}
      </div>
    </section>
  );
}

/** The article that most measures of a part stand in: said once, above them. */
function sharedArticle(measures: Measure[]): string | null {
  const standing = (article: string): number => measures.filter((one) => one.article === article).length;
  const most = measures.find(
    ({ article }) => standing(article) > 1 && standing(article) * 2 > measures.length,
  );
  return most?.article ?? null;
}

function MeasureField({
  measure,
  withArticle,
  type,
  save,
}: { measure: Measure; withArticle: boolean } & Typing) {
  const t = useTexts();
  const { key, value, smallest, largest, span, sample } = measure;
  const unit = t.style.units[measure.unit];
  const range = t.style.spans[span](t.decimal(smallest), t.decimal(largest), unit);
  /** The number in a text where the decree allows it. */
  const allowed = (text: string): number | null => {
    const number = parseDecimal(text);
    if (number === null || number < smallest || number > largest) return null;
    return span === "ends" && number !== smallest && number !== largest ? null : number;
  };
  return (
    <LineField
      label={worded(t, measure.label, measure.labelEn)}
      value={t.decimal(value)}
      inputMode="text"
      contentAfter={<span className="muted small">{unit}</span>}
      beside={<span className="muted">{range}</span>}
      hint={[value === sample ? "" : t.style.sample(t.decimal(sample)), withArticle ? measure.article : ""]
        .filter(Boolean)
        .join(" · ")}
      check={(text) => (allowed(text) === null ? t.style.outside(range, measure.article) : null)}
      onTyping={(text) => type(key, allowed(text))}
      onDone={(text) => {
        const number = allowed(text);
        if (number !== null) save(key, number);
      }}
      testId={`style-${key}`}
    />
  );
}

function Serif({ serif, choose }: { serif: SerifInUse; choose: (choice: SerifChoice) => void }) {
  const t = useTexts();
  const why = serif.why ? wordProblem(t, serif.why).message : null;
  return (
    <section aria-label={t.style.serif}>
      <h3>{t.style.serif}</h3>
      <Field hint={t.style.serifHint}>
        <RadioGroup value={serif.choice} onChange={(_, data) => choose(data.value as SerifChoice)}>
          <Radio value="times" label={t.style.times} />
          <Radio value="liberation" label={t.style.liberation} />
        </RadioGroup>
      </Field>
      <p data-testid="serif-in-use">
        {t.style.inUse(serif.family)} {why === null ? null : <span className="muted">{why}</span>}
      </p>
    </section>
  );
}

/** Asks for the sample with what is typed. The version only makes another question of it: the archive changed. */
function sampleOf(typed: Readonly<Record<string, number>>, _version: number): AskPages {
  return (from, count) => call("preview_style", { set: { ...typed }, from, count });
}
