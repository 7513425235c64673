/**
 * A host in memory, for tests and for the development page without a backend. Never part of a build.
 *
 * `?fake=empty` starts without an agency, `?fake=bare` with an agency and nothing else, `?fake=big` with ten
 * thousand honorees and nominations. Not here: law or layout; it only keeps the shapes that screens need.
 */
import type { Host, LockState, Progress, SetLock, Undone } from "..";
import { asProblem } from "../problem";
import { CHANGES, type Commands } from "../types";
import { commands } from "./commands";
import { closedCommands, problemOf } from "./keeping";
import { emptyArchive, sampleArchive, type FakeArchive } from "./archive";

export class FakeHost implements Host {
  archive: FakeArchive;
  /** Every command that was called, for tests. */
  readonly calls: { name: string; request: unknown }[] = [];
  /** What dialogs answer. */
  workbookPath: string | null = "C:\\Users\\can-bo\\Downloads\\de-nghi-khen-thuong-2025.xlsx";
  savePath: string | null = "C:\\Users\\can-bo\\Documents\\Quyết định tặng Giấy khen.pdf";
  folderPath: string | null = "E:\\Sao luu Bang Vang";
  readonly opened: string[] = [];
  /** Files that the program was given. */
  readonly given: string[] = [];
  /** Commands wait for it, and it is told how far they are: tests of long work. */
  busy: Promise<void> = Promise.resolve();
  told: Progress | null = null;
  stopped = false;
  /** The lock of the window, its password in plain sight: tests only. */
  password = "";
  locked = false;
  minutes = 0;
  #undo: { what: string; archive: FakeArchive }[] = [];
  #redo: { what: string; archive: FakeArchive }[] = [];

  constructor(archive: FakeArchive) {
    this.archive = archive;
  }

  static fromAddress(search: string): FakeHost {
    const asked = new URLSearchParams(search).get("fake") ?? "sample";
    const host = new FakeHost(
      asked === "empty"
        ? emptyArchive(false)
        : asked === "bare"
          ? emptyArchive(true)
          : sampleArchive(asked === "big"),
    );
    const params = new URLSearchParams(search);
    for (const name of ["language", "theme"]) {
      const value = params.get(name);
      if (value) host.archive.settings[name] = value;
    }
    return host;
  }

  async call(name: string, request: unknown): Promise<unknown> {
    this.calls.push({ name, request });
    await this.busy;
    if (this.locked) throw asProblem({ code: "locked", message: "Chương trình đang khóa." });
    if (this.stopped) {
      this.stopped = false;
      throw asProblem({ code: "stopped", message: "Đã dừng theo yêu cầu; chưa có gì được ghi." });
    }
    if (name === "undo") return this.#back("nothing-to-undo", this.#undo, this.#redo);
    if (name === "redo") return this.#back("nothing-to-redo", this.#redo, this.#undo);
    const state = this.archive.keeping.state;
    if (state !== null && !closedCommands.has(name)) throw asProblem(problemOf(state));
    const command = commands[name as keyof Commands] as
      ((archive: FakeArchive, request: unknown) => unknown) | undefined;
    if (!command) throw asProblem({ code: "unknown-command", message: name });
    const changes = CHANGES.has(name as keyof Commands);
    const before = changes ? structuredClone(this.archive) : this.archive;
    const response = structuredClone(command(this.archive, request));
    if (changes) {
      const what = this.archive.journal[0]?.action ?? name;
      this.#undo.push({ what, archive: before });
      this.#redo = [];
      this.archive.savedAt = "2026-11-23T09:41:00+07:00";
    }
    this.archive.undo = this.#undo.at(-1)?.what ?? null;
    this.archive.redo = this.#redo.at(-1)?.what ?? null;
    if (name === "status")
      return { ...(response as object), undo: this.archive.undo, redo: this.archive.redo };
    return response;
  }

  #back(
    none: string,
    from: { what: string; archive: FakeArchive }[],
    to: { what: string; archive: FakeArchive }[],
  ): Undone {
    const last = from.pop();
    if (!last) throw asProblem({ code: none, message: "" });
    to.push({ what: last.what, archive: this.archive });
    this.archive = last.archive;
    return { what: last.what };
  }

  takeGiven(): Promise<string[]> {
    return Promise.resolve(this.given.splice(0));
  }

  lockState(): Promise<LockState> {
    const { password, locked, minutes } = this;
    return Promise.resolve({ hasPassword: password !== "", locked, minutes, waitSeconds: 0 });
  }

  lock(): Promise<LockState> {
    if (this.password === "")
      return Promise.reject(asProblem({ code: "no-lock-password", message: "Chưa đặt mật khẩu khóa." }));
    this.locked = true;
    return this.lockState();
  }

  unlock(password: string): Promise<LockState> {
    if (password !== this.password)
      return Promise.reject(asProblem({ code: "wrong-password", message: "Mật khẩu không đúng." }));
    this.locked = false;
    return this.lockState();
  }

  setLock({ current, password, minutes }: SetLock): Promise<LockState> {
    if (this.password !== "" && current !== this.password)
      return Promise.reject(asProblem({ code: "wrong-password", message: "Mật khẩu không đúng." }));
    if (password !== null) this.password = password;
    this.minutes = minutes;
    return this.lockState();
  }

  progress(): Promise<Progress | null> {
    return Promise.resolve(this.told);
  }

  stopWork(): Promise<void> {
    this.stopped = true;
    return Promise.resolve();
  }

  chooseOpen(): Promise<string | null> {
    return Promise.resolve(this.workbookPath);
  }

  chooseSave(): Promise<string | null> {
    return Promise.resolve(this.savePath);
  }

  chooseFolder(): Promise<string | null> {
    return Promise.resolve(this.folderPath);
  }

  openFile(fileId: string): Promise<void> {
    this.opened.push(fileId);
    return Promise.resolve();
  }

  openPath(path: string): Promise<void> {
    this.opened.push(path);
    return Promise.resolve();
  }

  showInFolder(path: string): Promise<void> {
    this.opened.push(path);
    return Promise.resolve();
  }
}
