/** Delegations presented at the conference: to which congress, who. */
import { Button } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import type { Delegation } from "../host";
import { LineField, ParagraphsField } from "../parts/fields";
import { useTexts } from "../texts";
import type { ConferenceEditing } from "./useConference";

export function Delegations({ editing }: { editing: ConferenceEditing }) {
  const t = useTexts();
  const { conference, set, flush } = editing;
  const { delegations } = conference;
  const put = (at: number, part: Partial<Delegation>): void =>
    set({ delegations: delegations.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <div className="card-body fields" onBlur={() => void flush()}>
      {delegations.length === 0 ? <p className="muted">{t.conference.noDelegations}</p> : null}
      {delegations.map((delegation, index) => (
        <div key={index} className="delegation">
          <div className="field-row">
            <LineField
              label={t.conference.congress}
              value={delegation.congress}
              onTyping={(congress) => put(index, { congress })}
              className="grow"
            />
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t.conference.removeDelegation}
              title={t.conference.removeDelegation}
              onClick={() => set({ delegations: delegations.filter((_, other) => other !== index) })}
            />
          </div>
          <ParagraphsField
            label={t.conference.members}
            value={delegation.members.join("\n")}
            onTyping={(text) =>
              put(index, {
                members: text
                  .split("\n")
                  .map((name) => name.trim())
                  .filter(Boolean),
              })
            }
          />
        </div>
      ))}
      <div>
        <Button
          icon={<AddRegular />}
          onClick={() => set({ delegations: [...delegations, { congress: "", members: [] }] })}
        >
          {t.conference.addDelegation}
        </Button>
      </div>
    </div>
  );
}
