/** Long lists in the window: a page is held, all of the list is counted, grouped, walked and selected. */
import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { App } from "../src/app/App";
import { newQueryClient } from "../src/app/data";
import { replaceHost, type NominationFilter } from "../src/host";
import { FakeHost } from "../src/host/fake";
import { sampleArchive } from "../src/host/fake/archive";
import { FileList } from "../src/parts/FileList";
import { openWindow, requests } from "./window";

/** The host of tests looks through ten thousand rows for every answer. */
const SLOW = { timeout: 20_000 };
const LONG = 60_000;

// Without a layout every row would be no pixels high, and all of them in sight.
Object.defineProperty(HTMLElement.prototype, "offsetHeight", {
  configurable: true,
  get(this: HTMLElement) {
    return this.classList.contains("table") ? 600 : 29;
  },
});

/** A window on the round of ten thousand, and how many of its rows are held. */
function openBigRound(): { host: FakeHost; held: () => number } {
  const host = new FakeHost(sampleArchive(true));
  replaceHost(host);
  const client = newQueryClient();
  window.location.hash = "#/rounds/round-1";
  render(<App client={client} />);
  const held = (): number =>
    client
      .getQueryCache()
      .findAll({ queryKey: ["nominations"] })
      .reduce(
        (sum, query) => sum + ((query.state.data as { rows: unknown[] } | undefined)?.rows.length ?? 0),
        0,
      );
  return { host, held };
}

test(
  "a round of ten thousand is held a page at a time, and End shows its last row",
  async () => {
    const { host, held } = openBigRound();
    const [first] = await screen.findAllByTestId("nomination-row", {}, SLOW);
    const table = screen.getByRole("grid");
    expect(table.getAttribute("aria-rowcount"), "the table is as long as the round").toBe("10000");
    expect(held(), "but only its first pages are held").toBeLessThanOrEqual(200);

    table.focus();
    fireEvent.keyDown(table, { key: "End" });
    const panel = await screen.findByTestId("nomination-panel", {}, SLOW);
    const last = host.archive.rounds[0]!.nominations.find((row) => row.kind === null)!;
    expect(within(panel).getByRole("heading", { level: 2 }).textContent, "what is unclear comes last").toBe(
      last.honoree.name,
    );
    expect(panel.textContent).not.toContain(first!.querySelector("a")!.textContent);
    await waitFor(() => expect(held()).toBeLessThanOrEqual(300), SLOW);
    const asked = requests(host, "nominations") as NominationFilter[];
    expect(Math.max(...asked.map((request) => request.count)), "never more than a page at once").toBe(100);
  },
  LONG,
);

test(
  "all ten thousand are selected and decided about without being sent",
  async () => {
    const user = userEvent.setup();
    const { host, held } = openBigRound();
    await screen.findAllByTestId("nomination-row", {}, SLOW);
    await user.click(screen.getByRole("checkbox", { name: "Chọn tất cả" }));
    const approve = await screen.findByTestId("decide-approved", {}, SLOW);
    expect(approve.parentElement!.textContent, "the bar says how many").toContain("10.000");
    await waitFor(
      () =>
        expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Chọn tất cả" }).checked).toBe(true),
      SLOW,
    );
    await user.click(approve);
    await waitFor(() => expect(requests(host, "decide")).toHaveLength(1), SLOW);
    expect((requests(host, "decide")[0] as { ids: string[] }).ids).toHaveLength(10_000);
    expect(held(), "their rows were not fetched for it").toBeLessThanOrEqual(300);
  },
  LONG,
);

test("what another change takes away is no longer selected", async () => {
  const user = userEvent.setup();
  const host = openWindow("#/rounds/round-1");
  await screen.findAllByTestId("nomination-row");
  const boxes = screen.getAllByRole("checkbox", { name: /^Chọn / });
  await user.click(boxes[1]!);
  await user.click(boxes[2]!);
  await user.click(screen.getByTestId("decide-rejected"));
  await waitFor(() => expect(requests(host, "decide")).toHaveLength(1));
  const [gone, stays] = (requests(host, "decide")[0] as { ids: string[] }).ids;
  const round = host.archive.rounds[0]!;
  round.nominations = round.nominations.filter((row) => row.id !== gone);
  fireEvent.keyDown(window, { key: "F5" });
  await waitFor(() => expect(screen.getByTestId("decide-pending").parentElement!.textContent).toContain("1"));
  await user.click(screen.getByTestId("decide-pending"));
  await waitFor(() => expect(requests(host, "decide")).toHaveLength(2));
  expect(requests(host, "decide")[1]).toEqual({ ids: [stays], state: "pending" });
});

test("sieve, words and order are asked of the archive, and headings count what stands under them", async () => {
  const user = userEvent.setup();
  const host = openWindow("#/rounds/round-1");
  await screen.findAllByTestId("nomination-row");
  const last = (): NominationFilter => requests(host, "nominations").at(-1) as NominationFilter;
  await user.click(screen.getByTestId("sieve-unclear"));
  await waitFor(() => expect(last().sieve).toBe("unclear"));
  await waitFor(() => expect(screen.getAllByTestId("nomination-row")).toHaveLength(1));
  expect(screen.getByTestId("sieve-fine").textContent, "other sieves still count the whole round").toMatch(
    /\d\d/,
  );
  await user.click(screen.getByTestId("sieve-unclear"));
  const table = screen.getByRole("grid");
  await user.click(within(table).getByRole("button", { name: "Họ và tên / Tập thể" }));
  await waitFor(() => expect(last()).toMatchObject({ order: "name", reverse: false }));
  await user.click(within(table).getByRole("button", { name: "Họ và tên / Tập thể" }));
  await waitFor(() => expect(last()).toMatchObject({ order: "name", reverse: true }));
  const lines = await waitFor(() => {
    const all = [...table.querySelectorAll(".table-group, [data-testid=nomination-row]")];
    expect(all.length).toBeGreaterThan(10);
    return all;
  });
  const first = Number(/(\d+)\s*$/.exec(lines[0]!.textContent)?.[1]);
  expect(lines[0]!.className, "the first line is a heading").toContain("table-group");
  expect(lines.findIndex((line, index) => index > 0 && line.className.includes("table-group"))).toBe(
    first + 1,
  );
});

test("files of a thing are shown a page at a time", async () => {
  const user = userEvent.setup();
  const archive = sampleArchive(false);
  const round = archive.rounds[0]!;
  round.files = Array.from({ length: 120 }, (_, index) => ({
    ...round.files[0]!,
    id: `file-${index + 1}`,
    name: `danh-sach-${index + 1}.xlsx`,
  }));
  const host = new FakeHost(archive);
  replaceHost(host);
  render(
    <QueryClientProvider client={newQueryClient()}>
      <FileList of="round-1" total={120} />
    </QueryClientProvider>,
  );
  expect(await screen.findAllByTestId("file-row")).toHaveLength(50);
  await user.click(screen.getByRole("button", { name: "Sau" }));
  await user.click(screen.getByRole("button", { name: "Sau" }));
  await screen.findByText("danh-sach-120.xlsx");
  expect(screen.getAllByTestId("file-row"), "the last page has what is left").toHaveLength(20);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Sau" }).disabled).toBe(true);
});

test("a round among many is found by its name", async () => {
  const user = userEvent.setup();
  const archive = sampleArchive(false);
  archive.rounds.push(
    ...Array.from({ length: 300 }, (_, index) => ({
      id: `round-${index + 10}`,
      name: `Đợt thường xuyên ${index + 10}`,
      year: 2020,
      nominations: [],
      files: [],
    })),
  );
  const host = new FakeHost(archive);
  replaceHost(host);
  window.location.hash = "#/documents?new=1";
  render(<App client={newQueryClient()} />);
  await user.click(await screen.findByTestId("draft-template"));
  await user.click((await screen.findAllByRole("option"))[0]!);
  const about = await screen.findByTestId("draft-about");
  expect(requests(host, "rounds").every((request) => (request as { count: number }).count <= 100)).toBe(true);
  await user.clear(about);
  await user.type(about, "xuyen 305");
  await user.click(await screen.findByRole("option", { name: "Đợt thường xuyên 305" }));
  await user.click(screen.getByRole("button", { name: "Soạn" }));
  await waitFor(() => expect(requests(host, "draft")[0]).toMatchObject({ round: "round-305" }));
}, 60_000);
