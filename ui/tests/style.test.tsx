/** The form of papers in Settings: typed with a comma, kept in the decree's ranges, saved when left. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { parseDecimal } from "../src/lib/numbers";
import { openWindow, requests } from "./window";

const value = (testId: string): string => screen.getByTestId<HTMLInputElement>(testId).value;

function type(testId: string, text: string): void {
  const field = screen.getByTestId(testId);
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: text } });
}

const leave = (testId: string): boolean => fireEvent.blur(screen.getByTestId(testId));

async function openForm(): Promise<ReturnType<typeof openWindow>> {
  const host = openWindow("#/settings");
  await screen.findByTestId("style-indent", {}, { timeout: 10_000 });
  return host;
}

describe("numbers", () => {
  it.each([
    ["13", 13],
    ["12,7", 12.7],
    ["12.7", 12.7],
    [" 1,15 ", 1.15],
  ])("reads %j", (typed, number) => expect(parseDecimal(typed)).toBe(number));

  it.each(["", "mười", "-1", "1.234,5", "1e3", "13pt", "1,", "99999"])("does not take %j", (typed) =>
    expect(parseDecimal(typed)).toBeNull(),
  );
});

describe("the form of papers", { timeout: 60_000 }, () => {
  it("shows measures with a comma in Vietnamese and with a point in English", async () => {
    const host = await openForm();
    expect(value("style-indent")).toBe("12,7");
    expect(screen.getByText("10 hoặc 12,7 mm")).toBeTruthy();
    await host.call("set_setting", { name: "language", value: "en" });
    fireEvent.click(await screen.findByTestId("language-switch"));
    await waitFor(() => expect(value("style-indent")).toBe("12.7"));
  });

  it("saves a measure when its field is left, and takes either sign for the fraction", async () => {
    const host = await openForm();
    type("style-body_size", "13,5");
    expect(requests(host, "save_style")).toEqual([]);
    leave("style-body_size");
    await waitFor(() => expect(requests(host, "save_style")).toHaveLength(1));
    type("style-line_spacing", "1.25");
    leave("style-line_spacing");
    await waitFor(() =>
      expect(requests(host, "save_style")).toEqual([
        { reset: false, set: { body_size: 13.5 }, serif: null },
        { reset: false, set: { line_spacing: 1.25 }, serif: null },
      ]),
    );
    expect(await screen.findByText(/mẫu: 1,1/)).toBeTruthy();
  });

  it.each([
    ["style-margin_left", "36", "Phụ lục I, Phần I, Mục I, khoản 3"],
    ["style-indent", "11", "Phụ lục I, Phần I, Mục II, khoản 6, điểm e"],
    ["style-body_size", "to", "Phụ lục I, Phần I, Mục II, khoản 6, điểm e"],
  ])("does not save %s as %s and says the range and the article", async (testId, wrong, article) => {
    const host = await openForm();
    type(testId, wrong);
    leave(testId);
    const message = await screen.findByText(/Nghị định 30\/2020\/NĐ-CP cho phép/);
    expect(message.textContent).toContain(article);
    expect(value(testId)).toBe(wrong);
    expect(requests(host, "save_style")).toEqual([]);
  });

  it("shows what is typed on the sample paper before it is saved, and only what is allowed", async () => {
    const host = await openForm();
    const asked = (): unknown => (requests(host, "preview_style").at(-1) as { set: unknown }).set;
    type("style-margin_left", "33");
    await waitFor(() => expect(asked()).toEqual({ margin_left: 33 }));
    type("style-margin_left", "330");
    await waitFor(() => expect(asked()).toEqual({}));
    expect(requests(host, "save_style")).toEqual([]);
  });

  it("goes back to the decree's sample, and back again by undo", async () => {
    const host = await openForm();
    expect(screen.getByTestId<HTMLButtonElement>("style-reset").disabled).toBe(true);
    type("style-margin_left", "35");
    leave("style-margin_left");
    await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>("style-reset").disabled).toBe(false));
    fireEvent.click(screen.getByTestId("style-reset"));
    await waitFor(() => expect(value("style-margin_left")).toBe("30"));
    expect(requests(host, "save_style").at(-1)).toEqual({ reset: true, set: {}, serif: null });
    fireEvent.click(screen.getByTestId("undo"));
    await waitFor(() => expect(value("style-margin_left")).toBe("35"));
  });

  it("says which serif is in use and why, and lets the officer choose", async () => {
    const host = await openForm();
    expect(screen.getByTestId("serif-in-use").textContent).toBe(
      "Phông chữ đang dùng: Liberation Serif. Máy này không có đủ bốn kiểu chữ của phông Times New Roman.",
    );
    fireEvent.click(screen.getByRole("radio", { name: /Liberation Serif/ }));
    await waitFor(() =>
      expect(requests(host, "save_style")).toEqual([{ reset: false, set: {}, serif: "liberation" }]),
    );
    await waitFor(() =>
      expect(screen.getByTestId("serif-in-use").textContent.trim()).toBe(
        "Phông chữ đang dùng: Liberation Serif.",
      ),
    );
  });
});
