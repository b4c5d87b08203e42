import { expect, it } from "vitest";
import { anchorOf } from "./provision";

it("leads from a provision to its article", () => {
  expect(anchorOf("điểm đ khoản 2 Điều 3")).toBe("art_3");
  expect(anchorOf("Điều 12a")).toBe("art_12a");
  expect(anchorOf("khoản 1 Điều 4đ Quy định kèm theo")).toBe("art_4dd");
  expect(anchorOf("Phụ lục I")).toBeNull();
  expect(anchorOf(undefined)).toBeNull();
});
