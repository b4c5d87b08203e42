import { describe, expect, it } from "vitest";
import type { Relation } from "../../shared/api/types";
import { type Box, draw, groups } from "./diagram";

const relation = (documentId: number, label: string, direction: "IN" | "OUT", provision?: string): Relation => ({
  kind: "AMENDS",
  label,
  direction,
  documentId,
  number: `${documentId}/2020/QĐ-UBND`,
  title: "",
  stub: false,
  provision,
  status: "inForce",
});

const many = [
  relation(1, "Văn bản sửa đổi, bổ sung", "IN", "Điều 1"),
  relation(1, "Văn bản sửa đổi, bổ sung", "IN", "Điều 2"),
  relation(2, "Văn bản bãi bỏ", "IN"),
  ...Array.from({ length: 20 }, (_, n) => relation(100 + n, "Căn cứ ban hành", "OUT")),
];

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe("the diagram of relations", () => {
  it("shows a document once a relation, and says how many more there are", () => {
    const found = groups(many);
    expect(found.map((g) => [g.label, g.before, g.shown.length, g.more])).toEqual([
      ["Văn bản sửa đổi, bổ sung", true, 1, 0],
      ["Văn bản bãi bỏ", true, 1, 0],
      ["Căn cứ ban hành", false, 8, 12],
    ]);
  });

  it.each([true, false])("draws nothing over anything and everything within the sheet (narrow %s)", (narrow) => {
    const drawing = draw(groups(many), narrow);
    const boxes = [
      drawing.centre,
      ...drawing.groups.flatMap((g) => [g.title, ...g.nodes.map((n) => n.box), ...(g.more ? [g.more] : [])]),
    ];
    boxes.forEach((a, n) => {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.y).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(drawing.width);
      expect(a.y + a.height).toBeLessThanOrEqual(drawing.height);
      for (const b of boxes.slice(n + 1)) expect(overlap(a, b)).toBe(false);
    });
  });

  it("puts what others do before the document and what it does behind it", () => {
    const wide = draw(groups(many), false);
    for (const g of wide.groups) {
      if (g.group.before) expect(g.title.x).toBeLessThan(wide.centre.x);
      else expect(g.title.x).toBeGreaterThan(wide.centre.x);
    }
    const narrow = draw(groups(many), true);
    for (const g of narrow.groups) {
      if (g.group.before) expect(g.title.y).toBeLessThan(narrow.centre.y);
      else expect(g.title.y).toBeGreaterThan(narrow.centre.y);
    }
  });
});
