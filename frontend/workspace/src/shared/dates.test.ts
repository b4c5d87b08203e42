import { describe, expect, it } from "vitest";
import { parseDay, showDay, showInstant, showWeekday, today } from "./dates";

// 24 November 2026, 01:30 in Vietnam: still the 23rd in London
const NIGHT = new Date("2026-11-23T18:30:00Z");

describe("days", () => {
  it.each([
    ["5/3/2024", "2024-03-05"],
    ["05/03/2024", "2024-03-05"],
    ["05032024", "2024-03-05"],
    ["5.3.2024", "2024-03-05"],
    ["5-3-24", "2024-03-05"],
    ["1/1/85", "1985-01-01"],
    ["2024-03-05", "2024-03-05"],
    ["ngày 05 tháng 3 năm 2024", "2024-03-05"],
    ["Kon Tum, ngày 29 tháng 02 năm 2024", "2024-02-29"],
    ["có hiệu lực kể từ 01/01/2025.", "2025-01-01"],
  ])("reads %s", (written, day) => {
    expect(parseDay(written)).toBe(day);
  });

  it.each(["31/02/2023", "29/2/2023", "00/01/2024", "13/13/2024", "5/3", "hôm kia", "", "1/1/1024"])(
    "refuses %s",
    (written) => {
      expect(parseDay(written)).toBeNull();
    },
  );

  it("knows today in Vietnam, with marks, without and decomposed", () => {
    expect(parseDay("hôm nay", NIGHT)).toBe("2026-11-24");
    expect(parseDay("hom nay", NIGHT)).toBe("2026-11-24");
    expect(parseDay("Hôm nay".normalize("NFD"), NIGHT)).toBe("2026-11-24");
    expect(parseDay("hôm qua", NIGHT)).toBe("2026-11-23");
    expect(parseDay("ngày mai", NIGHT)).toBe("2026-11-25");
    expect(today(NIGHT)).toBe("2026-11-24");
  });

  it("crosses the end of a year", () => {
    expect(parseDay("ngày mai", new Date("2026-12-31T05:00:00Z"))).toBe("2027-01-01");
  });

  it("shows dd/MM/yyyy and Vietnamese time", () => {
    expect(showDay("2024-03-05")).toBe("05/03/2024");
    expect(showDay(null)).toBe("");
    expect(showInstant("2026-11-23T18:30:00Z")).toBe("01:30 24/11/2026");
  });
});

describe("showWeekday", () => {
  const now = new Date("2025-11-24T03:00:00Z");
  it("names the day of the week, and the year only where it is another", () => {
    expect(showWeekday("2025-11-28", "vi", now)).toBe("thứ Sáu 28/11");
    expect(showWeekday("2026-01-04", "vi", now)).toBe("Chủ nhật 04/01/2026");
    expect(showWeekday("2025-11-28", "en", now)).toBe("Friday 28/11");
  });
});
