/** Honorees and units over the years: suggestions are compared and merged by keyboard, settled, taken apart. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openWindow, requests } from "./window";

describe("duplicates", () => {
  it("are compared side by side and merged into the record that is chosen, by keyboard", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/duplicates");
    const row = await screen.findByTestId("duplicate-row");
    expect(within(row).getByText("cùng đơn vị")).toBeTruthy();
    await user.click(row);
    await user.keyboard("{Enter}");
    const dialog = await screen.findByTestId("merge-dialog");
    const [first, second] = await within(dialog).findAllByTestId(/^stays-/);
    expect(first && second).toBeTruthy();
    const other = second?.dataset["testid"]?.replace("stays-", "") ?? "";
    await user.click(second as HTMLElement);
    await user.click(within(dialog).getByTestId("dialog-submit"));
    await waitFor(() => expect(requests(host, "merge")).toHaveLength(1));
    const [merge] = requests(host, "merge") as {
      into: string;
      merged: string[];
      honoree: { name: string };
    }[];
    expect(merge?.into).toBe(other);
    expect(merge?.merged).toHaveLength(1);
    expect(merge?.merged).not.toContain(other);
    expect(merge?.honoree.name).not.toBe("");
    expect(await screen.findByText("Không thấy hồ sơ nào có thể trùng.")).toBeTruthy();
  });

  it("are settled with Delete, and never merged by that", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/duplicates");
    await user.click(await screen.findByTestId("duplicate-row"));
    await user.keyboard("{Delete}");
    await waitFor(() => expect(requests(host, "set_different")).toHaveLength(1));
    expect(requests(host, "merge")).toHaveLength(0);
    expect(await screen.findByText("Không thấy hồ sơ nào có thể trùng.")).toBeTruthy();
  });

  it("stand on the honoree's page, and what was merged is taken apart there", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/duplicates");
    await user.click(await screen.findByTestId("merge-pair"));
    const dialog = await screen.findByTestId("merge-dialog");
    const stays = await within(dialog).findAllByTestId(/^stays-/);
    const id = stays[0]?.dataset["testid"]?.replace("stays-", "") ?? "";
    await user.click(stays[0] as HTMLElement);
    await user.click(within(dialog).getByTestId("dialog-submit"));
    await waitFor(() => expect(requests(host, "merge")).toHaveLength(1));
    window.location.hash = `#/honorees/${id}`;
    await user.click(await screen.findByTestId("split"));
    const split = await screen.findByTestId("unmerge-dialog");
    await within(split).findByText(/^Trả lại [0-9]/);
    await user.click(within(split).getByTestId("dialog-submit"));
    await waitFor(() => expect(requests(host, "unmerge")).toHaveLength(1));
    expect(requests(host, "unmerge")[0]).toMatchObject({ also: [], different: true });
  });
});

describe("units", () => {
  it("are added from the texts of records, and one text is put into another unit", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/units?show=unknown");
    const [first, second] = await screen.findAllByTestId("unit-text");
    expect(first && second).toBeTruthy();
    await user.click(within(first as HTMLElement).getByText("Đưa vào…"));
    await user.click(within(await screen.findByTestId("put-dialog")).getByTestId("dialog-submit"));
    await waitFor(() => expect(requests(host, "new_unit")).toHaveLength(1));
    await waitFor(() => expect(screen.queryByTestId("put-dialog")).toBeNull());
    const next = await screen.findAllByTestId("unit-text");
    await user.click(within(next[0] as HTMLElement).getByText("Đưa vào…"));
    const dialog = await screen.findByTestId("put-dialog");
    await user.click(within(dialog).getByTestId("put-into"));
    expect(within(dialog).getByTestId<HTMLButtonElement>("dialog-submit").disabled).toBe(true);
    await user.click(within(dialog).getByTestId("put-unit"));
    await user.click(await screen.findByRole("option"));
    await user.click(within(dialog).getByTestId("dialog-submit"));
    await waitFor(() => expect(requests(host, "put_unit_text")).toHaveLength(1));
  });

  it("offer their present names while a unit is typed, and write nothing by themselves", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/units");
    await user.click(await screen.findByTestId("new-unit"));
    await user.type(await screen.findByTestId("unit-name"), "Phòng Hộ tịch");
    await user.click(screen.getByTestId("dialog-submit"));
    await waitFor(() => expect(requests(host, "new_unit")).toHaveLength(1));
    window.location.hash = "#/duplicates";
    const pair = await screen.findByTestId("duplicate-row");
    await user.click(pair.querySelector("a") as HTMLElement);
    await user.click(await screen.findByText("Sửa thông tin"));
    const unit = await screen.findByTestId("honoree-unit");
    await user.clear(unit);
    await user.type(unit, "hộ tị");
    const offer = await screen.findByRole("button", { name: "Phòng Hộ tịch" });
    expect((unit as HTMLInputElement).value).toBe("hộ tị");
    await user.click(offer);
    await waitFor(() => expect((unit as HTMLInputElement).value).toBe("Phòng Hộ tịch"));
  });
});
