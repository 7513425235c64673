/** The desktop window: commands go to the Rust side of the same process. */
import { invoke } from "@tauri-apps/api/core";
import type { FolderPurpose, Host, LockState, OpenPurpose, Progress, SavePurpose, SetLock } from ".";

export class TauriHost implements Host {
  call(name: string, request: unknown): Promise<unknown> {
    return invoke("call", { name, request });
  }

  progress(): Promise<Progress | null> {
    return invoke("progress");
  }

  stopWork(): Promise<void> {
    return invoke("stop_work");
  }

  chooseOpen(purpose: OpenPurpose): Promise<string | null> {
    return invoke("choose_open", { purpose });
  }

  chooseSave(purpose: SavePurpose, suggestedName: string): Promise<string | null> {
    return invoke("choose_save", { purpose, name: suggestedName });
  }

  chooseFolder(purpose: FolderPurpose): Promise<string | null> {
    return invoke("choose_folder", { purpose });
  }

  openFile(fileId: string): Promise<void> {
    return invoke("open_file", { id: fileId });
  }

  openPath(path: string): Promise<void> {
    return invoke("open_path", { path });
  }

  showInFolder(path: string): Promise<void> {
    return invoke("show_in_folder", { path });
  }

  takeGiven(): Promise<string[]> {
    return invoke("take_given");
  }

  lockState(): Promise<LockState> {
    return invoke("lock_state");
  }

  lock(): Promise<LockState> {
    return invoke("lock");
  }

  unlock(password: string): Promise<LockState> {
    return invoke("unlock", { password });
  }

  setLock(request: SetLock): Promise<LockState> {
    return invoke("set_lock", { request });
  }
}
