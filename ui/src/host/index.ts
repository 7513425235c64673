/**
 * The one door out of the page: commands of the registry and what the desktop does for us.
 *
 * Three hosts serve it: the desktop window, the loopback test host, and (tests and development only) a fake
 * in memory. Not here: caching, texts, anything about a screen.
 */
import { LoopbackHost } from "./loopback";
import { asProblem } from "./problem";
import { TauriHost } from "./tauri";
import type { Commands, LockState, Progress, SetLock } from "./types";

export type * from "./types";
export { CHANGES } from "./types";
export { ProblemError, asProblem } from "./problem";

export type CommandName = keyof Commands;
export type Request<K extends CommandName> = Commands[K]["request"];
export type Response<K extends CommandName> = Commands[K]["response"];
export type OpenPurpose = "workbook" | "attachment" | "folder" | "archive";
export type FolderPurpose = "backup" | "restore" | "readable" | "mend";
export type SavePurpose = "pdf" | "picture" | "workbook" | "package" | "folder" | "archive" | "file";

/** What a host must do. Every failure is thrown as it came; `call` and its siblings make problems of them. */
export interface Host {
  call(name: string, request: unknown): Promise<unknown>;
  progress(): Promise<Progress | null>;
  stopWork(): Promise<void>;
  chooseOpen(purpose: OpenPurpose): Promise<string | null>;
  chooseSave(purpose: SavePurpose, suggestedName: string): Promise<string | null>;
  chooseFolder(purpose: FolderPurpose): Promise<string | null>;
  openFile(fileId: string): Promise<void>;
  openPath(path: string): Promise<void>;
  showInFolder(path: string): Promise<void>;
  takeGiven(): Promise<string[]>;
  lockState(): Promise<LockState>;
  lock(): Promise<LockState>;
  unlock(password: string): Promise<LockState>;
  setLock(request: SetLock): Promise<LockState>;
}

let chosen: Promise<Host> | undefined;

/** Picks the host by where the page runs. The fake is loaded only where no backend can be. */
async function chooseHost(): Promise<Host> {
  if ("__TAURI_INTERNALS__" in window) return new TauriHost();
  if (import.meta.env.DEV && import.meta.env.MODE !== "test") {
    const { FakeHost } = await import("./fake");
    return FakeHost.fromAddress(window.location.search);
  }
  return new LoopbackHost();
}

/** The host in use. */
export function host(): Promise<Host> {
  chosen ??= chooseHost();
  return chosen;
}

/** Puts another host in place: tests only. `undefined` chooses anew. */
export function replaceHost(other: Host | undefined): void {
  chosen = other === undefined ? undefined : Promise.resolve(other);
}

async function reached<T>(ask: (host: Host) => Promise<T>): Promise<T> {
  try {
    return await ask(await host());
  } catch (failure) {
    throw asProblem(failure);
  }
}

/** Runs a command of the registry; rejects with a `ProblemError`. */
export function call<K extends CommandName>(name: K, request: Request<K>): Promise<Response<K>> {
  return reached((h) => h.call(name, request)) as Promise<Response<K>>;
}

/** How far the command under way is; null while it has told nothing. */
export function progressOfWork(): Promise<Progress | null> {
  return reached((h) => h.progress());
}

/** Stops the command under way; it then rejects with the problem `stopped`. */
export function stopWork(): Promise<void> {
  return reached((h) => h.stopWork());
}

/** Asks for a file to read; null when the officer cancels. */
export function chooseOpen(purpose: OpenPurpose): Promise<string | null> {
  return reached((h) => h.chooseOpen(purpose));
}

/** Asks where to write; null when the officer cancels. */
export function chooseSave(purpose: SavePurpose, suggestedName: string): Promise<string | null> {
  return reached((h) => h.chooseSave(purpose, suggestedName));
}

/** Asks for a folder; null when the officer cancels. */
export function chooseFolder(purpose: FolderPurpose): Promise<string | null> {
  return reached((h) => h.chooseFolder(purpose));
}

/** Opens a kept file in the PC's own program. */
export function openFile(fileId: string): Promise<void> {
  return reached((h) => h.openFile(fileId));
}

/** Opens a file outside the archive in the PC's own program. */
export function openPath(path: string): Promise<void> {
  return reached((h) => h.openPath(path));
}

/** Shows a file in the folder it lies in. */
export function showInFolder(path: string): Promise<void> {
  return reached((h) => h.showInFolder(path));
}

/** Files that the program was given since this was last asked. */
export function takeGiven(): Promise<string[]> {
  return reached((h) => h.takeGiven());
}

/** How the lock of the window stands. */
export function lockState(): Promise<LockState> {
  return reached((h) => h.lockState());
}

/** Locks the window: every call is refused until it is unlocked. */
export function lockWindow(): Promise<LockState> {
  return reached((h) => h.lock());
}

/** Opens the window with its password. */
export function unlockWindow(password: string): Promise<LockState> {
  return reached((h) => h.unlock(password));
}

/** Sets, changes or takes away the password of the window. */
export function setLock(request: SetLock): Promise<LockState> {
  return reached((h) => h.setLock(request));
}
