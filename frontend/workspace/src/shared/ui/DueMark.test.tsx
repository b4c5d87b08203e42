import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Due, DueState } from "../api/types";
import { DueMark } from "./DueMark";

function show(state: DueState, remainingWorkingDays: number, lastSafeDay = "2020-11-27") {
  const due: Due = {
    due: "2020-11-27",
    lastSafeDay,
    remainingWorkingDays,
    state,
    stateLabel: state,
    rule: "Gửi báo cáo thẩm định: trong 15 ngày",
    article: "khoản 4 Điều 130",
  };
  render(
    <MantineProvider>
      <DueMark due={due} />
    </MantineProvider>,
  );
  return document.querySelector(".due")?.textContent ?? "";
}

describe("DueMark", () => {
  it("says the working days left, the day, and the rule with its article", () => {
    const text = show("RUNNING", 3);
    expect(text).toContain("còn 3 ngày làm việc · thứ Sáu 27/11/2020");
    expect(text).toContain("khoản 4 Điều 130");
  });

  it("counts what is late upwards", () => {
    expect(show("OVERDUE", -2)).toContain("quá hạn 2 ngày làm việc");
  });

  it("shows a pause as a pause, whatever is left", () => {
    expect(show("PAUSED", -5)).toContain("tạm dừng");
    expect(screen.queryByText(/quá hạn/)).toBeNull();
  });

  it("names the last safe day where it is another", () => {
    expect(show("AT_RISK", 0, "2020-11-24")).toContain("Ngày an toàn cuối cùng: thứ Ba 24/11/2020");
  });
});
