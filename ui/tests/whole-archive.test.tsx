/** The whole archive as one file: always with the identity numbers that bringing it in needs. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { openWindow, requests } from "./window";

it("goes out as one file with full identity numbers, without asking for them", async () => {
  const user = userEvent.setup();
  const host = openWindow("#/settings");
  host.savePath = "E:\\Kho.bangvang";
  await user.click(await screen.findByTestId("export-all"));
  expect(screen.getByTestId("full-identities")).toBeTruthy();
  await user.click(await screen.findByTestId("export-as-file"));
  expect(screen.queryByTestId("full-identities")).toBeNull();
  await user.click(screen.getByTestId("dialog-submit"));
  await waitFor(() =>
    expect(requests(host, "export_all")).toEqual([{ path: "E:\\Kho.bangvang", identities: true }]),
  );
});

it("is looked through before it comes in", async () => {
  const user = userEvent.setup();
  const host = openWindow("#/settings");
  host.workbookPath = "E:\\Kho.bangvang";
  await user.click(await screen.findByTestId("import-archive-file"));
  expect((await screen.findByTestId("import-all-do")).textContent).toBe("Nhập");
  expect(requests(host, "look_into_folder")).toEqual([{ path: "E:\\Kho.bangvang" }]);
  expect(requests(host, "import_all")).toEqual([]);
});
