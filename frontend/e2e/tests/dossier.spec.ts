import { expect, test } from "@playwright/test";
import { addMissing, at, draft, finish, hurryToAppraisal, open, register, send, toAppraisal, today } from "./dossiers";
import { ask, freshSerial, textFile } from "./workspace";

interface Desk {
  version: number;
  subjects: { code: string; condition?: string | null }[];
}

test("a dossier that is returned because it is incomplete comes back and is received again", async ({ browser }) => {
  const agency = await at(browser, "soanthao");
  const office = await at(browser, "vanphong");
  const officer = await at(browser, "chuyenvien");
  const title = `Quy định mức thu phí thư viện lần ${freshSerial()}`;
  const text = draft("QUYẾT ĐỊNH", title, "10.000");

  await agency.goto("/lam-viec/ho-so/dang-ky");
  await expect(agency.getByRole("status").filter({ hasText: "theo Luật năm 2025" })).toBeVisible();
  const id = await register(agency, "Quyết định của UBND", title);
  // a step does not end while a paper of the law's list is missing: the server says which
  await agency.getByRole("button", { name: "Kết thúc bước" }).click();
  await expect(agency.getByRole("alert").getByText("Còn thiếu: Văn bản đăng ký xây dựng")).toBeVisible();
  await toAppraisal(agency, office, id, text);
  await expect(agency.getByText(/Bước này do Sở Tư pháp tỉnh Kon Tum thực hiện/)).toBeVisible();

  const path = `/dossiers/${id}/appraisal`;
  const desk = await ask<Desk>(officer.request, path);
  await send(officer, "post", `${path}/return`, {
    version: desk.version,
    outcome: "returned",
    on: today(),
    reason: "Bản so sánh, thuyết minh chưa nêu các quy định bị thay thế.",
  });

  await open(agency, id);
  await expect(agency.getByText("Bị trả lại").first()).toBeVisible();
  await expect(agency.getByRole("heading", { name: "Bước hiện tại: Gửi hồ sơ thẩm định" })).toBeVisible();
  await expect(agency.getByText("Bản so sánh, thuyết minh chưa nêu các quy định bị thay thế.")).toBeVisible();
  await agency.getByRole("button", { name: "Thêm: Bản so sánh, thuyết minh nội dung dự thảo" }).click();
  const asked = agency.getByRole("dialog");
  await asked.getByLabel("Số, ký hiệu").fill("21/BSS-STC");
  await asked.getByRole("button", { name: "Thêm giấy tờ" }).click();
  await expect(agency.getByText("21/BSS-STC").first()).toBeVisible();
  await finish(agency, null, "Thẩm định dự thảo", "Đã bổ sung bản so sánh.");

  await open(officer, id);
  await expect(officer.getByText("Đang giải quyết").first()).toBeVisible();
  await expect(officer.getByRole("link", { name: "Mở bàn thẩm định" })).toBeVisible();
  const again = await ask<Desk & { stage: string }>(officer.request, path);
  expect(again.stage).toBe("RECEIVED");
});

test("a council's resolution goes from registration to its signature under the law of 2025", async ({ browser }) => {
  const agency = await at(browser, "sotaichinh");
  const committee = await at(browser, "ubndtinh");
  const council = await at(browser, "hdndtinh");
  const officer = await at(browser, "thamdinh");
  const leader = await at(browser, "giamdoc");
  const serial = freshSerial();
  const title = `Quy định mức thu phí tham quan di tích lần ${serial}`;
  const id = await register(agency, "Nghị quyết của HĐND", title);
  await hurryToAppraisal([agency, council], id, draft("NGHỊ QUYẾT", title, "10.000"));

  // the way to the appraisal is walked above, the appraisal has a journey of its own
  const path = `/dossiers/${id}/appraisal`;
  const act = async (page: typeof officer, what: string, data: object = {}) =>
    send(page, "post", `${path}/${what}`, { version: (await ask<Desk>(officer.request, path)).version, ...data });
  await act(officer, "complete", { on: today() });
  for (const { code, condition } of (await ask<Desk>(officer.request, path)).subjects) {
    if (!condition) await send(officer, "put", `${path}/subjects/${code}`, { verdict: "MET", opinion: "Phù hợp." });
  }
  await act(officer, "conclude", { outcome: "ready-after-revision", conclusion: "Đề nghị rà lại mức thu." });
  await act(leader, "approve");
  await act(officer, "send", { number: `${serial}/BC-STP`, on: today() });

  await open(agency, id);
  await addMissing(agency, draft("NGHỊ QUYẾT", title, "15.000"));
  await agency.getByRole("tab", { name: "Dự thảo" }).click();
  await expect(agency.locator("del", { hasText: "10.000" })).toBeVisible();
  await expect(agency.locator("ins", { hasText: "15.000" })).toBeVisible();
  await finish(agency, null, "Trình Ủy ban nhân dân");

  await open(committee, id);
  await finish(committee, /^Hồ sơ đủ/, "Ủy ban nhân dân quyết định trình Hội đồng nhân dân");
  await addMissing(committee, "");
  await finish(committee, /^Quyết định trình/, "Gửi hồ sơ thẩm tra");
  await finish(committee, null, "Thẩm tra");
  // verification, session and certification are the council's: its own office records them
  await open(council, id);
  await addMissing(council, "");
  await finish(council, /^Đã có báo cáo/, "Tiếp thu, giải trình ý kiến thẩm tra");
  await open(committee, id);
  await addMissing(committee, "");
  await finish(committee, null, "Gửi hồ sơ đến đại biểu Hội đồng nhân dân");
  await open(council, id);
  await addMissing(council, "");
  await finish(council, null, "Hội đồng nhân dân xem xét, thông qua");
  await council.getByLabel("Số phiếu tán thành").fill("40");
  await council.getByLabel("trên tổng số").fill("48");
  await finish(council, /^Đã thông qua/, "Ký chứng thực nghị quyết");
  await expect(council.getByText("40/48 phiếu tán thành")).toBeVisible();

  const number = `${serial}/${today().slice(0, 4)}/NQ-HĐND`;
  await council.getByLabel("Số, ký hiệu").fill(number);
  const chosen = council.waitForEvent("filechooser");
  await council.getByRole("button", { name: "Tệp văn bản đã ký" }).click();
  await (await chosen).setFiles(textFile(`nq-${serial}.txt`, draft("NGHỊ QUYẾT", title, "15.000")));
  await council.getByRole("button", { name: "Ghi đã ký" }).click();
  await expect(council.getByText(`Đã ký số ${number}`)).toBeVisible();
  await expect(council.getByText("Đã ban hành").first()).toBeVisible();
  await expect(council.getByText(/Gửi văn bản để đăng công báo điện tử/).first()).toBeVisible();
});
