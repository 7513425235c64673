/** What the desktop does around the page: files handed over, and no habits of a browser. */
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { sampleArchive } from "../src/host/fake/archive";
import { openDraft, openWindow, requests } from "./window";

describe("a file that the program was given", () => {
  it("opens as an import when it is a list, at the start and while the window is open", async () => {
    const host = openWindow("");
    await screen.findByTestId("nav-home");
    host.given.push("C:\\Users\\can-bo\\Downloads\\de-nghi.xlsx");
    window.dispatchEvent(new Event("files-given"));
    await screen.findByTestId("import-counts");
    expect(requests(host, "preview_import")).toMatchObject([
      { path: "C:\\Users\\can-bo\\Downloads\\de-nghi.xlsx", sheet: null },
    ]);
    expect(requests(host, "import")).toHaveLength(0);
  });

  it("is named when the program cannot open it", async () => {
    const host = openWindow("");
    host.given.push("C:\\Users\\can-bo\\ảnh.jpg");
    await screen.findByTestId("nav-home");
    expect(await screen.findByText(/ảnh\.jpg/)).toBeTruthy();
    expect(host.given).toHaveLength(0);
  });

  it("is looked into at the first start when it is an archive, and only named when there is one already", async () => {
    const file = "E:\\kho 2025.bangvang";
    const fresh = openWindow("", "empty");
    fresh.given.push(file);
    await screen.findByTestId("first-start");
    await waitFor(() => expect(requests(fresh, "look_into_folder")).toEqual([{ path: file }]));
    expect(requests(fresh, "import_all")).toHaveLength(0);
    cleanup();
    const host = openWindow("");
    host.given.push(file);
    await screen.findByTestId("nav-home");
    expect(await screen.findByText(/kho 2025\.bangvang/)).toBeTruthy();
    expect(requests(host, "look_into_folder")).toHaveLength(0);
  });

  it("waits while the window is locked", async () => {
    const host = openWindow("");
    await screen.findByTestId("nav-home");
    host.password = "mật khẩu";
    fireEvent.keyDown(document.body, { key: "l", ctrlKey: true });
    await screen.findByTestId("lock-screen");
    host.given.push("C:\\de-nghi.xlsx");
    window.dispatchEvent(new Event("files-given"));
    fireEvent.change(screen.getByTestId("unlock-password"), { target: { value: "mật khẩu" } });
    expect(host.given).toHaveLength(1);
    fireEvent.click(screen.getByTestId("unlock"));
    await waitFor(() => expect(host.given).toHaveLength(0));
    await screen.findByTestId("import-counts");
  });
});

describe("printing", () => {
  it("goes to the printer that is chosen, with copies and pages", async () => {
    const host = await openDraft();
    fireEvent.keyDown(document.body, { key: "p", ctrlKey: true });
    await screen.findByTestId("printer");
    fireEvent.change(screen.getByTestId("print-copies"), { target: { value: "3" } });
    fireEvent.change(screen.getByTestId("print-pages"), { target: { value: "1-2" } });
    fireEvent.click(screen.getByTestId("dialog-submit"));
    await waitFor(() => expect(screen.queryByTestId("print-dialog")).toBeNull());
    expect(requests(host, "print")).toEqual([
      {
        id: host.archive.documents[0]?.id,
        certificates: false,
        printer: "HP LaserJet M404 phòng Văn thư",
        copies: 3,
        pages: "1-2",
      },
    ]);
    expect(await screen.findByText(/HP LaserJet/)).toBeTruthy();
    expect(requests(host, "export")).toHaveLength(0);
  });

  it("offers the PDF where there is no printer", async () => {
    const archive = sampleArchive(false);
    archive.printers = [];
    const host = await openDraft(archive);
    fireEvent.click(screen.getByTestId("print"));
    fireEvent.click(await screen.findByTestId("print-export"));
    await waitFor(() => expect(requests(host, "export")).toHaveLength(1));
    await waitFor(() => expect(host.opened).toHaveLength(1));
    expect(requests(host, "print")).toHaveLength(0);
  });
});

describe("the web view", () => {
  /** True when the page kept the browser from it. */
  const kept = (event: Event, at: Element = document.body): boolean => !at.dispatchEvent(event);
  const key = (init: KeyboardEventInit): Event =>
    new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  const mouse = (type: string): Event => new MouseEvent(type, { bubbles: true, cancelable: true });

  it("does not reload, find, print, zoom or save by itself, before there is an archive either", async () => {
    for (const archive of ["sample", "empty"] as const) {
      openWindow("", archive);
      await screen.findByTestId(archive === "sample" ? "nav-home" : "first-start");
      for (const init of [
        { key: "F5" },
        { key: "r", ctrlKey: true },
        { key: "R", ctrlKey: true, shiftKey: true },
        { key: "f", ctrlKey: true },
        { key: "F3" },
        { key: "g", ctrlKey: true },
        { key: "p", ctrlKey: true },
        { key: "s", ctrlKey: true },
        { key: "+", ctrlKey: true },
        { key: "-", ctrlKey: true },
        { key: "0", ctrlKey: true },
        { key: "u", ctrlKey: true },
      ]) {
        expect(kept(key(init)), `${archive} ${JSON.stringify(init)}`).toBe(true);
      }
      const wheel = new WheelEvent("wheel", { bubbles: true, cancelable: true, ctrlKey: true });
      expect(kept(wheel)).toBe(true);
      cleanup();
    }
  });

  it("keeps editing keys and the menu of a text field, and has no other menu", async () => {
    openWindow("");
    const field = await screen.findByTestId("search-input");
    for (const letter of ["c", "v", "x", "a", "z"])
      expect(kept(key({ key: letter, ctrlKey: true }), field), letter).toBe(false);
    expect(kept(mouse("contextmenu"), field)).toBe(false);
    expect(kept(mouse("contextmenu"), screen.getByTestId("nav-home"))).toBe(true);
    expect(kept(mouse("drop"))).toBe(true);
  });
});
