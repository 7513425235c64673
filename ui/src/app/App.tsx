/** The whole window: settings in force (language, theme, text size), then first start or the shell. */
import { FluentProvider, Spinner } from "@fluentui/react-components";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { FirstStart } from "../screens/FirstStart";
import { RecoveryScreen } from "../screens/RecoveryScreen";
import { TextsContext, catalogues, languageOf } from "../texts";
import { useAsk } from "./data";
import { useLock } from "./lock";
import { LockGate } from "./LockGate";
import { useManners } from "./manners";
import { NoticesProvider } from "./notices";
import { Shell } from "./Shell";
import { useShortcuts } from "./shortcuts";
import { useTextSize } from "./textSize";
import { darkTheme, lightTheme } from "./theme";

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <Window />
    </QueryClientProvider>
  );
}

function Window() {
  // Nothing is asked before it is known that the window is open.
  const lock = useLock();
  const status = useAsk(
    "status",
    {},
    { enabled: lock !== null && !lock.locked, again: ({ backup }) => backup.making },
  );
  const settings = status.data?.settings ?? {};
  const language = languageOf(settings["language"]);
  const dark = useDark(settings["theme"]);
  useTextSize();
  useShortcuts();
  useManners();

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  }, [language, dark]);

  let content: ReactNode;
  if (status.error) content = <RecoveryScreen failure={status.error} />;
  else if (status.data)
    content = status.data.agency ? <Shell status={status.data} /> : <FirstStart status={status.data} />;
  else content = <Spinner className="page-spinner" />;

  return (
    <TextsContext value={catalogues[language]}>
      <FluentProvider theme={dark ? darkTheme : lightTheme}>
        <LockGate theme={dark ? darkTheme : lightTheme}>
          <div className="window">
            <NoticesProvider>{content}</NoticesProvider>
          </div>
        </LockGate>
      </FluentProvider>
    </TextsContext>
  );
}

const darkQuery = "(prefers-color-scheme: dark)";

/** Dark by setting, or by the PC when the setting says `system` or nothing. */
function useDark(setting: string | undefined): boolean {
  const [byPc, setByPc] = useState(() => window.matchMedia(darkQuery).matches);
  useEffect(() => {
    const query = window.matchMedia(darkQuery);
    const changed = (): void => setByPc(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return setting === "dark" || (setting !== "light" && byPc);
}
