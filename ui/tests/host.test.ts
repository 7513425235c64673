/** Which host is chosen, and what becomes of failures. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { ProblemError, asProblem, call, chooseOpen, host, replaceHost } from "../src/host";
import { LoopbackHost } from "../src/host/loopback";
import { TauriHost } from "../src/host/tauri";

function answer(body: unknown): void {
  vi.stubGlobal(
    "fetch",
    vi.fn(() => Promise.resolve(new Response(JSON.stringify(body)))),
  );
}

afterEach(() => {
  replaceHost(undefined);
  Reflect.deleteProperty(window, "__TAURI_INTERNALS__");
});

describe("the host", () => {
  it("is the desktop where the desktop is", async () => {
    Object.assign(window, { __TAURI_INTERNALS__: {} });
    expect(await host()).toBeInstanceOf(TauriHost);
  });

  it("is the loopback host elsewhere", async () => {
    expect(await host()).toBeInstanceOf(LoopbackHost);
  });

  it("posts commands to the origin and takes what is ok", async () => {
    answer({ ok: { id: "round-1" } });
    expect(await call("new_round", { name: "Tổng kết", year: null })).toEqual({ id: "round-1" });
    expect(fetch).toHaveBeenCalledWith("/call/new_round", expect.objectContaining({ method: "POST" }));
  });

  it("asks for files through the host", async () => {
    answer({ ok: null });
    expect(await chooseOpen("workbook")).toBeNull();
    expect(fetch).toHaveBeenCalledWith(
      "/host/choose_open",
      expect.objectContaining({ body: '{"purpose":"workbook"}' }),
    );
  });

  it("rejects with the problem that the archive told", async () => {
    answer({
      problem: { code: "not-found", message: "Không có.", field: null, hint: "Tìm lại.", values: {} },
    });
    const failure = await call("round", { id: "round-9" }).catch((problem: unknown) => problem);
    expect(failure).toBeInstanceOf(ProblemError);
    expect((failure as ProblemError).problem.hint).toBe("Tìm lại.");
  });

  it("words what is no problem of the archive as one of the window", async () => {
    vi.stubGlobal(
      "fetch",
      vi.fn(() => Promise.reject(new TypeError("Failed to fetch"))),
    );
    await expect(call("status", {})).rejects.toMatchObject({ problem: { code: "host-unreachable" } });
  });

  it("keeps a problem that is one already", () => {
    const problem = asProblem({ code: "x", message: "y" });
    expect(asProblem(problem)).toBe(problem);
    expect(problem.problem).toEqual({ code: "x", message: "y", field: null, hint: null, values: {} });
  });
});
