/** Short messages at the foot of the window: what was done, what failed, with what can be done about it. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from "react";
import { asProblem, type Problem } from "../host";
import { useTexts, wordProblem } from "../texts";

interface Notice {
  number: number;
  text: string;
  problem?: Problem;
  actions: NoticeAction[];
}

export interface NoticeAction {
  label: string;
  run: () => void;
}

export interface Notices {
  /** Says what was done; goes by itself. */
  say: (text: string, actions?: NoticeAction[]) => void;
  /** Says what failed; stays until it is closed. */
  fail: (failure: unknown, actions?: NoticeAction[]) => void;
}

const NoticesContext = createContext<Notices>({ say: () => undefined, fail: () => undefined });

export function useNotices(): Notices {
  return useContext(NoticesContext);
}

const SHOWN_FOR_MS = 8000;
const SHOWN_AT_ONCE = 3;
const STOPPED = ["stopped", "print-stopped"];
/** Letters that stand in one line beside their buttons. */
const ONE_LINE = 60;

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<Notice[]>([]);
  const last = useRef(0);

  const close = useCallback(
    (number: number) => setNotices((shown) => shown.filter((notice) => notice.number !== number)),
    [],
  );
  const add = useCallback((notice: Omit<Notice, "number">) => {
    last.current += 1;
    const number = last.current;
    // What was done gives way to what is done next; what failed stays.
    setNotices((shown) =>
      [...shown.filter((other) => other.problem), { ...notice, number }].slice(-SHOWN_AT_ONCE),
    );
    return number;
  }, []);

  const value = useMemo<Notices>(
    () => ({
      say: (text, actions = []) => {
        const number = add({ text, actions });
        window.setTimeout(() => close(number), SHOWN_FOR_MS);
      },
      fail: (failure, actions = []) => {
        const { problem } = asProblem(failure);
        // The cover says it.
        if (problem.code === "locked") return;
        add({ text: problem.message, problem, actions });
      },
    }),
    [add, close],
  );

  return (
    <NoticesContext.Provider value={value}>
      {children}
      <NoticeStack notices={notices} close={close} />
    </NoticesContext.Provider>
  );
}

function NoticeStack({ notices, close }: { notices: Notice[]; close: (number: number) => void }) {
  const t = useTexts();
  return (
    <div className="notices" role="region" aria-label={t.common.notice} aria-live="polite">
      {notices.map((notice) => {
        const worded = notice.problem ? wordProblem(t, notice.problem) : null;
        // What the officer herself stopped did not fail.
        const stopped = STOPPED.includes(notice.problem?.code ?? "");
        return (
          <MessageBar
            key={notice.number}
            intent={stopped ? "info" : worded ? "error" : "success"}
            layout={worded || notice.text.length > ONE_LINE ? "multiline" : "singleline"}
            className="notice"
            data-testid={worded ? "problem" : "notice"}
          >
            <MessageBarBody>
              {worded ? <strong>{worded.message}</strong> : notice.text}
              {worded?.hint ? <div>{worded.hint}</div> : null}
            </MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  icon={<DismissRegular />}
                  aria-label={t.common.close}
                  onClick={() => close(notice.number)}
                />
              }
            >
              {/* An empty list would still be given a line, and the text would stand too high. */}
              {notice.actions.length === 0
                ? null
                : notice.actions.map((action) => (
                    <Button
                      key={action.label}
                      size="small"
                      onClick={() => {
                        close(notice.number);
                        action.run();
                      }}
                    >
                      {action.label}
                    </Button>
                  ))}
            </MessageBarActions>
          </MessageBar>
        );
      })}
    </div>
  );
}
