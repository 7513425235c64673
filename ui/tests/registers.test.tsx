/** The lock, the question before an issue that is out is undone, identity numbers, the register. */
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "../src/app/App";
import { newQueryClient } from "../src/app/data";
import { askLock, lockNow } from "../src/app/lock";
import { asProblem, replaceHost } from "../src/host";
import { FakeHost } from "../src/host/fake";
import { isUsualIdentity } from "../src/parts/IdentityField";

let fake: FakeHost;

beforeEach(() => {
  fake = FakeHost.fromAddress("?fake=sample");
  replaceHost(fake);
  window.location.hash = "";
});
afterEach(async () => {
  fake.locked = false;
  await act(() => askLock());
});

const open = async (): Promise<void> => {
  render(<App client={newQueryClient()} />);
  await screen.findByTestId("nav-home");
};

test("a window with a password starts locked and asks nothing before", async () => {
  fake.password = "đúng";
  fake.locked = true;
  render(<App client={newQueryClient()} />);
  await screen.findByTestId("lock-screen");
  expect(fake.calls).toEqual([]);
  fireEvent.change(screen.getByTestId("unlock-password"), { target: { value: "sai" } });
  fireEvent.click(screen.getByTestId("unlock"));
  expect((await screen.findByTestId("problem")).textContent).toContain("Mật khẩu không đúng");
  fireEvent.change(screen.getByTestId("unlock-password"), { target: { value: "đúng" } });
  fireEvent.click(screen.getByTestId("unlock"));
  await screen.findByTestId("nav-home");
  expect(screen.queryByTestId("lock-screen")).toBeNull();
});

test("Ctrl+L covers the window; what is behind is out of reach and still there", async () => {
  fake.password = "đúng";
  await open();
  fireEvent.keyDown(window, { key: "l", ctrlKey: true });
  await screen.findByTestId("lock-screen");
  const behind = screen.getByTestId("nav-home").closest("body > *");
  expect((behind as HTMLElement).inert).toBe(true);
  expect(document.documentElement.dataset["locked"]).toBe("true");
  fireEvent.change(screen.getByTestId("unlock-password"), { target: { value: "đúng" } });
  fireEvent.click(screen.getByTestId("unlock"));
  await waitFor(() => expect(screen.queryByTestId("lock-screen")).toBeNull());
  expect((behind as HTMLElement).inert).toBe(false);
});

test("Ctrl+L without a password says where to set one", async () => {
  await open();
  fireEvent.keyDown(window, { key: "l", ctrlKey: true });
  expect((await screen.findByTestId("problem")).textContent).toContain("Chưa đặt mật khẩu");
});

test("the window locks after idle minutes, and not while it is used", async () => {
  fake.password = "đúng";
  fake.minutes = 5;
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    await open();
    await act(() => vi.advanceTimersByTimeAsync(4 * 60_000));
    fireEvent.pointerMove(window);
    await act(() => vi.advanceTimersByTimeAsync(4 * 60_000));
    expect(screen.queryByTestId("lock-screen")).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(2 * 60_000));
    expect(screen.queryByTestId("lock-screen")).not.toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("what was typed into a document is saved before the window locks", async () => {
  fake.password = "đúng";
  const made = (await fake.call("draft", {
    template: "decision-commendation",
    round: "round-1",
    conference: null,
    document: null,
    set: {},
  })) as { id: string };
  window.location.hash = `#/documents/${made.id}`;
  await open();
  const field = await screen.findByTestId("field-achievement");
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: "Về việc khen thưởng đột xuất" } });
  await act(() => lockNow());
  const saved = fake.calls.find((call) => call.name === "set_field");
  expect(saved?.request).toMatchObject({ key: "achievement", value: "Về việc khen thưởng đột xuất" });
  expect((field as HTMLInputElement).value).toBe("Về việc khen thưởng đột xuất");
});

test("undoing an issue that is out asks first", async () => {
  await open();
  await fake.call("new_round", { name: "Đợt mới", year: 2026 });
  const real = fake.call.bind(fake);
  const asked: unknown[] = [];
  fake.call = (name, request) => {
    if (name !== "undo") return real(name, request);
    asked.push(request);
    if ((request as { asked: boolean }).asked) return real(name, request);
    return Promise.reject(asProblem({ code: "issued-and-out", message: "Văn bản đã được xuất ra." }));
  };
  fireEvent.keyDown(window, { key: "F5" });
  await waitFor(() =>
    expect(screen.getAllByTestId("undo")[0]?.getAttribute("aria-disabled")).not.toBe("true"),
  );
  fireEvent.click(screen.getAllByTestId("undo")[0] as HTMLElement);
  fireEvent.click(await screen.findByText("Vẫn hoàn tác"));
  await waitFor(() => expect(asked).toEqual([{ asked: false }, { asked: true }]));
});

test("usual identity numbers have 9 or 12 digits", () => {
  for (const text of ["079123456123", "079 123 456 123", "300.123.456"])
    expect(isUsualIdentity(text)).toBe(true);
  for (const text of ["", "12345", "07912345612", "07912345612x"]) expect(isUsualIdentity(text)).toBe(false);
});
