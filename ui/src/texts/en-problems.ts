/** English for what the archive says in Vietnamese, by the stable code of the problem. */
import type { ProblemText } from "./problems";

export const englishProblems: Record<string, ProblemText | undefined> = {
  "host-unreachable": {
    message: () => "The window cannot reach the core of the program.",
    hint: "Close the program and open it again. What was saved is safe.",
  },
  internal: {
    message: (values) => `The program met a fault of its own: ${values["detail"] ?? ""}`,
    hint: "Try again; if it happens again, send the log to whoever supports you.",
  },
  "bad-request": { message: (values) => `The request “${values["command"] ?? ""}” has the wrong shape.` },
  "unknown-command": { message: (values) => `There is no command “${values["command"] ?? ""}”.` },
};

export const englishShortProblems: Record<string, string | undefined> = {};
