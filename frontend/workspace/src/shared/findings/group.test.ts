import { expect, test } from "vitest";
import type { MachineFinding } from "../api/types";
import { articleOf, byPlace, open } from "./group";

function finding(id: number, place: string, more: Partial<MachineFinding> = {}): MachineFinding {
  return {
    id,
    version: 0,
    rule: "numbering",
    title: "",
    group: "NUMBERING",
    groupLabel: "Bố cục",
    severity: "DEFECT",
    severityLabel: "",
    explanation: "",
    article: "",
    mending: null,
    evidence: [{ start: 0, end: 1, quote: "", place, address: "art_2__para_1", documentId: null }],
    present: true,
    decision: null,
    decisionLabel: null,
    reason: null,
    decidedBy: null,
    decidedAt: null,
    actions: [],
    ...more,
  };
}

test("findings of one provision stand together in the order of the text", () => {
  const groups = byPlace([finding(1, "Điều 2"), finding(2, "Điều 3"), finding(3, "Điều 2")]);
  expect(groups.map((g) => g.place)).toEqual(["Điều 2", "Điều 3"]);
  expect(groups[0]?.findings.map((f) => f.id)).toEqual([1, 3]);
});

test("only present alarms without a decision are open", () => {
  const all = [
    finding(1, "a"),
    finding(2, "a", { decision: "FAULT" }),
    finding(3, "a", { severity: "INFORMATION" }),
    finding(4, "a", { present: false }),
  ];
  expect(open(all).map((f) => f.id)).toEqual([1]);
});

test("an address leads to its article", () => {
  expect(articleOf("att_1__art_3__para_2__list_1__point_dd")).toBe("att_1__art_3");
  expect(articleOf("art_12a")).toBe("art_12a");
  expect(articleOf(null)).toBeNull();
});
