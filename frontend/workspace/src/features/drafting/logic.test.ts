import { describe, expect, it } from "vitest";
import type { CasePaper, ChecklistItem, CurrentStep, Dossier } from "../../shared/api/dossiers";
import { missing, standing } from "./checklist";
import { limitsOf } from "./due";
import { chosenOutcome, EMPTY, ready } from "./ending";
import { EMPTY as NOTHING, requestOf } from "./registration";

const item = (code: string, change: Partial<ChecklistItem> = {}): ChecklistItem => ({
  code,
  name: code,
  required: true,
  produced: false,
  article: "",
  recalled: false,
  there: false,
  ...change,
});

const step = (change: Partial<CurrentStep> = {}): CurrentStep => ({
  id: 3,
  code: "revision",
  name: "Chỉnh lý",
  article: "",
  recalled: false,
  checklist: [],
  outcomes: [
    { code: "revised", name: "Đã chỉnh lý", reasonRequired: false, recalled: false, next: [{ code: "s", name: "S" }] },
  ],
  events: [],
  asksVotes: false,
  ...change,
});

const paper = (id: number, code: string, stepCode: string, change: Partial<CasePaper> = {}): CasePaper => ({
  id,
  code,
  name: code,
  direction: "OUT",
  stepCode,
  addedAt: "2026-01-01T00:00:00Z",
  warnings: [],
  actions: [],
  ...change,
});

describe("the limits of a step", () => {
  it("shows a step's own limits, a minimum after those that end", () => {
    const limits = [
      { code: "posting", step: "a", earliest: true },
      { code: "reply", step: "a", earliest: false },
      { code: "other", step: "b", earliest: false },
    ] as Dossier["deadlines"];
    expect(limitsOf(limits, "a").map((l) => l.code)).toEqual(["reply", "posting"]);
  });
});

describe("the checklist", () => {
  const dossier = {
    steps: [
      { papers: [paper(1, "draft", "drafting"), paper(2, "submission", "drafting", { undoneAt: "2026-01-02" })] },
      { papers: [paper(3, "draft", "revision")] },
    ],
  } as unknown as Dossier;

  it("names a missing paper once, and none that is optional or there", () => {
    const current = step({
      checklist: [item("a"), item("a", { produced: true }), item("b", { required: false }), item("c", { there: true })],
    });
    expect(missing(current).map((p) => p.code)).toEqual(["a"]);
  });

  it("takes for a step's own product only what was added in it, and nothing that was taken back", () => {
    expect(standing(dossier, step(), item("draft")).map((p) => p.id)).toEqual([3, 1]);
    expect(standing(dossier, step(), item("draft", { produced: true })).map((p) => p.id)).toEqual([3]);
    expect(standing(dossier, step(), item("submission"))).toEqual([]);
  });
});

describe("how a step ends", () => {
  const two = step({
    outcomes: [
      { code: "yes", name: "Đủ", reasonRequired: false, recalled: false, next: [] },
      { code: "no", name: "Trả lại", reasonRequired: true, recalled: false, next: [{ code: "x", name: "X" }] },
    ],
  });

  it("picks the only outcome by itself, and none of several", () => {
    expect(chosenOutcome(step(), EMPTY)?.code).toBe("revised");
    expect(chosenOutcome(two, EMPTY)).toBeUndefined();
    expect(ready(two, EMPTY)).toBe(false);
  });

  it("wants a reason where the procedure does", () => {
    expect(ready(two, { ...EMPTY, outcome: "no", reason: "  " })).toBe(false);
    expect(ready(two, { ...EMPTY, outcome: "no", reason: "Thiếu" })).toBe(true);
    expect(ready(two, { ...EMPTY, outcome: "yes" })).toBe(true);
  });

  it("wants the next step where there are several, and both figures of a vote", () => {
    const several = step({
      outcomes: [
        {
          code: "on",
          name: "Tiếp",
          reasonRequired: false,
          recalled: false,
          next: [
            { code: "a", name: "A" },
            { code: "b", name: "B" },
          ],
        },
      ],
    });
    expect(ready(several, EMPTY)).toBe(false);
    expect(ready(several, { ...EMPTY, next: "b" })).toBe(true);
    expect(ready(step(), { ...EMPTY, inFavour: 3 })).toBe(false);
    expect(ready(step(), { ...EMPTY, inFavour: 3, of: 5 })).toBe(true);
  });
});

it("sends a registration without the names that serve the page alone", () => {
  const request = requestOf({ ...NOTHING, title: " Quy định ", justiceName: "Sở Tư pháp" }, "2026-11-25");
  expect(request.title).toBe("Quy định");
  expect(request.registeredOn).toBe("2026-11-25");
  expect(request).not.toHaveProperty("justiceName");
});
