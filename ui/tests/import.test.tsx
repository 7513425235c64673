/** The import screen: counts that add up, nothing written before it is said. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openWindow, requests } from "./window";

describe("importing a list", () => {
  it("shows the counts, writes only on Import, and tells what became of every row", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/import?round=round-2");
    await user.click(await screen.findByTestId("choose-workbook"));
    const counts = await screen.findByTestId("import-counts");
    expect(counts.textContent).toBe("30 dòng = 28 mới + 0 đã biết + 1 lặp + 1 cần hỏi");
    expect(requests(host, "import")).toHaveLength(0);

    await user.click(screen.getByTestId("import-commit"));
    await waitFor(() =>
      expect(screen.getByTestId("import-counts").textContent).toBe(
        "30 dòng = 28 đã thêm + 1 bỏ qua + 1 chưa nhận",
      ),
    );
    const numbers = screen.getByTestId("import-counts").textContent.match(/\d+/g)?.map(Number) ?? [];
    expect(numbers[0]).toBe(numbers.slice(1).reduce((sum, part) => sum + part, 0));
    expect(screen.getByText(/Không hiểu “Khen cao”/)).toBeTruthy();
  });

  it("asks for a name when the round is new, and reads again when a column is corrected", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/import");
    await user.click(await screen.findByTestId("choose-workbook"));
    const name = await screen.findByTestId<HTMLInputElement>("import-name");
    // The list's own year words the name once the workbook is read.
    await waitFor(() => expect(name.value).not.toBe(""));
    await user.clear(name);
    expect(screen.getByTestId<HTMLButtonElement>("import-commit").disabled).toBe(true);
    await user.type(name, "Tổng kết năm 2025");
    await user.click(screen.getByTestId("meaning-1"));
    await user.click(await screen.findByRole("option", { name: "Không dùng" }));
    await waitFor(() =>
      expect(requests(host, "preview_import").at(-1)).toMatchObject({ columns: { 1: "other" } }),
    );
    await waitFor(() => expect(screen.getByTestId("import-counts").textContent).toContain("30 cần hỏi"));
  });

  it("does nothing when the dialog is cancelled", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/import");
    host.workbookPath = null;
    await user.click(await screen.findByTestId("choose-workbook"));
    expect(requests(host, "preview_import")).toHaveLength(0);
  });
});
