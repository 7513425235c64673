/** Backups and recovery: what each backup holds is said before going back, and every state has its choices. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { emptyArchive, sampleArchive } from "../src/host/fake/archive";
import { problem } from "../src/host/fake/people";
import { catalogues } from "../src/texts";
import { openWindow, openWindowOn, requests } from "./window";

describe("backups", () => {
  it("stand in the status bar, with an absent folder said calmly", async () => {
    const archive = sampleArchive(false);
    archive.keeping.standing.folder = "E:\\Sao luu";
    archive.keeping.standing.folderProblem = problem("backup-folder-absent", "Chưa thấy thư mục sao lưu.");
    openWindowOn(archive);
    const note = await screen.findByTestId("backup-note");
    expect(note.textContent).toBe("Sao lưu gần nhất 23/11/2026 17:41 · chưa thấy thư mục sao lưu");
  });

  it("are told while one is made beside the work, and when it could not be made", async () => {
    const archive = sampleArchive(false);
    archive.keeping.standing.making = true;
    openWindowOn(archive);
    const note = await screen.findByTestId("backup-note");
    expect(note.textContent).toBe("Đang sao lưu…");
    archive.keeping.standing.making = false;
    archive.keeping.standing.problem = problem("backup-failed", "Ổ đĩa đã đầy.");
    const end = "Sao lưu gần nhất 23/11/2026 17:41 · chưa sao lưu được trước việc vừa làm";
    await waitFor(() => expect(note.textContent, "asked again by itself").toBe(end), { timeout: 5000 });
  });

  it("say what they hold before one is gone back to, and offer no spoilt one", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/settings");
    const rows = await screen.findAllByTestId("backup-row");
    expect(rows).toHaveLength(2);
    expect(within(rows[1]!).queryByTestId("restore-backup")).toBeNull();
    expect(rows[1]!.textContent).toContain("tệp bị cắt ngắn");
    await user.click(within(rows[0]!).getByTestId("restore-backup"));
    const dialog = await screen.findByTestId("restore-dialog");
    expect(dialog.textContent).toContain(
      "37 văn bản, 812 đối tượng, 2.143 khen thưởng, 6 hội nghị, 190 tệp.",
    );
    expect(requests(host, "restore")).toEqual([]);
    await user.click(within(dialog).getByTestId("dialog-submit"));
    await waitFor(() => expect(requests(host, "restore")).toHaveLength(1));
    expect(requests(host, "restore")[0]).toEqual({ name: "archive-20261123-174100-j42.db", path: null });
  });

  it("go to a folder of the officer's choice", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/settings");
    await user.click(await screen.findByTestId("choose-backup-folder"));
    await waitFor(() => expect(screen.getByTestId("backup-folder").textContent).toContain("E:\\Sao luu"));
    await user.click(screen.getByTestId("back-up"));
    await waitFor(() => expect(requests(host, "back_up")).toHaveLength(1));
  });

  it("bring missing files back from the result of a check", async () => {
    const user = userEvent.setup();
    const archive = sampleArchive(false);
    archive.keeping.missing = ["đã ký.pdf"];
    const host = openWindowOn(archive, "#/settings");
    await user.click(await screen.findByTestId("check-archive"));
    await user.click(await screen.findByTestId("mend-files"));
    await waitFor(() => expect(screen.queryByTestId("mend-files")).toBeNull());
    expect(requests(host, "mend_files")).toEqual([{ path: null }]);
    expect(requests(host, "check")).toHaveLength(2);
  });

  it("can be gone back to on a new PC, before any question is answered", async () => {
    const user = userEvent.setup();
    const host = openWindow("", "empty");
    await user.click(await screen.findByTestId("first-restore"));
    expect(requests(host, "backups")).toEqual([]);
    await user.click(await screen.findByTestId("backups-elsewhere"));
    await waitFor(() => expect(requests(host, "backups")).toEqual([{ path: "E:\\Sao luu Bang Vang" }]));
    await user.click((await screen.findAllByTestId("restore-backup"))[0]!);
    await user.click(await screen.findByTestId("dialog-submit"));
    await waitFor(() => expect(requests(host, "restore")).toHaveLength(1));
    expect(requests(host, "restore")[0]).toMatchObject({ path: "E:\\Sao luu Bang Vang" });
  });
});

describe("an archive that does not open", () => {
  it("shows its state and only the choices of that state", async () => {
    const user = userEvent.setup();
    const archive = sampleArchive(false);
    archive.keeping.state = "locked";
    openWindowOn(archive);
    const page = await screen.findByTestId("recovery");
    expect(page.textContent).toContain(catalogues.vi.backups.states.locked.title);
    expect(within(page).queryByTestId("recovery-restore")).toBeNull();
    await user.click(within(page).getByTestId("recovery-try_again"));
    expect(await screen.findByTestId("nav-home")).toBeTruthy();
  });

  it("that is damaged is restored, and the window is there again", async () => {
    const user = userEvent.setup();
    const archive = sampleArchive(false);
    archive.keeping.state = "damaged";
    const host = openWindowOn(archive);
    await user.click(await screen.findByTestId("recovery-restore"));
    expect((await screen.findByTestId("restore-dialog")).textContent).toContain("37 văn bản");
    await user.click(screen.getByTestId("dialog-submit"));
    expect(await screen.findByTestId("nav-home")).toBeTruthy();
    expect(requests(host, "restore")).toHaveLength(1);
  });

  it("says how much could be read out of it", async () => {
    const user = userEvent.setup();
    const archive = sampleArchive(false);
    archive.keeping.state = "damaged";
    openWindowOn(archive);
    await user.click(await screen.findByTestId("recovery-read_out"));
    const said = await screen.findByTestId("readable");
    expect(said.textContent).toContain("honoree.jsonl: 800 dòng, có phần không đọc được");
  });

  it("is met when a command finds damage while the window is open", async () => {
    const user = userEvent.setup();
    const host = openWindow("#/settings");
    const check = await screen.findByTestId("check-archive");
    host.archive.keeping.state = "damaged";
    await user.click(check);
    expect((await screen.findByTestId("recovery")).dataset["state"]).toBe("damaged");
  });

  it("asks before it begins with an empty one", async () => {
    const user = userEvent.setup();
    const archive = emptyArchive(true);
    archive.keeping.state = "damaged";
    const host = openWindowOn(archive);
    await user.click(await screen.findByTestId("recovery-start_anew"));
    expect(requests(host, "start_anew")).toEqual([]);
    expect((await screen.findByTestId("start-anew-dialog")).textContent).toContain("giữ lại");
    await user.click(screen.getByTestId("dialog-submit"));
    expect(await screen.findByTestId("nav-home")).toBeTruthy();
  });
});

describe("what was met while opening", () => {
  it("is said once, quietly", async () => {
    const archive = sampleArchive(false);
    archive.keeping.notices = [problem("unclean-end", "Lần trước chương trình chưa đóng đúng cách.")];
    openWindowOn(archive);
    expect((await screen.findByTestId("notice")).textContent).toContain("chưa đóng đúng cách");
  });
});
