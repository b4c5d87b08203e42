import { fireEvent, render } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { LegalText } from "./LegalText";
import { markedPieces } from "./Marked";

const TEXT = "QUYẾT ĐỊNH\nCăn cứ Luật Đất đai số 45/2013/QH13;\nĐiều 1. Phạm vi\nSTT\tLoại đất";

describe("a legal text", () => {
  it("shows every character once, with evidence marked and its offset told", () => {
    const start = TEXT.indexOf("45/2013");
    const { container } = render(
      <LegalText
        text={TEXT}
        evidence={[{ key: "basis:0", kind: "basis", start, end: start + 12 }]}
        active="basis:0"
        outline={[]}
      />,
    );
    expect(container.textContent).toBe(TEXT.replaceAll("\n", "").replaceAll("\t", ""));
    const mark = container.querySelector("mark");
    expect(mark).toHaveTextContent("45/2013/QH13");
    expect(mark).toHaveAttribute("data-o", String(start));
    expect(mark).toHaveAttribute("data-active");
    expect(container.querySelectorAll("td")).toHaveLength(2);
  });

  it("gives headings their address and marks a click", () => {
    const picked = vi.fn();
    const start = TEXT.indexOf("Điều 1");
    const { container } = render(
      <LegalText
        text={TEXT}
        evidence={[{ key: "field:title", kind: "field", start: start + 8, end: start + 15 }]}
        active={null}
        outline={[{ eId: "art_1", level: "ARTICLE", number: "1", start, end: TEXT.length, depth: 0 }]}
        onPick={picked}
      />,
    );
    expect(container.querySelector("#art_1")).toHaveTextContent("Điều 1. Phạm vi");
    fireEvent.click(container.querySelector("mark") as HTMLElement);
    expect(picked).toHaveBeenCalledWith("field:title");
  });
});

describe("marked answers", () => {
  it("show nothing as markup but the mark", () => {
    expect(markedPieces("a &lt;b&gt; <mark>đất &amp; nhà</mark><img src=x>").map((p) => [p.text, p.marked])).toEqual([
      ["a <b> ", false],
      ["đất & nhà", true],
      ["<img src=x>", false],
    ]);
  });
});
