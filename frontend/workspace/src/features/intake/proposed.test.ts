import { describe, expect, it } from "vitest";
import type { ItemDetail } from "../../shared/api/types";
import {
  asItStood,
  certainEffects,
  codeOf,
  evidenceOf,
  firstMissing,
  pointedAt,
  proposed,
  withValue,
} from "./proposed";

const field = (value: unknown, start: number, end: number) => ({ value, start, end, confidence: 0.98, certain: true });

const detail: ItemDetail = {
  item: {
    id: 7,
    batchId: 1,
    fileName: "qd-12.docx",
    size: 10,
    sha256: "ab",
    state: "READ",
    proposal: { certain: true },
    version: 0,
    actions: ["confirm", "skip"],
  },
  reading: {
    fields: {
      number: field("12/2023/QĐ-UBND", 4, 20),
      type: field("Quyết định", 30, 40),
      issuer: field("ỦY BAN NHÂN DÂN TỈNH KON TUM", 0, 3),
      issuedOn: field("2023-03-05", 50, 60),
      title: field("Quy định giá đất", 70, 90),
      normative: field(true, 0, 0),
    },
    issuerMatch: { organisationId: 3, name: "Ủy ban nhân dân tỉnh Kon Tum" },
    bases: [],
    citations: [],
    transitions: [],
    effects: [],
    outline: [],
    encoding: "UNICODE",
    conversions: [],
    doubtfulWords: [],
    scannedPages: [],
    notices: [],
  },
  text: "",
  duplicates: [],
  queue: { left: 1 },
};

describe("what the desk proposes", () => {
  it("takes the reading, and the directory's name of the issuer", () => {
    const { fields } = proposed(detail, false);
    expect(fields).toMatchObject({
      number: "12/2023/QĐ-UBND",
      issuerId: 3,
      issuerName: "Ủy ban nhân dân tỉnh Kon Tum",
      issuedOn: "2023-03-05",
      effectiveFrom: null,
      normative: true,
    });
    expect(firstMissing(fields)).toBeNull();
  });

  it("names the first required field that is missing", () => {
    const { fields } = proposed({ ...detail, reading: null }, false);
    expect(firstMissing(fields)).toBe("type");
    expect(firstMissing({ ...fields, type: "Quyết định" })).toBe("issuer");
  });

  it("ticks the effects that are certain and can be recorded, and leaves own dates to the fields", () => {
    const effect = { kind: "repeal", self: false, start: 0, end: 9, confidence: 0.99, certain: true };
    const effects = [
      { ...effect, kind: "commence", self: true, from: "2024-01-01" },
      { ...effect, target: "1/2020/QĐ-UBND", from: "2024-01-01" },
      { ...effect, target: "2/2020/QĐ-UBND", from: "2024-01-01", certain: false },
      { ...effect, target: "3/2020/QĐ-UBND" },
      { ...effect, targetTitle: "Luật Đất đai", from: "2024-01-01" },
      { ...effect, target: "4/2020/QĐ-UBND", boundary: "ngày Luật Đất đai có hiệu lực" },
    ];
    expect(certainEffects({ ...(detail.reading as NonNullable<typeof detail.reading>), effects })).toEqual([1, 5]);
  });

  it("sends the words a person pointed at, and only those", () => {
    expect(pointedAt({ title: { from: "selection", start: 3, end: 9 }, number: { from: "hand" } })).toEqual({
      title: { start: 3, end: 9 },
    });
    expect(codeOf("effectiveFrom")).toBe("EFFECTIVE_FROM");
  });

  it("shows a converted text as it stood", () => {
    expect(
      asItStood("QUYẾT ĐỊNH số 5", [
        { start: 0, end: 5, from: "TCVN3", original: "QUYÕT" },
        { start: 6, end: 10, from: "TCVN3", original: "§ÞNH" },
      ]),
    ).toBe("QUYÕT §ÞNH số 5");
  });

  it("forgets the directory's issuer when another name is given", () => {
    expect(withValue(proposed(detail, false).fields, "issuer", "UBND huyện Đắk Tô")).toMatchObject({
      issuerId: null,
      issuerName: "UBND huyện Đắk Tô",
    });
  });

  it("moves the evidence to where the person pointed and drops it for what they typed", () => {
    const label = (name: string) => name;
    const moved = evidenceOf(
      detail.reading,
      { title: { from: "selection", start: 100, end: 120 }, number: { from: "hand" } },
      label,
    );
    expect(moved.find((e) => e.key === "field:title")).toMatchObject({ start: 100, end: 120 });
    expect(moved.some((e) => e.key === "field:number")).toBe(false);
    expect(moved.find((e) => e.key === "field:issuedOn")).toMatchObject({ start: 50, end: 60 });
    expect(moved.some((e) => e.key === "field:normative")).toBe(false);
  });
});
