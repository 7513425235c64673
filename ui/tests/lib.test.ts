/** Dates, names and marked hits. */
import { describe, expect, it } from "vitest";
import { parseBirth, parseDate, showBirth, showDate, showTime } from "../src/lib/dates";
import { address, parsePlace } from "../src/app/router";
import type { Search } from "../src/host";
import { parted } from "../src/lib/hits";
import { NO_FILTER, isAsked, queryOf, searchOf } from "../src/lib/searching";
import { fileName, initials, matches, provinceName } from "../src/lib/words";

describe("dates", () => {
  it.each([
    ["05/12/2025", "2025-12-05"],
    ["5/12/2025", "2025-12-05"],
    [" 05-12-2025 ", "2025-12-05"],
    ["5.1.2025", "2025-01-05"],
    ["05122025", "2025-12-05"],
    ["29/02/2024", "2024-02-29"],
  ])("reads %s", (typed, iso) => expect(parseDate(typed)).toBe(iso));

  it.each(["29/02/2025", "31/04/2025", "12/13/2025", "5/12", "5/12/25", "", "hôm nay", "01/01/1899"])(
    "does not take %j for a date",
    (typed) => expect(parseDate(typed)).toBeNull(),
  );

  it("shows what the archive sends", () => {
    expect(showDate("2025-12-05")).toBe("05/12/2025");
    expect(showDate(null)).toBe("");
    expect(showTime("2025-12-05T09:41:07+07:00")).toBe("09:41");
  });

  it.each(["1985", "03/1985", "15/03/1985"])("reads and shows the birth date %s", (typed) =>
    expect(showBirth(parseBirth(typed) ?? null)).toBe(typed),
  );

  it("tells a wrong birth date from none", () => {
    expect(parseBirth("")).toBeNull();
    expect(parseBirth("13/1985")).toBeUndefined();
    expect(parseBirth("31/02/1985")).toBeUndefined();
  });
});

describe("hits", () => {
  it("gives the title the marks of a snippet that begins with it", () => {
    expect(
      parted("Nguyễn Xuân Hải", [
        { text: "Nguyễn", hit: true },
        { text: " Xuân Hải · Văn thư", hit: false },
      ]),
    ).toEqual({
      title: [
        { text: "Nguyễn", hit: true },
        { text: " Xuân Hải", hit: false },
      ],
      rest: [{ text: "Văn thư", hit: false }],
    });
    expect(parted("Quyết định", [{ text: "…tặng Giấy khen", hit: false }]).title).toEqual([
      { text: "Quyết định", hit: false },
    ]);
  });
});

describe("searches in the address", () => {
  it("come back as they were", () => {
    const search: Search = {
      text: "hòa & bình",
      things: ["honoree", "file"],
      filter: {
        yearFrom: 2015,
        yearTo: 2020,
        kind: "merit-minister",
        authority: "minister",
        conference: "conf-1",
        unit: "Phòng 1",
        honoreeType: "collective",
      },
      from: 0,
      count: 0,
    };
    const there = address("search", null, queryOf(search));
    expect(searchOf(parsePlace(there).query)).toEqual(search);
    expect(isAsked(search)).toBe(true);
  });

  it("leave out what nobody could have meant", () => {
    const search = searchOf(new URLSearchParams("things=x,award&from=19&authority=me&type=robot"));
    expect(search.things).toEqual(["award"]);
    expect(search.filter).toEqual(NO_FILTER);
    expect(isAsked(search)).toBe(false);
  });
});

describe("words", () => {
  it("finds without marks", () => {
    expect(matches("Đặng Thị Thúy", "dang thuy")).toBe(true);
    expect(matches("Đặng Thị Thúy", "thanh")).toBe(false);
  });

  it("makes file names that Windows takes", () => {
    expect(fileName('Quyết định 15/QĐ-STP: "tặng" · 2025', "pdf")).toBe(
      "Quyết định 15 - QĐ - STP - tặng - 2025.pdf",
    );
    expect(fileName("…", "pdf")).toBe("tep.pdf");
  });

  it("abbreviates an agency", () => expect(initials("Sở Tư pháp")).toBe("STP"));
});

describe("provinces", () => {
  it.each([
    ["tỉnh Tây Ninh", "Tây Ninh"],
    [" Tây Ninh ", "Tây Ninh"],
    ["Thành phố Huế", "Huế"],
    ["TP. Hồ Chí Minh", "Hồ Chí Minh"],
  ])("reads %j as %s", (typed, name) => expect(provinceName(typed)).toBe(name));
});
