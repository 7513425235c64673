/** The left side: the program's name, the search box, the screens, the language. */
import { Button, Tooltip } from "@fluentui/react-components";
import {
  BookTemplateRegular,
  DocumentTextRegular,
  HomeRegular,
  LocalLanguageRegular,
  NavigationRegular,
  PeopleRegular,
  PeopleTeamRegular,
  QuestionCircleRegular,
  RibbonStarRegular,
  SearchRegular,
  SettingsRegular,
  type FluentIcon,
} from "@fluentui/react-icons";
import { useState } from "react";
import type { Status } from "../host";
import { useTexts } from "../texts";
import { useRun } from "./data";
import { SearchBox } from "./SearchBox";
import { useNotices } from "./notices";
import { address, type Place } from "./router";

type ScreenName =
  "home" | "rounds" | "documents" | "conferences" | "honorees" | "search" | "templates" | "settings" | "help";

const icons: Record<ScreenName, FluentIcon> = {
  home: HomeRegular,
  rounds: RibbonStarRegular,
  documents: DocumentTextRegular,
  conferences: PeopleTeamRegular,
  honorees: PeopleRegular,
  search: SearchRegular,
  templates: BookTemplateRegular,
  settings: SettingsRegular,
  help: QuestionCircleRegular,
};
const work: ScreenName[] = ["home", "rounds", "documents", "conferences", "honorees", "search"];
const program: ScreenName[] = ["templates", "settings", "help"];

/** Screens that have no place of their own in the navigation. */
const partOf: Record<string, ScreenName> = {
  import: "rounds",
  certificates: "documents",
  duplicates: "honorees",
  units: "honorees",
};

export function Nav({ status, place }: { status: Status; place: Place }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const [folded, setFolded] = useState(false);
  const here = partOf[place.screen] ?? place.screen;
  const counts: Partial<Record<ScreenName, string>> = {
    rounds: status.openRounds > 0 ? t.count(status.openRounds) : "",
    documents: status.drafts > 0 ? t.count(status.drafts) : "",
    help: "F1",
  };
  const item = (name: ScreenName) => {
    const Icon = icons[name];
    return (
      <li key={name}>
        <a
          href={address(name)}
          className="nav-item"
          aria-current={here === name ? "page" : undefined}
          data-testid={`nav-${name}`}
          title={folded ? t.nav[name] : undefined}
        >
          <Icon className="nav-icon" />
          <span className="nav-text">{t.nav[name]}</span>
          {counts[name] ? <span className="nav-count">{counts[name]}</span> : null}
        </a>
      </li>
    );
  };
  const other = t.language === "vi" ? "en" : "vi";

  return (
    <nav className={folded ? "nav folded" : "nav"} aria-label={t.nav.label}>
      <div className="brand">
        <Button
          appearance="subtle"
          size="small"
          icon={<NavigationRegular />}
          className="nav-fold"
          aria-label={folded ? t.nav.unfold : t.nav.fold}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        />
        <Star />
        <span className="brand-name">{t.program}</span>
      </div>
      <SearchBox place={place} />
      <ul>{work.map(item)}</ul>
      <div className="nav-space" />
      <ul>{program.map(item)}</ul>
      <Tooltip content={t.nav.switchLanguage} relationship="description">
        <Button
          appearance="subtle"
          size="small"
          className="language"
          icon={<LocalLanguageRegular />}
          data-testid="language-switch"
          onClick={() => void run("set_setting", { name: "language", value: other }).catch(notices.fail)}
        >
          <span className="nav-language">{t.nav.otherLanguage}</span>
        </Button>
      </Tooltip>
    </nav>
  );
}

/** The program's sign: a gold star on the red of the seal. */
export function Star() {
  return (
    <svg className="star" viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="5" fill="#9a1b22" />
      <path
        fill="#ffd86b"
        d="M11 3.6l2.05 4.65 5.05.5-3.8 3.36 1.1 4.96L11 14.5l-4.4 2.57 1.1-4.96-3.8-3.36 5.05-.5z"
      />
    </svg>
  );
}
