import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { CurrentStep, Dossier } from "../../shared/api/dossiers";
import type { TooLate } from "./act";
import { FinishForm } from "./FinishForm";

const current = {
  id: 7,
  code: "submission",
  name: "Trình",
  checklist: [{ code: "submission", name: "Tờ trình", required: true, produced: false, there: false }],
  outcomes: [
    { code: "complete", name: "Hồ sơ đủ", reasonRequired: false, recalled: false, next: [{ code: "m", name: "Họp" }] },
    { code: "returned", name: "Trả lại", reasonRequired: true, recalled: false, next: [{ code: "r", name: "Sửa" }] },
  ],
  events: [],
  asksVotes: false,
} as unknown as CurrentStep;

function shown(onTooLate: (late: TooLate) => void = () => undefined) {
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { mutations: { retry: false } } })}>
        <FinishForm dossier={{ id: 4, version: 2 } as Dossier} current={current} onTooLate={onTooLate} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

function answers(status: number, body: object) {
  const asked = vi.fn(
    async () => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/problem+json" } }),
  );
  vi.stubGlobal("fetch", asked);
  return asked;
}

beforeEach(() => localStorage.clear());

it("names what is missing for an outcome that goes on, and wants a reason for one that goes back", async () => {
  const person = userEvent.setup();
  shown();
  const end = screen.getByRole("button", { name: "Kết thúc bước" });
  expect(end).toBeDisabled();
  await person.click(screen.getByRole("radio", { name: /^Hồ sơ đủ/ }));
  expect(screen.getByText("Tờ trình.")).toBeInTheDocument();
  expect(end).toBeEnabled();
  await person.click(screen.getByRole("radio", { name: /^Trả lại/ }));
  expect(screen.queryByText("Tờ trình.")).toBeNull();
  expect(end).toBeDisabled();
  await person.type(screen.getByRole("textbox", { name: /^Lý do/ }), "Thiếu tờ trình");
  expect(end).toBeEnabled();
});

it("hands over what was wanted when somebody else was quicker", async () => {
  const person = userEvent.setup();
  const asked = answers(409, {
    type: "urn:qppl:problem:drafting-changed-meanwhile",
    status: 409,
    changedBy: "Lê Minh Đức",
    changedAt: "2026-11-25T01:00:00Z",
  });
  const late: TooLate[] = [];
  shown((one) => late.push(one));
  await person.click(screen.getByRole("radio", { name: /^Trả lại/ }));
  await person.type(screen.getByRole("textbox", { name: /^Lý do/ }), "Thiếu tờ trình");
  await person.click(screen.getByRole("button", { name: "Kết thúc bước" }));
  await vi.waitFor(() => expect(late).toHaveLength(1));
  expect(asked).toHaveBeenCalledOnce();
  expect(late[0]?.problem.body.changedBy).toBe("Lê Minh Đức");
  expect(late[0]?.wanted).toContainEqual(["Kết quả", "Trả lại"]);
  expect(late[0]?.wanted).toContainEqual(["Lý do", "Thiếu tờ trình"]);
});

it("shows the server's own words for an act it refuses", async () => {
  const person = userEvent.setup();
  answers(409, {
    type: "urn:qppl:problem:drafting-papers-missing",
    status: 409,
    title: "Hồ sơ còn thiếu giấy tờ",
    detail: "Còn thiếu: Tờ trình. Hãy bổ sung rồi chuyển bước.",
  });
  shown();
  await person.click(screen.getByRole("radio", { name: /^Hồ sơ đủ/ }));
  await person.click(screen.getByRole("button", { name: "Kết thúc bước" }));
  expect(await screen.findByText(/Còn thiếu: Tờ trình/)).toBeInTheDocument();
});
