import { describe, expect, it } from "vitest";
import type { AppraisalRemark, DraftProvision } from "../../shared/api/appraisals";
import type { MachineFinding } from "../../shared/api/types";
import { firstLine, headings, marksOf, next, placeOf, provisionAt } from "./provisions";

const text = "Mở đầu\nĐiều 1. Phạm vi\n1. Một  trăm đồng.\n2. Hai trăm đồng.\nĐiều 2. Hiệu lực\n";
const at = (words: string) => text.indexOf(words);
const provisions: DraftProvision[] = [
  { address: "", label: "Phần mở đầu", start: 0, end: at("Điều 1"), depth: 0 },
  { address: "art_1", label: "Điều 1", start: at("Điều 1"), end: at("Điều 2"), depth: 0 },
  { address: "art_1__para_1", label: "khoản 1 Điều 1", start: at("1. Một"), end: at("2. Hai"), depth: 1 },
  { address: "art_1__para_2", label: "khoản 2 Điều 1", start: at("2. Hai"), end: at("Điều 2"), depth: 1 },
  { address: "art_2", label: "Điều 2", start: at("Điều 2"), end: text.length, depth: 0 },
];
const clause = provisions[2] as DraftProvision;

describe("provisions of a draft", () => {
  it("takes the innermost that holds the whole selection", () => {
    expect(provisionAt(provisions, at("trăm"), at("trăm") + 4)?.address).toBe("art_1__para_1");
    expect(provisionAt(provisions, at("trăm"), at("Hai") + 3)?.address).toBe("art_1");
    expect(provisionAt(provisions, at("Hai"), at("Hiệu lực"))).toBeNull();
  });

  it("finds quoted words whatever their spaces and case, within their provision alone", () => {
    const found = placeOf(text, clause, "một trăm\nđồng");
    expect(found && text.slice(found.start, found.end)).toBe("Một  trăm đồng");
    expect(placeOf(text, clause, "Hai trăm")).toBeNull();
    expect(placeOf(text, clause, "  ")).toBeNull();
  });

  it("quotes the first line of a whole provision", () => {
    const line = firstLine(text, provisions[1] as DraftProvision);
    expect(text.slice(line.start, line.end)).toBe("Điều 1. Phạm vi");
  });

  it("steps through them and stops at both ends", () => {
    expect(next(provisions, null, 1)?.address).toBe("");
    expect(next(provisions, "art_1", 1)?.address).toBe("art_1__para_1");
    expect(next(provisions, "", -1)).toBeNull();
    expect(next(provisions, "art_2", 1)).toBeNull();
  });

  it("counts remarks and what is left to decide where it stands", () => {
    const remark = { address: "art_1__para_1" } as AppraisalRemark;
    const finding = (over: Partial<MachineFinding>, start: number) =>
      ({
        present: true,
        severity: "DEFECT",
        decision: null,
        evidence: [{ start, end: start + 2, quote: "", place: "", address: null, documentId: null }],
        ...over,
      }) as MachineFinding;
    const marks = marksOf(
      provisions,
      [remark],
      [
        finding({}, at("Hai")),
        finding({ decision: "FAULT" }, at("Hai")),
        finding({ severity: "INFORMATION" }, at("Hai")),
        finding({ present: false }, at("Hai")),
      ],
    );
    expect(marks.get("art_1__para_1")).toEqual({ remarks: 1, findings: 0 });
    expect(marks.get("art_1__para_2")).toEqual({ remarks: 0, findings: 1 });
    expect(marks.size).toBe(2);
  });

  it("gives articles and clauses their levels", () => {
    expect(headings(provisions).map((h) => h.level)).toEqual(["PARAGRAPH", "ARTICLE", "CLAUSE", "CLAUSE", "ARTICLE"]);
  });
});
