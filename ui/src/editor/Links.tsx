/** What a document does to others and others to it: on its screen, and as a word in lists. */
import { Button } from "@fluentui/react-components";
import { LinkDismissRegular } from "@fluentui/react-icons";
import { useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address } from "../app/router";
import type { DocumentView, LinkView } from "../host";
import { showDate } from "../lib/dates";
import { Chip } from "../parts/Chip";
import { useTexts, type Texts } from "../texts";

/** The link in words: `Đã bị thu hồi bởi`. */
function linkWords(t: Texts, link: LinkView): string {
  return (link.passive ? t.links.passive : t.links.active)[link.kind];
}

export function Links({ view }: { view: DocumentView }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  if (view.links.length === 0) return null;
  const unlink = (link: LinkView): void => {
    void run("link_documents", { id: view.brief.id, earlier: link.id, kind: null }).catch(notices.fail);
  };
  return (
    <div className="form-section">
      <div className="section-head as-text">
        <h2>{t.links.title}</h2>
      </div>
      <ul className="plain" data-testid="links">
        {view.links.map((link) => {
          const words = linkWords(t, link);
          const planned = link.passive ? link.state === "draft" : view.brief.state === "draft";
          return (
            <li key={`${link.id} ${String(link.passive)}`} className="link-row">
              <span>
                {planned && link.passive ? t.links.planned(words) : words}{" "}
                <a href={address("documents", link.id)}>
                  {[link.number, showDate(link.date), link.title].filter(Boolean).join(" · ")}
                </a>
              </span>
              {!link.passive && view.brief.state === "draft" ? (
                <Button
                  size="small"
                  appearance="transparent"
                  icon={<LinkDismissRegular />}
                  aria-label={t.links.unlink}
                  title={t.links.unlink}
                  onClick={() => unlink(link)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What became of something, each with the document that did it. */
export function Became({ links }: { links: readonly LinkView[] }) {
  const t = useTexts();
  return (
    <>
      {links.map((link) => (
        <Chip key={link.id} tone={link.kind === "recalls" || link.kind === "cancels" ? "bad" : "info"}>
          {t.links.passive[link.kind]} <a href={address("documents", link.id)}>{link.number}</a>
          {link.date ? ` (${showDate(link.date)})` : ""}
        </Chip>
      ))}
    </>
  );
}
