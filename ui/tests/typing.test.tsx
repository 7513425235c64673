/**
 * Vietnamese as an input method types it: letters, then backspaces and the syllable with its marks, in every kind of
 * text field. What stands in the field in the end is what was meant, whatever is saved in between.
 */
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { SAVE_AFTER_MS } from "../src/editor/useEditor";
import { LineField, ParagraphsField } from "../src/parts/fields";
import { openDraft, openWindow, requests } from "./window";

type Stroke = string | { back: number; insert: string };

/** Telex of a name and of a word whose marks come last, as sent to the window. */
const nguyen: Stroke[] = ["Nguye", { back: 1, insert: "ê" }, "n", { back: 2, insert: "ễn" }];
const duoc: Stroke[] = [
  "d",
  { back: 1, insert: "đ" },
  "uo",
  { back: 2, insert: "ươ" },
  "c",
  { back: 2, insert: "ợc" },
];
const sentence: Stroke[] = [...nguyen, " ", ...duoc];
const meant = "Nguyễn được";

async function strike(field: HTMLElement, strokes: readonly Stroke[], between?: () => Promise<void>) {
  const user = userEvent.setup();
  await user.click(field);
  for (const stroke of strokes) {
    if (typeof stroke === "string") {
      await user.keyboard(stroke);
    } else {
      await user.keyboard("{Backspace}".repeat(stroke.back));
      await between?.();
      await user.keyboard(stroke.insert);
    }
  }
}

async function found(testId: string): Promise<HTMLInputElement | HTMLTextAreaElement> {
  return await screen.findByTestId<HTMLInputElement | HTMLTextAreaElement>(testId, {}, { timeout: 10_000 });
}

/** Empties a field as an officer does, so that only what is typed stands in it. */
async function emptied(testId: string): Promise<HTMLInputElement | HTMLTextAreaElement> {
  const field = await found(testId);
  await userEvent.clear(field);
  return field;
}

describe("typing Vietnamese", { timeout: 60_000 }, () => {
  it.each(["field-signatory", "field-achievement", "field-citations", "field-number"])(
    "into %s of a document",
    async (testId) => {
      await openDraft();
      const field = await emptied(testId);
      await strike(field, sentence);
      expect(field.value).toBe(meant);
    },
  );

  it("goes on undisturbed while the document is saved in the middle of a syllable", async () => {
    const host = await openDraft();
    const field = await emptied("field-achievement");
    await strike(field, sentence, async () => {
      const before = requests(host, "set_field").length;
      await waitFor(() => expect(requests(host, "set_field").length).toBeGreaterThan(before), {
        timeout: SAVE_AFTER_MS + 5000,
      });
    });
    expect(field.value).toBe(meant);
    await userEvent.tab();
    await waitFor(() => expect(requests(host, "set_field").at(-1)).toMatchObject({ value: meant }));
    expect((await found("field-achievement")).value).toBe(meant);
  });

  it.each([
    ["#/settings", "agency-council"],
    ["#/honorees", "honoree-filter"],
    ["#/search", "search-input"],
  ])("into a field of %s", async (address, testId) => {
    openWindow(address);
    const field = await emptied(testId);
    await strike(field, sentence);
    expect((await found(testId)).value).toBe(meant);
  });

  it("into the answers of the first start", async () => {
    openWindow("", "empty");
    const field = await emptied("agency-name");
    await strike(field, sentence);
    expect(field.value).toBe(meant);
  });

  it("into a dialog, which starts at its first field and does not complain before anything is typed", async () => {
    openWindow("#/rounds/round-1");
    await userEvent.click(await found("add-nomination"));
    const field = await found("honoree-name");
    expect(document.activeElement).toBe(field);
    expect(screen.queryByText("Cần điền mục này.")).toBeNull();
    await strike(field, sentence);
    expect(field.value).toBe(meant);
  });

  it.each([LineField, ParagraphsField])("into a field whose owner tidies what it is told", async (Field) => {
    const owner = { value: "" };
    const shown = (): React.ReactElement => (
      <Field
        label="x"
        value={owner.value}
        testId="x"
        onTyping={(text) => {
          owner.value = text.trim().toUpperCase();
        }}
      />
    );
    const { rerender } = render(shown());
    const field = await found("x");
    await strike(field, sentence, () => {
      rerender(shown());
      return Promise.resolve();
    });
    expect(field.value).toBe(meant);
  });
});
