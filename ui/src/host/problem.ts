/** Failures as the interface handles them. */
import type { Problem } from "./types";

/** A problem that can be thrown: an `Error` for the language, a `Problem` for people. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}

/** Makes a problem of whatever was thrown. The code `host-unreachable` is worded by the catalogue of texts. */
export function asProblem(failure: unknown): ProblemError {
  if (failure instanceof ProblemError) return failure;
  if (isProblem(failure)) {
    const { code, message, field = null, hint = null, values = {} } = failure as Partial<Problem>;
    return new ProblemError({ code: code ?? "internal", message: message ?? "", field, hint, values });
  }
  const detail = failure instanceof Error ? failure.message : String(failure);
  return new ProblemError({
    code: "host-unreachable",
    message: detail,
    field: null,
    hint: null,
    values: { detail },
  });
}
