/** The document editor: what is typed, when it is saved, what the page shows. */
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PageFeed } from "../src/editor/pageFeed";
import { SAVE_AFTER_MS } from "../src/editor/useEditor";
import type { Pages } from "../src/host";
import { LineField } from "../src/parts/fields";
import { openDraft, requests } from "./window";

function type(testId: string, value: string): void {
  const field = screen.getByTestId(testId);
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value } });
}

describe("fields of a document", () => {
  it("are saved once, a moment after typing stops", async () => {
    const host = await openDraft();
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      type("field-achievement", "đã có");
      await act(() => vi.advanceTimersByTimeAsync(SAVE_AFTER_MS - 200));
      type("field-achievement", "đã có thành tích");
      await act(() => vi.advanceTimersByTimeAsync(SAVE_AFTER_MS - 200));
      expect(requests(host, "set_field")).toHaveLength(0);
      await act(() => vi.advanceTimersByTimeAsync(400));
      expect(requests(host, "set_field")).toEqual([
        expect.objectContaining({ key: "achievement", value: "đã có thành tích" }),
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("are saved at once when left", async () => {
    const host = await openDraft();
    type("field-achievement", "nội dung khác");
    fireEvent.blur(screen.getByTestId("field-achievement"));
    await waitFor(() => expect(requests(host, "set_field")).toHaveLength(1));
    expect(screen.getByTestId<HTMLTextAreaElement>("field-achievement").value).toBe("nội dung khác");
  });

  it("say that they were typed over the template, and go back to it", async () => {
    const host = await openDraft();
    expect(screen.queryByTestId("revert-achievement")).toBeNull();
    const before = screen.getByTestId<HTMLTextAreaElement>("field-achievement").value;
    type("field-achievement", "nội dung khác");
    fireEvent.blur(screen.getByTestId("field-achievement"));
    fireEvent.click(await screen.findByTestId("revert-achievement"));
    await waitFor(() =>
      expect(requests(host, "set_field").at(-1)).toMatchObject({ key: "achievement", value: null }),
    );
    await waitFor(() =>
      expect(screen.getByTestId<HTMLTextAreaElement>("field-achievement").value).toBe(before),
    );
    expect(screen.queryByTestId("revert-achievement")).toBeNull();
  });

  it("that are seldom needed stay folded, and a choice is saved at once", async () => {
    const host = await openDraft();
    expect(screen.queryByTestId("field-urgency")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: /Dấu chỉ, trình bày/ }));
    fireEvent.click(await screen.findByTestId("field-urgency"));
    fireEvent.click(await screen.findByRole("option", { name: "Hỏa tốc" }));
    await waitFor(() =>
      expect(requests(host, "set_field")).toEqual([
        expect.objectContaining({ key: "urgency", value: "express" }),
      ]),
    );
  });

  it("bring their words on the page into sight when they get the focus", async () => {
    const host = await openDraft();
    const scrolled = vi.spyOn(Element.prototype, "scrollTo").mockImplementation(() => undefined);
    try {
      fireEvent.focus(screen.getByTestId("field-achievement"));
      await waitFor(() => expect(requests(host, "find_field")).toHaveLength(1));
      expect(scrolled).not.toHaveBeenCalled();
      fireEvent.focus(screen.getByTestId("field-signatory"));
      await waitFor(() => expect(scrolled).toHaveBeenCalled());
      const [to] = scrolled.mock.calls[0] as unknown as [{ top: number }];
      expect(to.top).toBeGreaterThan(200);
    } finally {
      scrolled.mockRestore();
    }
  });

  it("show in the preview before they are saved", async () => {
    const host = await openDraft();
    type("field-signatory", "Lê Thị Hạnh");
    await waitFor(() =>
      expect(requests(host, "preview").at(-1)).toMatchObject({ values: { signatory: "Lê Thị Hạnh" } }),
    );
    expect(requests(host, "set_field")).toHaveLength(0);
  });

  it("take a date as it is typed and complain only when left", async () => {
    const host = await openDraft();
    type("field-date", "5/12/");
    expect(screen.queryByText(/Ngày chưa đúng/)).toBeNull();
    fireEvent.blur(screen.getByTestId("field-date"));
    expect(await screen.findByText(/Ngày chưa đúng/)).toBeTruthy();
    type("field-date", "5/12/2025");
    fireEvent.blur(screen.getByTestId("field-date"));
    await waitFor(() =>
      expect(requests(host, "set_field").at(-1)).toMatchObject({ key: "date", value: "2025-12-05" }),
    );
  });

  it("keep entries when they are moved and taken out", async () => {
    const host = await openDraft();
    const [down] = screen.getAllByRole("button", { name: "Đưa xuống" });
    fireEvent.click(down!);
    const first = screen.getByTestId<HTMLTextAreaElement>("field-citations");
    expect(first.value).toContain("152/2025");
    await waitFor(() => {
      const values = (requests(host, "preview").at(-1) as { values: Record<string, string> }).values;
      expect(values["citations"]?.split("\n")[1]).toContain("Luật Thi đua");
    });
  });
});

describe("a field", () => {
  it("is not rewritten from outside while it has the focus", () => {
    const { rerender } = render(<LineField label="x" value="một" testId="x" />);
    const input = screen.getByTestId<HTMLInputElement>("x");
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: "mộtt" } });
    rerender(<LineField label="x" value="hai" testId="x" />);
    expect(input.value).toBe("mộtt");
  });

  it("takes the value from outside when nobody types", () => {
    const { rerender } = render(<LineField label="x" value="một" testId="x" />);
    rerender(<LineField label="x" value="hai" testId="x" />);
    expect(screen.getByTestId<HTMLInputElement>("x").value).toBe("hai");
  });

  it("is not done by an Enter that ends a syllable", () => {
    const done = vi.fn();
    render(<LineField label="x" value="" testId="x" onDone={done} />);
    const input = screen.getByTestId("x");
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: "tiê" } });
    fireEvent.keyDown(input, { key: "Enter", isComposing: true });
    fireEvent.keyDown(input, { key: "Enter", keyCode: 229 });
    expect(done).not.toHaveBeenCalled();
    fireEvent.keyDown(input, { key: "Enter" });
    expect(done).toHaveBeenCalledExactlyOnceWith("tiê");
  });
});

describe("pages that follow typing", () => {
  const pages = (text: string): Pages => ({ total: 1, from: 0, svg: [text], findings: [] });
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("drop an answer to an older question and ask for the newest", async () => {
    const feed = new PageFeed();
    let answerOld: (answer: Pages) => void = () => undefined;
    feed.change(() => new Promise((resolve) => (answerOld = resolve)), 60);
    await vi.advanceTimersByTimeAsync(60);
    const second = vi.fn(() => Promise.resolve(pages("second")));
    const third = vi.fn(() => Promise.resolve(pages("third")));
    feed.change(second, 60);
    feed.change(third, 60);
    answerOld(pages("old"));
    await vi.advanceTimersByTimeAsync(10);
    expect(feed.state().svg).toEqual(["third"]);
    expect(second).not.toHaveBeenCalled();
    expect(third).toHaveBeenCalledTimes(1);
  });

  it("ask once for a burst of keys", async () => {
    const feed = new PageFeed();
    const ask = vi.fn(() => Promise.resolve(pages("x")));
    for (let key = 0; key < 5; key += 1) {
      feed.change(ask, 60);
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(60);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("ask only for pages in sight", async () => {
    const feed = new PageFeed();
    const ask = vi.fn((from: number, count: number) =>
      Promise.resolve({ total: 40, from, svg: Array.from({ length: count }, () => "x"), findings: [] }),
    );
    feed.want(20, 21);
    feed.change(ask, 0);
    await vi.advanceTimersByTimeAsync(1);
    expect(ask.mock.calls[0]).toEqual([20, 2]);
  });
});
