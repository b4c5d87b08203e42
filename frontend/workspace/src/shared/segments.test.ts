import { describe, expect, it } from "vitest";
import { blocks, lines, segments } from "./segments";

describe("evidence in a text", () => {
  it("leaves a text without evidence in one piece", () => {
    expect(segments([], 0, 10)).toEqual([{ start: 0, end: 10, keys: [] }]);
  });

  it("cuts nested and overlapping spans so that each piece knows all of its spans", () => {
    const found = segments(
      [
        { key: "basis", start: 2, end: 8 },
        { key: "number", start: 4, end: 6 },
        { key: "date", start: 7, end: 12 },
      ],
      0,
      10,
    );
    expect(found).toEqual([
      { start: 0, end: 2, keys: [] },
      { start: 2, end: 4, keys: ["basis"] },
      { start: 4, end: 6, keys: ["basis", "number"] },
      { start: 6, end: 7, keys: ["basis"] },
      { start: 7, end: 8, keys: ["basis", "date"] },
      { start: 8, end: 10, keys: ["date"] },
    ]);
  });

  it("covers the stretch without gap or overlap whatever the spans are", () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 200; round++) {
      const spans = Array.from({ length: random(12) }, (_, n) => {
        const start = random(60) - 5;
        return { key: String(n), start, end: start + random(20) - 3 };
      });
      const found = segments(spans, 5, 50);
      expect(found[0]?.start).toBe(5);
      expect(found.at(-1)?.end).toBe(50);
      for (let i = 1; i < found.length; i++) expect(found[i]?.start).toBe(found[i - 1]?.end);
      for (const piece of found) {
        const expected = spans
          .filter((s) => s.end > s.start && s.start <= piece.start && s.end >= piece.end)
          .map((s) => s.key);
        expect(piece.keys).toEqual(expected);
      }
    }
  });

  it("counts in UTF-16 units, as the server does", () => {
    const text = "😀 Quyết định";
    const at = text.indexOf("Quyết");
    const piece = segments([{ key: "type", start: at, end: text.length }], 0, text.length).at(-1);
    expect(text.slice(piece?.start, piece?.end)).toBe("Quyết định");
  });
});

describe("lines and tables", () => {
  it("keeps offsets of lines, empty ones too", () => {
    expect(lines("a\n\nbc")).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 2 },
      { start: 3, end: 5 },
    ]);
  });

  it("makes one table of rows that follow each other", () => {
    const found = blocks("Điều 1\nSTT\tTên\n1\tĐất ở\nHết");
    expect(found.map((b) => b.kind)).toEqual(["paragraph", "table", "paragraph"]);
    expect(found[1]).toMatchObject({ kind: "table", rows: [{ start: 7 }, { start: 15 }] });
  });

  it("shows a letterhead that was set in a table as lines", () => {
    expect(blocks("\tỦY BAN NHÂN DÂN\nTỈNH KON TUM").map((b) => b.kind)).toEqual(["paragraph", "paragraph"]);
  });
});
