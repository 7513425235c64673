/** The templates of the program, with the form they follow and what to check before first use. */
import { Button } from "@fluentui/react-components";
import { BookTemplateRegular, DocumentAddRegular } from "@fluentui/react-icons";
import { useAsk } from "../app/data";
import { address } from "../app/router";
import type { TemplateBrief } from "../host";
import { Asked } from "../parts/Asked";
import { Empty } from "../parts/Empty";
import { Screen } from "../parts/Screen";
import { useTexts, worded } from "../texts";

export function TemplatesScreen() {
  const t = useTexts();
  const templates = useAsk("templates", {});
  return (
    <Screen title={t.templates.title}>
      <p className="lead">{t.templates.about}</p>
      <Asked of={templates}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={BookTemplateRegular} title={t.templates.empty} />
          ) : (
            <>
              <Group title={t.templates.forRound} templates={all.filter((one) => one.subject === "round")} />
              <Group
                title={t.templates.forConference}
                templates={all.filter((one) => one.subject === "conference")}
              />
              <Group
                title={t.templates.forDocument}
                templates={all.filter((one) => one.subject === "document")}
              />
              <Group title={t.templates.forAny} templates={all.filter((one) => one.subject === "any")} />
            </>
          )
        }
      </Asked>
    </Screen>
  );
}

function Group({ title, templates }: { title: string; templates: readonly TemplateBrief[] }) {
  const t = useTexts();
  if (templates.length === 0) return null;
  return (
    <section>
      <h2 className="group-title">{title}</h2>
      <div className="draft-cards">
        {templates.map((template) => (
          <div key={template.id} className="card draft-card" data-testid={`template-${template.id}`}>
            <strong>{worded(t, template.name, template.nameEn)}</strong>
            <span>{worded(t, template.about, template.aboutEn)}</span>
            <span className="muted small">
              {t.templates.source}: {template.source}
            </span>
            {template.unverified.length > 0 ? (
              <ul className="unverified small">
                {template.unverified.map((remark) => (
                  <li key={remark}>{remark}</li>
                ))}
              </ul>
            ) : null}
            <Button
              size="small"
              icon={<DocumentAddRegular />}
              as="a"
              href={address("documents", null, { new: "1", template: template.id })}
            >
              {t.templates.draft}
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
}
