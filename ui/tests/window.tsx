/** Starts the whole window over the fake host. */
import { act, render, screen } from "@testing-library/react";
import { App } from "../src/app/App";
import { newQueryClient } from "../src/app/data";
import { replaceHost } from "../src/host";
import { emptyArchive, sampleArchive, type FakeArchive } from "../src/host/fake/archive";
import { FakeHost } from "../src/host/fake";

export function openWindow(address = "", archive: "sample" | "big" | "empty" | "bare" = "sample"): FakeHost {
  return openWindowOn(
    archive === "sample" || archive === "big"
      ? sampleArchive(archive === "big")
      : emptyArchive(archive === "bare"),
    address,
  );
}

/** The same on an archive that the test made. */
export function openWindowOn(archive: FakeArchive, address = ""): FakeHost {
  const host = new FakeHost(archive);
  replaceHost(host);
  window.location.hash = address;
  render(<App client={newQueryClient()} />);
  return host;
}

/** The same with a new draft of a decision open in the editor. */
export async function openDraft(archive = sampleArchive(false)): Promise<FakeHost> {
  const host = openWindowOn(archive);
  const asked = { template: "decision-commendation", round: "round-1", conference: null, set: {} };
  const made = (await host.call("draft", asked)) as { id: string };
  act(() => {
    window.location.hash = `#/documents/${made.id}`;
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  });
  await screen.findByTestId("field-achievement");
  return host;
}

/** The requests of one command, in order. */
export function requests(host: FakeHost, name: string): unknown[] {
  return host.calls.filter((call) => call.name === name).map((call) => call.request);
}
