/** From a round, an award, a file and the settings to what happened to it. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { sampleArchive } from "../src/host/fake/archive";
import { openWindow, openWindowOn, requests } from "./window";

/** The thing whose history was asked for last. */
async function asked(host: ReturnType<typeof openWindow>): Promise<string> {
  await waitFor(() => expect(requests(host, "history").length).toBeGreaterThan(0));
  return (requests(host, "history").at(-1) as { id: string }).id;
}

describe("the history", () => {
  it("of a round is in its menu", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/rounds/round-1");
    await user.click(await screen.findByTestId("more"));
    await user.click(await screen.findByTestId("open-history"));
    expect(await asked(host)).toBe("round-1");
  });

  it("of an award stands in its line", async () => {
    const archive = sampleArchive(false);
    const host = openWindowOn(archive, `#/honorees/${archive.awards[0]?.honoreeId ?? ""}`);
    const line = (await screen.findAllByTestId("honoree-award"))[0] as HTMLElement;
    const link = within(line).getByTestId("row-history");
    expect(link.getAttribute("aria-label")).toMatch(/^Lịch sử: /);
    window.location.hash = link.getAttribute("href") ?? "";
    expect(await asked(host)).toMatch(/^award-/);
  });

  it("of a file stands in its row", async () => {
    const host = openWindow("#/rounds/round-1?step=archive");
    const row = (await screen.findAllByTestId("file-row"))[0] as HTMLElement;
    window.location.hash = within(row).getByTestId("row-history").getAttribute("href") ?? "";
    expect(await asked(host)).toMatch(/^file-/);
  });

  it("of everything is one link in the settings, not a second list", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/settings");
    expect(screen.queryByRole("grid", { name: "Nhật ký" })).toBeNull();
    await user.click(await screen.findByTestId("open-history"));
    expect(await asked(host)).toBe("");
  });
});
