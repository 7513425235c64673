/** Work that takes longer than a moment: what is told of it, and how it is stopped. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openDraft, requests } from "./window";

describe("long work", () => {
  it("says what it does and how far it is, and stops calmly", async () => {
    const host = await openDraft();
    const button = await screen.findByTestId("export-pdf");
    let finish = (): void => undefined;
    host.busy = new Promise((done) => (finish = done));
    host.told = { stage: "writing", done: 3, total: 10 };
    fireEvent.click(button);
    const panel = await screen.findByTestId("long-work", {}, { timeout: 3000 });
    expect(panel.textContent).toContain("Đang ghi PDF");
    expect(panel.textContent).toContain("30 %");
    fireEvent.click(screen.getByTestId("stop-work"));
    await waitFor(() => expect(host.stopped).toBe(true));
    finish();
    const said = await screen.findByTestId("problem");
    expect(said.textContent).toContain("Đã dừng theo yêu cầu");
    await waitFor(() => expect(screen.queryByTestId("long-work")).toBeNull());
    expect(requests(host, "export")).toHaveLength(1);
  });
});
