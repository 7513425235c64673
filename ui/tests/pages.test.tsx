/** A list of any length holds no more than the pages in sight. */
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect } from "react";
import { expect, test } from "vitest";
import { newQueryClient } from "../src/app/data";
import { usePages, type Paged } from "../src/app/pages";
import { replaceHost, type HonoreeBrief } from "../src/host";
import { emptyArchive } from "../src/host/fake/archive";
import { FakeHost } from "../src/host/fake";

const TOTAL = 200_000;

/** An archive of two hundred thousand people. */
class LongHost extends FakeHost {
  asked: number[] = [];

  constructor() {
    super(emptyArchive(false));
  }

  override call(name: string, request: unknown): Promise<unknown> {
    if (name !== "honorees") return super.call(name, request);
    const { from, count } = request as { from: number; count: number };
    this.asked.push(from);
    const rows = Array.from({ length: Math.max(0, Math.min(count, TOTAL - from)) }, (_, index) => ({
      id: `hon-${from + index + 1}`,
      honoree: { honoreeType: "individual", name: `Người ${from + index + 1}` },
      awards: 0,
      latest: "",
    }));
    return Promise.resolve({ total: TOTAL, rows });
  }
}

function List({ show }: { show: (list: Paged<HonoreeBrief>) => void }) {
  const list = usePages("honorees", { text: "", honoreeType: null });
  useEffect(() => {
    show(list);
  });
  return <button onClick={() => list.want(199_900, 199_940)}>{list.total ?? "…"}</button>;
}

test("scrolling to the end of 200,000 rows asks for the pages seen and forgets those passed", async () => {
  const host = new LongHost();
  replaceHost(host);
  const client = newQueryClient();
  const shown: { list: Paged<HonoreeBrief> | null } = { list: null };
  render(
    <QueryClientProvider client={client}>
      <List show={(list) => (shown.list = list)} />
    </QueryClientProvider>,
  );
  await screen.findByText(String(TOTAL));
  expect(shown.list?.rowAt(0)?.id).toBe("hon-1");
  fireEvent.click(screen.getByRole("button"));
  await waitFor(() => expect(shown.list?.rowAt(199_920)?.id).toBe("hon-199921"));
  expect(shown.list?.total, "the list stays as long as it was while pages come").toBe(TOTAL);
  expect(host.asked, "only the pages seen, not the two thousand between").toEqual([0, 199_800, 199_900]);
  expect(shown.list?.rowAt(0), "what was scrolled past is no longer held").toBeUndefined();
  await waitFor(() => expect(client.getQueryCache().getAll().length).toBeLessThanOrEqual(2));
  let some: HonoreeBrief[] = [];
  await act(async () => {
    some = (await shown.list?.stretch(10, 12)) ?? [];
  });
  expect(
    some.map((row) => row.id),
    "a stretch that is not in sight is fetched when it is selected",
  ).toEqual(["hon-11", "hon-12", "hon-13"]);
});
