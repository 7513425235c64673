/** The screens: first start, language, deciding, searching, and failures in sight. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { asProblem } from "../src/host";
import { openWindow, requests } from "./window";

describe("first start", () => {
  it("asks three questions and derives the rest", async () => {
    const user = userEvent.setup();
    const host = openWindow("", "empty");
    await screen.findByTestId("first-start");
    await user.type(screen.getByTestId("agency-name"), "Sở Tư pháp");
    await user.type(screen.getByTestId("agency-province"), "Tây Ninh");
    await user.type(screen.getByTestId("signatory-name"), "Nguyễn Hoàng Nam");
    await user.click(screen.getByTestId("first-start-save"));
    expect(requests(host, "save_agency")[0]).toMatchObject({
      name: "Sở Tư pháp",
      parent: "UBND tỉnh Tây Ninh",
      abbreviation: "STP",
      place: "Tây Ninh",
      council: "Hội đồng Thi đua - Khen thưởng Sở Tư pháp",
    });
    expect(await screen.findByTestId("nav-home")).toBeTruthy();
  });

  it("opens the sample", async () => {
    const user = userEvent.setup();
    openWindow("", "empty");
    await user.click(await screen.findByTestId("open-sample"));
    expect(await screen.findByTestId("nav-rounds")).toBeTruthy();
  });
});

describe("the window", () => {
  it("says what to do where there is nothing", async () => {
    openWindow("#/rounds", "bare");
    expect(await screen.findByText("Chưa có đợt nào. Nhập danh sách Excel để bắt đầu.")).toBeTruthy();
  });

  it("speaks English at one click, and stores it", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/rounds");
    await user.click(await screen.findByTestId("language-switch"));
    await waitFor(() => expect(screen.getByTestId("nav-rounds").textContent).toContain("Rounds"));
    expect(requests(host, "set_setting")).toEqual([{ name: "language", value: "en" }]);
    expect(document.documentElement.lang).toBe("en");
  });

  it("decides about several nominations at once", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/rounds/round-1");
    await screen.findAllByTestId("nomination-row");
    const boxes = screen.getAllByRole("checkbox", { name: /^Chọn / });
    await user.click(boxes[1]!);
    await user.click(boxes[2]!);
    await user.click(screen.getByTestId("decide-approved"));
    await waitFor(() => expect(requests(host, "decide")).toHaveLength(1));
    expect(requests(host, "decide")[0]).toMatchObject({ state: "approved" });
    expect((requests(host, "decide")[0] as { ids: string[] }).ids).toHaveLength(2);
  });

  it("copies rows as cells, also those whose cell is more than text", async () => {
    const user = userEvent.setup();
    openWindow("#/rounds");
    await screen.findAllByTestId("round-row");
    screen.getByRole("grid").focus();
    await user.keyboard("{ArrowDown}{Control>}c{/Control}");
    await screen.findByTestId("notice");
    const row = screen.getAllByTestId("round-row")[0]!;
    const shown = [...row.children].map((cell) => cell.textContent);
    // The chip of the questions is more than its number.
    shown[3] = "5";
    expect((await navigator.clipboard.readText()).split("\t")).toEqual(shown);
    expect(shown[1]).toBe("2025");
  });

  it("finds while typing and marks the hit", async () => {
    const user = userEvent.setup();
    openWindow("#/rounds");
    await user.type(await screen.findByTestId("search-input"), "hoa");
    const hits = await screen.findAllByTestId("search-hit");
    expect(hits[0]!.querySelector("mark")?.textContent).toBe("Hòa");
  });

  it("lists the awards of an honoree", async () => {
    const host = openWindow();
    const who = host.archive.awards[0]!.honoreeId;
    window.location.hash = `#/honorees/${who}`;
    expect((await screen.findAllByTestId("honoree-award")).length).toBe(5);
  });

  it("shows what failed and what to do", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/rounds/round-1");
    await screen.findAllByTestId("nomination-row");
    const answer = host.call.bind(host);
    const full = asProblem({
      code: "disk-full",
      message: "Ổ đĩa đã đầy.",
      hint: "Xóa bớt tệp rồi thử lại.",
    });
    vi.spyOn(host, "call").mockImplementation((name, request) =>
      name === "remove_nominations" ? Promise.reject(full) : answer(name, request),
    );
    const boxes = screen.getAllByRole("checkbox", { name: /^Chọn / });
    await user.click(boxes[1]!);
    await user.click(screen.getByTestId("remove-nominations"));
    const problem = await screen.findByTestId("problem");
    expect(problem.textContent).toContain("Ổ đĩa đã đầy.");
    expect(problem.textContent).toContain("Xóa bớt tệp rồi thử lại.");
  });
});
