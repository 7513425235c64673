/** Searches with a name: offered, renamed, removed. */
import { Button } from "@fluentui/react-components";
import { DeleteRegular, RenameRegular, SearchRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAsk, useRun } from "../app/data";
import { useNotices } from "../app/notices";
import { address, go } from "../app/router";
import type { SavedSearch, Search } from "../host";
import { queryOf } from "../lib/searching";
import { Card } from "../parts/Screen";
import { FormDialog } from "../parts/FormDialog";
import { LineField } from "../parts/fields";
import { useTexts } from "../texts";

/** Goes to a saved search. */
export function openSaved({ search }: SavedSearch): void {
  go(address("search", null, queryOf(search)));
}

/** The list, where nothing else is asked. */
export function SavedSearches({ unfolded }: { unfolded: boolean }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  const saved = useAsk("saved_searches", {}).data ?? [];
  const [renaming, setRenaming] = useState<SavedSearch | null>(null);
  if (!unfolded || saved.length === 0) return null;
  return (
    <Card title={t.search.saved} className="hits">
      {saved.map((one) => (
        <div key={one.name} className="saved-search" data-testid="saved-search">
          <Button appearance="subtle" icon={<SearchRegular />} onClick={() => openSaved(one)}>
            {one.name}
          </Button>
          <span className="grow" />
          <Button
            appearance="subtle"
            size="small"
            icon={<RenameRegular />}
            aria-label={t.search.renameOf(one.name)}
            title={t.search.renameOf(one.name)}
            data-testid="saved-rename"
            onClick={() => setRenaming(one)}
          />
          <Button
            appearance="subtle"
            size="small"
            icon={<DeleteRegular />}
            aria-label={t.search.removeOf(one.name)}
            title={t.search.removeOf(one.name)}
            data-testid="saved-remove"
            onClick={() =>
              void run("remove_search", { name: one.name })
                .then(() => notices.say(t.common.removed))
                .catch(notices.fail)
            }
          />
        </div>
      ))}
      {renaming ? (
        <NameDialog
          title={t.search.renameOf(renaming.name)}
          name={renaming.name}
          submitLabel={t.common.rename}
          submit={(newName) => run("rename_search", { name: renaming.name, newName })}
          close={() => setRenaming(null)}
        />
      ) : null}
    </Card>
  );
}

/** Asks for a name and saves a search under it. */
export function SaveSearchDialog({ search, close }: { search: Search; close: () => void }) {
  const t = useTexts();
  const run = useRun();
  const notices = useNotices();
  return (
    <NameDialog
      title={t.search.save}
      hint={t.search.saveHint}
      name={search.text}
      submitLabel={t.common.save}
      submit={(name) => run("save_search", { name, search }).then(() => notices.say(t.search.savedAs(name)))}
      close={close}
    />
  );
}

interface NameDialogProps {
  title: string;
  hint?: string;
  name: string;
  submitLabel: string;
  submit: (name: string) => Promise<unknown>;
  close: () => void;
}

function NameDialog({ title, hint, name, submitLabel, submit, close }: NameDialogProps) {
  const t = useTexts();
  const [typed, setTyped] = useState(name);
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      submit={() => submit(typed.trim())}
      close={close}
      disabled={typed.trim() === ""}
      testId="name-search"
    >
      <LineField
        label={t.search.name}
        hint={hint}
        value={name}
        onTyping={setTyped}
        required
        autoFocus
        testId="search-name"
      />
    </FormDialog>
  );
}
