import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { vi as vietnamese } from "../i18n/vi";
import { fieldWords, ProblemNotice, wordsFor } from "../ui/states";
import { asProblem, Problem } from "./problem";

describe("problems", () => {
  it("are told by their code in our words, not the server's", () => {
    const problem = new Problem({
      type: "urn:qppl:problem:intake-disk-full",
      status: 507,
      title: "Insufficient Storage",
      detail: "x",
    });
    expect(problem.code).toBe("intake-disk-full");
    expect(wordsFor(problem, vietnamese).title).toBe("Máy chủ hết chỗ lưu");
  });

  it("keep the server's words where we have none", () => {
    const problem = new Problem({
      type: "urn:qppl:problem:last-administrator",
      status: 409,
      title: "Phải còn ít nhất một quản trị viên",
      detail: "Hãy giao vai trò quản trị cho người khác trước.",
    });
    expect(wordsFor(problem, vietnamese)).toEqual({ title: problem.body.title, detail: problem.body.detail });
  });

  it("never show a bare code", () => {
    expect(wordsFor(new Problem({ type: "urn:qppl:problem:http-500", status: 500 }), vietnamese)).toEqual(
      vietnamese.problems.other,
    );
  });

  it("say at which field what is wrong", () => {
    const problem = new Problem({
      type: "urn:qppl:problem:intake-fields-missing",
      status: 422,
      errors: [
        { pointer: "/fields/issuedOn", code: "missing" },
        { pointer: "/fields/effectiveUntil", code: "ends-before-it-begins" },
      ],
    });
    expect(fieldWords(problem, "issuedOn", vietnamese)).toBe("Mục này bắt buộc.");
    expect(fieldWords(problem, "effectiveUntil", vietnamese)).toBe("Phải sau ngày có hiệu lực.");
    expect(fieldWords(problem, "title", vietnamese)).toBeUndefined();
  });

  it("of a conflict name who and when", () => {
    const problem = new Problem({
      type: "urn:qppl:problem:intake-changed-meanwhile",
      status: 409,
      changedBy: "Trần Quốc Bảo",
      changedAt: "2026-11-24T10:05:00Z",
    });
    render(
      <MantineProvider>
        <ProblemNotice error={problem} />
      </MantineProvider>,
    );
    expect(screen.getByRole("alert")).toHaveTextContent("Trần Quốc Bảo, 17:05 24/11/2026");
  });

  it("of the page itself are problems too", () => {
    expect(asProblem(new TypeError("x")).code).toBe("page");
  });
});
