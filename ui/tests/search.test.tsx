/** The search screen by keyboard: typing, groups, filters, saved searches, the list in Excel. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openWindow, requests } from "./window";

describe("searching", () => {
  it("is done by keyboard alone", async () => {
    const user = userEvent.setup();
    openWindow("#/rounds");
    const box = await screen.findByTestId("search-input");
    await user.keyboard("{Control>}f{/Control}");
    expect(document.activeElement).toBe(box);
    await user.keyboard("hoa");
    const hits = await screen.findAllByTestId("search-hit");
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(hits[0]);
    await user.keyboard("{ArrowDown}{ArrowUp}");
    expect(document.activeElement).toBe(hits[0]);
    await user.keyboard("{Escape}");
    expect(document.activeElement, "Esc goes back to the box").toBe(box);
    expect(window.location.hash).toContain("#/search?q=hoa");
    await user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/honorees\//));
  });

  it("pages through one kind and comes back to all", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/search?q=a", "big");
    await user.click((await screen.findAllByTestId("search-show-all"))[0]!);
    await waitFor(() => expect(screen.getAllByTestId("search-hit")).toHaveLength(50), { timeout: 5000 });
    await user.click(screen.getByTestId("search-next"));
    await waitFor(() => {
      const asked = requests(host, "search").at(-1) as { from: number; things: string[] };
      expect(asked.from).toBe(50);
      expect(asked.things).toEqual(["honoree"]);
    });
    await user.click(screen.getByTestId("search-all"));
    await waitFor(() => expect(window.location.hash).toBe("#/search?q=a"));
    expect((await screen.findAllByTestId("search-show-all")).length, "all groups again").toBeGreaterThan(0);
  });

  it("keeps filters while typing, and a chip takes each off", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/search?from=2019&to=2020&unit=V%C4%83n%20ph%C3%B2ng");
    await waitFor(() =>
      expect(requests(host, "search").at(-1)).toMatchObject({
        text: "",
        filter: { yearFrom: 2019, yearTo: 2020, unit: "Văn phòng" },
      }),
    );
    await user.type(screen.getByTestId("search-input"), "hoa");
    await waitFor(() =>
      expect(requests(host, "search").at(-1)).toMatchObject({ text: "hoa", filter: { yearFrom: 2019 } }),
    );
    await user.click(screen.getByTestId("filter-off-years"));
    await waitFor(() =>
      expect(requests(host, "search").at(-1)).toMatchObject({
        text: "hoa",
        filter: { yearFrom: null, unit: "Văn phòng" },
      }),
    );
  });

  it("sets filters in their form", async () => {
    const user = userEvent.setup();
    openWindow("#/search");
    await user.click(await screen.findByTestId("search-filter"));
    await user.type(await screen.findByTestId("filter-from"), "2019{Enter}");
    await waitFor(() => expect(window.location.hash).toContain("from=2019"));
  });

  it("saves a search, offers it, renames and removes it", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/search?q=hoa&type=individual");
    await user.click(await screen.findByTestId("search-save"));
    const name = await screen.findByTestId("search-name");
    await user.clear(name);
    await user.type(name, "Người tên Hòa");
    await user.click(screen.getByTestId("dialog-submit"));
    await waitFor(() => expect(host.archive.savedSearches[0]?.name).toBe("Người tên Hòa"));
    window.location.hash = "#/home";
    const box = screen.getByTestId("search-input");
    await user.clear(box);
    await user.click(box);
    const offered = await screen.findByTestId("search-offered");
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(offered);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(window.location.hash).toBe("#/search?q=hoa&type=individual"));

    window.location.hash = "#/search";
    const saved = await screen.findByTestId("saved-search");
    await user.click(within(saved).getByTestId("saved-rename"));
    await user.type(await screen.findByTestId("search-name"), " A{Enter}");
    await waitFor(() => expect(host.archive.savedSearches[0]?.name).toBe("Người tên Hòa A"));
    await waitFor(() => expect(screen.queryByTestId("name-search"), "the dialog closes").toBeNull());
    await user.click(await screen.findByTestId("saved-remove"));
    await waitFor(() => expect(host.archive.savedSearches).toHaveLength(0));
  });

  it("writes all hits to Excel, not the page", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/search?q=hoa");
    host.savePath = "C:\\kq.xlsx";
    await screen.findAllByTestId("search-hit");
    await user.click(screen.getByTestId("search-export"));
    await waitFor(() =>
      expect(requests(host, "export_search").at(-1)).toMatchObject({
        path: "C:\\kq.xlsx",
        search: { text: "hoa", from: 0, count: 0 },
      }),
    );
  });
});
