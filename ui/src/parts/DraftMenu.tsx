/** Drafts a document from a template, for a round or a conference, and opens it. */
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { ChevronDownRegular, DocumentAddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address, go } from "../app/router";
import type { TemplateBrief, TemplateSubject } from "../host";
import { useTexts, worded } from "../texts";

/** Drafts and opens. */
export function useDraft(): (template: string, subject: TemplateSubject, about: string) => Promise<void> {
  const run = useRun();
  const notices = useNotices();
  return async (template, subject, about) => {
    try {
      const made = await run("draft", {
        template,
        round: subject === "round" ? about : null,
        conference: subject === "conference" ? about : null,
        document: subject === "document" ? about : null,
        set: {},
      });
      go(address("documents", made.id));
    } catch (problem) {
      notices.fail(problem);
    }
  };
}

/** True for a template about such a thing, or about anything. */
function suits(template: TemplateBrief, subject: TemplateSubject): boolean {
  return template.subject === subject || template.subject === "any";
}

export function DraftMenu(props: { label: string; subject: TemplateSubject; about: string }) {
  const t = useTexts();
  const draft = useDraft();
  const templates = useAsk("templates", {});
  const [busy, setBusy] = useState(false);
  const fitting = (templates.data ?? []).filter((template) => suits(template, props.subject));
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary" icon={<DocumentAddRegular />} disabled={busy} data-testid="draft-menu">
          {props.label}
          <ChevronDownRegular className="after" />
        </Button>
      </MenuTrigger>
      <MenuPopover className="draft-popover">
        <MenuList>
          {fitting.length === 0 ? <MenuItem disabled>{t.templates.empty}</MenuItem> : null}
          {fitting.map((template) => (
            <MenuItem
              key={template.id}
              data-testid={`draft-${template.id}`}
              subText={worded(t, template.about, template.aboutEn)}
              onClick={() => {
                setBusy(true);
                void draft(template.id, props.subject, props.about).finally(() => setBusy(false));
              }}
            >
              {worded(t, template.name, template.nameEn)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
