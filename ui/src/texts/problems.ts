/** How a problem is worded in a language. */
export interface ProblemText {
  message: (values: Record<string, string | undefined>) => string;
  hint?: string;
}
