/** Keys mean nothing while a syllable is composed, and leave a text field its own. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { actionOf } from "../src/app/shortcuts";
import { openWindow, requests } from "./window";

function key(init: KeyboardEventInit, target: HTMLElement = document.body): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  document.body.append(target === document.body ? document.createElement("i") : target);
  target.dispatchEvent(event);
  return event;
}

describe("keys", () => {
  it("are what officers know", () => {
    expect(actionOf(key({ key: "n", ctrlKey: true }))).toBe("new");
    expect(actionOf(key({ key: "F", ctrlKey: true }))).toBe("find");
    expect(actionOf(key({ key: "z", ctrlKey: true }))).toBe("undo");
    expect(actionOf(key({ key: "y", ctrlKey: true }))).toBe("redo");
    expect(actionOf(key({ key: "F1" }))).toBe("help");
    expect(actionOf(key({ key: "F5" }))).toBe("refresh");
    expect(actionOf(key({ key: "Delete" }))).toBe("remove");
  });

  it("do nothing while composing", () => {
    expect(actionOf(key({ key: "n", ctrlKey: true, isComposing: true }))).toBeNull();
    expect(actionOf(key({ key: "F1", isComposing: true }))).toBeNull();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what some input methods still send
    expect(actionOf(key({ key: "Process", keyCode: 229, ctrlKey: true }))).toBeNull();
  });

  it("leave undo, Del and F2 to a text field, but not search and print", () => {
    const field = document.createElement("input");
    expect(actionOf(key({ key: "z", ctrlKey: true }, field))).toBeNull();
    expect(actionOf(key({ key: "Delete" }, field))).toBeNull();
    expect(actionOf(key({ key: "F2" }, field))).toBeNull();
    expect(actionOf(key({ key: "p", ctrlKey: true }, field))).toBe("print");
    const area = document.createElement("textarea");
    expect(actionOf(key({ key: "y", ctrlKey: true }, area))).toBeNull();
  });

  it("never take plain letters or Backspace", () => {
    expect(actionOf(key({ key: "n" }))).toBeNull();
    expect(actionOf(key({ key: "Backspace" }))).toBeNull();
  });
});

describe("the window", () => {
  it("undoes with Ctrl+Z outside of fields only", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/rounds/round-1");
    const [row] = await screen.findAllByTestId("nomination-row");
    await user.click(row!);
    await user.keyboard("{Delete}");
    await waitFor(() => expect(requests(host, "remove_nominations")).toHaveLength(1));
    await user.click(screen.getByTestId("search-input"));
    await user.keyboard("{Control>}z{/Control}");
    expect(requests(host, "undo")).toHaveLength(0);
    await user.click(screen.getByRole("heading", { level: 1 }));
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(requests(host, "undo")).toHaveLength(1));
  });

  it("takes the very first change back by the button of its notice, and says which it was", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/rounds/round-1");
    const [row] = await screen.findAllByTestId("nomination-row");
    await user.click(row!);
    await user.keyboard("{Delete}");
    const notice = await screen.findByTestId("notice");
    await user.click(within(notice).getByRole("button", { name: "Hoàn tác" }));
    await waitFor(() => expect(requests(host, "undo")).toHaveLength(1));
    await waitFor(() => expect(screen.getByTestId("notice").textContent).toMatch(/^Đã hoàn tác: .*nghị/));
  });

  it("opens help for the screen with F1 and search with Ctrl+F", async () => {
    const user = userEvent.setup();
    openWindow("#/rounds");
    await screen.findAllByTestId("round-row");
    await user.keyboard("{Control>}f{/Control}");
    expect(screen.getByTestId("search-input")).toBe(document.activeElement);
    await user.keyboard("{F1}");
    await waitFor(() => expect(window.location.hash).toBe("#/help?of=rounds"));
  });
});
