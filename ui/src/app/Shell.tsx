/** Navigation, the screen in it, the status bar, and the keys that work everywhere. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Status } from "../host";
import { ConferenceScreen } from "../screens/ConferenceScreen";
import { ConferencesScreen } from "../screens/ConferencesScreen";
import { CertificatesScreen } from "../screens/CertificatesScreen";
import { DocumentScreen } from "../editor/DocumentScreen";
import { DocumentsScreen } from "../screens/DocumentsScreen";
import { DossierScreen } from "../screens/DossierScreen";
import { DossiersScreen } from "../screens/DossiersScreen";
import { DuplicatesScreen } from "../screens/DuplicatesScreen";
import { HelpScreen } from "../screens/HelpScreen";
import { HomeScreen } from "../screens/HomeScreen";
import { HistoryScreen } from "../screens/HistoryScreen";
import { HonoreeScreen } from "../screens/HonoreeScreen";
import { HonoreesScreen } from "../screens/HonoreesScreen";
import { ImportScreen } from "../screens/ImportScreen";
import { RegisterScreen } from "../screens/RegisterScreen";
import { RoundScreen } from "../screens/RoundScreen";
import { RoundsScreen } from "../screens/RoundsScreen";
import { SearchScreen } from "../screens/SearchScreen";
import { SettingsScreen } from "../screens/SettingsScreen";
import { TemplatesScreen } from "../screens/TemplatesScreen";
import { UnitScreen } from "../screens/UnitScreen";
import { UnitsScreen } from "../screens/UnitsScreen";
import { useTexts, wordProblem } from "../texts";
import { isArchive, isList, useGiven } from "./given";
import { Guard } from "./Guard";
import { lockNow } from "./lock";
import { LongWork } from "./LongWork";
import { Nav } from "./Nav";
import { useNotices } from "./notices";
import { address, go, usePlace, type Place } from "./router";
import { useAction } from "./shortcuts";
import { StatusBar } from "./StatusBar";
import { useUndo } from "./undo";

export function Shell({ status }: { status: Status }) {
  const t = useTexts();
  const place = usePlace();
  const client = useQueryClient();
  const notices = useNotices();
  const { undo, redo } = useUndo();

  useGiven(
    () => true,
    (file) => {
      if (isList(file)) go(address("import", null, { file }));
      else notices.say(isArchive(file) ? t.windows.archiveNeedsEmpty(file) : t.windows.notAList(file));
    },
  );
  // What was met and settled while the archive was opened: said once, quietly.
  const [met] = useState(status.notices);
  useEffect(() => {
    const words = met.map((notice) => wordProblem(t, notice).message).join(" ");
    if (words !== "") notices.say(words);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- said once, in the language of that moment
  }, [met]);
  useAction("undo", undo, true);
  useAction("redo", redo, true);
  useAction("save", () => notices.say(t.status.alreadySaved), true);
  useAction("lock", () => void lockNow().catch(notices.fail), true);
  useAction("help", () => go(address("help", null, { of: place.screen })), true);
  useAction("new", () => go(address("rounds", null, { new: "1" })), true);
  useAction(
    "refresh",
    () => void client.invalidateQueries().then(() => notices.say(t.status.refreshed)),
    true,
  );

  return (
    <div className="shell">
      <a className="skip" href="#content" onClick={skipToContent}>
        {t.nav.skip}
      </a>
      <Nav status={status} place={place} />
      <main id="content" tabIndex={-1}>
        <Guard key={`${place.screen} ${place.id ?? ""}`}>
          <Here place={place} />
        </Guard>
      </main>
      <LongWork />
      <StatusBar status={status} />
    </div>
  );
}

/** A plain link would change the address, which is the router's. */
function skipToContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}

/** The screen at a place. Keyed by what it is about, so that nothing of one thing shows on the next. */
function Here({ place }: { place: Place }) {
  const { screen, id } = place;
  switch (screen) {
    case "rounds":
      return id ? <RoundScreen key={id} id={id} place={place} /> : <RoundsScreen place={place} />;
    case "import":
      // Another file that is handed over is another import.
      return <ImportScreen key={place.query.get("file") ?? ""} place={place} />;
    case "documents":
      return id ? <DocumentScreen key={id} id={id} /> : <DocumentsScreen place={place} />;
    case "certificates":
      return id ? <CertificatesScreen key={id} id={id} /> : <DocumentsScreen place={place} />;
    case "conferences":
      return id ? <ConferenceScreen key={id} id={id} /> : <ConferencesScreen place={place} />;
    case "dossiers":
      return id ? <DossierScreen key={id} id={id} /> : <DossiersScreen place={place} />;
    case "honorees":
      return id ? <HonoreeScreen key={id} id={id} /> : <HonoreesScreen />;
    case "register":
      return <RegisterScreen place={place} />;
    case "duplicates":
      return <DuplicatesScreen />;
    case "units":
      return id ? <UnitScreen key={id} id={id} /> : <UnitsScreen place={place} />;
    case "history":
      return <HistoryScreen key={id} id={id} place={place} />;
    case "search":
      return <SearchScreen place={place} />;
    case "templates":
      return <TemplatesScreen />;
    case "settings":
      return <SettingsScreen />;
    case "help":
      return <HelpScreen place={place} />;
    default:
      return <HomeScreen />;
  }
}
