/** Help without a network: what each screen is for, what to do on it, the keys. */
import { useEffect, useRef } from "react";
import { address, go, type Place } from "../app/router";
import { Card, Screen } from "../parts/Screen";
import { useTexts } from "../texts";

/** Screens whose help stands under another heading. */
const under: Record<string, string> = { import: "import", certificates: "documents" };

export function HelpScreen({ place }: { place: Place }) {
  const t = useTexts();
  const asked = place.query.get("of") ?? "home";
  const of = under[asked] ?? asked;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const section = body.current?.querySelector<HTMLElement>(`[data-help="${of}"]`);
    section?.scrollIntoView({ block: "start" });
  }, [of]);
  return (
    <Screen title={t.help.title} layout="fill">
      <div className="help">
        <nav className="help-contents" aria-label={t.help.title}>
          {t.help.sections.map((section) => (
            <button
              key={section.id}
              type="button"
              className="help-link"
              aria-current={section.id === of ? "true" : undefined}
              onClick={() => go(address("help", null, { of: section.id }), true)}
            >
              {section.title}
            </button>
          ))}
          <button
            type="button"
            className="help-link"
            aria-current={of === "keys" ? "true" : undefined}
            onClick={() => go(address("help", null, { of: "keys" }), true)}
          >
            {t.help.keysTitle}
          </button>
        </nav>
        <div className="help-body" ref={body} tabIndex={0}>
          {t.help.sections.map((section) => (
            <div key={section.id} data-help={section.id}>
              <Card title={section.title} className="help-section">
                <div className="card-body prose">
                  {section.body.map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                  {section.steps.length > 0 ? (
                    <ol>
                      {section.steps.map((step) => (
                        <li key={step}>{step}</li>
                      ))}
                    </ol>
                  ) : null}
                </div>
              </Card>
            </div>
          ))}
          <div data-help="keys">
            <Card title={t.help.keysTitle} className="help-section">
              <table className="keys">
                <tbody>
                  {t.help.keys.map(([key, meaning]) => (
                    <tr key={key}>
                      <td>
                        <kbd>{key}</kbd>
                      </td>
                      <td>{meaning}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Card>
          </div>
        </div>
      </div>
    </Screen>
  );
}
