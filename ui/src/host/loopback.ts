/** The loopback test host: the same commands over HTTP from the origin that served the page. */
import type { FolderPurpose, Host, LockState, OpenPurpose, Progress, SavePurpose, SetLock } from ".";

type Answer = { ok: unknown } | { problem: unknown };

export class LoopbackHost implements Host {
  call(name: string, request: unknown): Promise<unknown> {
    return post(`/call/${name}`, request);
  }

  progress(): Promise<Progress | null> {
    return post("/host/progress", {}) as Promise<Progress | null>;
  }

  async stopWork(): Promise<void> {
    await post("/host/stop_work", {});
  }

  chooseOpen(purpose: OpenPurpose): Promise<string | null> {
    return post("/host/choose_open", { purpose }) as Promise<string | null>;
  }

  chooseSave(purpose: SavePurpose, suggestedName: string): Promise<string | null> {
    return post("/host/choose_save", { purpose, name: suggestedName }) as Promise<string | null>;
  }

  chooseFolder(purpose: FolderPurpose): Promise<string | null> {
    return post("/host/choose_folder", { purpose }) as Promise<string | null>;
  }

  async openFile(fileId: string): Promise<void> {
    await post("/host/open_file", { id: fileId });
  }

  async openPath(path: string): Promise<void> {
    await post("/host/open_path", { path });
  }

  async showInFolder(path: string): Promise<void> {
    await post("/host/show_in_folder", { path });
  }

  takeGiven(): Promise<string[]> {
    return post("/host/take_given", {}) as Promise<string[]>;
  }

  lockState(): Promise<LockState> {
    return post("/host/lock_state", {}) as Promise<LockState>;
  }

  lock(): Promise<LockState> {
    return post("/host/lock", {}) as Promise<LockState>;
  }

  unlock(password: string): Promise<LockState> {
    return post("/host/unlock", { password }) as Promise<LockState>;
  }

  setLock(request: SetLock): Promise<LockState> {
    return post("/host/set_lock", request) as Promise<LockState>;
  }
}

async function post(address: string, request: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(request),
  });
  const answer = (await response.json()) as Answer;
  if ("problem" in answer) throw answer.problem;
  return answer.ok;
}
