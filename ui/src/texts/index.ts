/** The texts of the interface in the language in force. Documents are always Vietnamese; only the window changes. */
import { createContext, useContext } from "react";
import type { Problem } from "../host";
import { en } from "./en";
import { vi, type Texts } from "./vi";

export type { Texts };
export type Language = "vi" | "en";

export const catalogues: Record<Language, Texts> = { vi, en };

export const TextsContext = createContext<Texts>(vi);

/** The catalogue in force. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}

/** `vi` unless the setting says `en`. */
export function languageOf(setting: string | undefined): Language {
  return setting === "en" ? "en" : "vi";
}

/** A problem worded in the language in force: the catalogue by code, else what the archive said. */
export function wordProblem(texts: Texts, problem: Problem): { message: string; hint: string | null } {
  const worded = texts.problems[problem.code];
  if (!worded) return { message: problem.message, hint: problem.hint };
  return { message: worded.message(problem.values), hint: worded.hint ?? problem.hint };
}

/** A problem worded with the label of the field that it names. */
export function wordFinding(
  texts: Texts,
  problem: Problem,
  labelOf: (field: string) => string | undefined,
): { message: string; hint: string | null } {
  const label = problem.field === null ? undefined : labelOf(problem.field);
  if (label === undefined) return problem.field === null ? wordProblem(texts, problem) : problem;
  return wordProblem(texts, { ...problem, values: { ...problem.values, label } });
}

/** The Vietnamese or the English wording of something that carries both. */
export function worded(texts: Texts, vietnamese: string, english: string): string {
  return texts.language === "en" && english ? english : vietnamese;
}
