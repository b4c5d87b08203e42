import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { daysAgo, Steps, written } from "./dossier";
import { ask, field, freshSerial, signIn } from "./workspace";

async function signedIn(browser: Browser, username: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL, locale: "vi-VN" });
  const page = await context.newPage();
  await signIn(page, username);
  return page;
}

/** A decision of the province with one basis too many; everything in it is invented. */
function text(subject: string, number: string, day: string, effective: string, fee: string): string {
  const [year, month, date] = day.split("-");
  const [inYear, inMonth, inDate] = effective.split("-");
  return `ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ${number}
Quảng Ngãi, ngày ${date} tháng ${month} năm ${year}
QUYẾT ĐỊNH
${subject}
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Công văn số 123/STC-QLG ngày 05 tháng 01 năm 2026 của Sở Tài chính;
Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 88/TTr-STC;
Ủy ban nhân dân ban hành Quyết định ${subject.toLowerCase()}.
Điều 1. Phạm vi điều chỉnh
Quyết định này quy định mức hỗ trợ nước sạch nông thôn trên địa bàn tỉnh Quảng Ngãi.
Điều 2. Mức hỗ trợ
1. Mức hỗ trợ đối với hộ nghèo là 2.000 đồng cho một mét khối.
2. Mức hỗ trợ đối với hộ cận nghèo là ${fee} đồng cho một mét khối.
Điều 3. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày ${inDate} tháng ${inMonth} năm ${inYear}.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn An
`;
}

/** The words of a Word file: unpacked by the system's unzip, tags taken out. */
function wordsOf(docx: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), "qppl-"));
  writeFileSync(join(folder, "report.docx"), docx);
  execFileSync("unzip", ["-q", "-o", "report.docx", "word/document.xml"], { cwd: folder });
  return readFileSync(join(folder, "word", "document.xml"), "utf8").replace(/<[^>]+>/g, " ");
}

test("one provincial decision goes from registration to publication: five people, appraisal included", async ({
  browser,
}) => {
  const drafter = await signedIn(browser, "sotaichinh");
  const office = await signedIn(browser, "ubndtinh");
  const officer = await signedIn(browser, "thamdinh");
  const leader = await signedIn(browser, "giamdoc");
  const serial = freshSerial();
  const subject = `Quy định mức hỗ trợ nước sạch đợt ${serial}`;
  const day = daysAgo(1);
  const number = `${serial}/${day.slice(0, 4)}/QĐ-UBND`;
  const effective = daysAgo(-20);
  const id = await Steps.register(drafter, {
    form: "COMMITTEE_DECISION",
    level: "PROVINCE",
    kind: "ORDINARY",
    title: `Quyết định ${subject.toLowerCase()}`,
    purpose: "Quy định chi tiết điều được luật giao",
    registeredOn: daysAgo(50),
  });
  const steps = new Steps(drafter, id);
  await steps.toAppraisal(office, 50, text(subject, "…/2026/QĐ-UBND", day, effective, "1.500"));

  // the officer finds it in the queue and takes it
  await officer.goto("/lam-viec/tham-dinh");
  await officer.getByRole("searchbox", { name: "Tìm theo tên dự thảo" }).fill(`đợt ${serial}`);
  await expect(officer).toHaveURL(/q=/);
  await officer.getByRole("link", { name: new RegExp(`đợt ${serial}`, "i") }).click();
  await officer.getByRole("button", { name: "Nhận thụ lý" }).click();
  await expect(officer.getByText("Bạn thụ lý hồ sơ này.")).toBeVisible();
  await field(officer, "Ngày hồ sơ đủ").fill(written(daysAgo(9)));
  await officer.getByRole("button", { name: "Xác nhận hồ sơ đủ" }).click();
  await expect(officer.locator(".due").first()).toContainText("ngày làm việc");

  // a remark on the clause reached by keyboard
  const outline = officer.getByRole("navigation", { name: "Điều, khoản, điểm của dự thảo" });
  await expect(outline.getByRole("button", { name: "khoản 2" })).toBeVisible();
  await outline.getByRole("button", { name: "khoản 1" }).click();
  await officer.keyboard.press("j");
  await officer.keyboard.press("n");
  const dialog = officer.getByRole("dialog", { name: "Nhận xét tại khoản 2 Điều 2" });
  await dialog.getByRole("textbox", { name: "Nhận xét" }).fill("Mức hỗ trợ vượt khung của Nghị định.");
  await dialog.getByRole("button", { name: "Ghi nhận xét" }).click();
  await expect(dialog).toBeHidden();

  // the rules are run on the draft; the officer agrees with one of the findings
  await officer.getByRole("button", { name: "Máy phát hiện" }).click();
  await officer.getByRole("button", { name: "Kiểm tra văn bản" }).click();
  const finding = officer.getByRole("listitem").filter({ hasText: "Công văn số 123/STC-QLG" }).first();
  await finding.getByRole("button", { name: "Đúng là sai sót" }).click();
  await expect(finding).toContainText("Đinh Thị Hrê");

  await officer.getByRole("button", { name: "Nội dung", exact: true }).click();
  const subjects = officer.locator(".bench-subjects > li");
  await expect(subjects.first()).toBeVisible();
  for (let n = 0; n < (await subjects.count()); n++) {
    const one = subjects.nth(n);
    await one.getByRole("combobox").selectOption("MET");
    await one.getByRole("textbox").fill("Phù hợp với quy định hiện hành.");
    await one.getByRole("button", { name: "Lưu ý kiến" }).click();
    await expect(one.getByRole("button", { name: "Lưu ý kiến" })).toHaveCount(0);
  }
  await officer.getByRole("button", { name: "Kết luận", exact: true }).click();
  await officer.getByRole("combobox", { name: "Kết luận" }).selectOption("ready-after-revision");
  await officer
    .getByRole("textbox", { name: "Nội dung kết luận" })
    .fill("Đề nghị tiếp thu nhận xét tại khoản 2 Điều 2.");
  await officer.getByRole("button", { name: "Kết luận và trình duyệt" }).click();
  await expect(officer.getByText("Chờ lãnh đạo cơ quan thẩm định duyệt.")).toBeVisible();
  await expect(officer.getByRole("button", { name: "Duyệt kết luận" })).toHaveCount(0);

  // the leader reads and approves on a telephone
  await leader.setViewportSize({ width: 390, height: 844 });
  await leader.goto(`/lam-viec/tham-dinh/${id}`);
  await leader.getByRole("button", { name: "Xem trước báo cáo" }).click();
  await expect(leader.locator(".report-preview")).toContainText("Mức hỗ trợ vượt khung của Nghị định.");
  await leader.getByRole("button", { name: "Duyệt kết luận" }).click();
  await expect(leader.getByText("Huỳnh Ngọc Sơn duyệt")).toBeVisible();
  await leader.setViewportSize({ width: 1440, height: 900 });

  await officer.reload();
  await field(officer, "Số, ký hiệu").fill(`${serial}/BC-STP`);
  await field(officer, "Ngày báo cáo").fill(written(daysAgo(4)));
  await officer.getByRole("button", { name: "Gửi báo cáo thẩm định" }).click();
  await expect(officer.getByText("Báo cáo đã gửi.")).toBeVisible();

  // the drafting body opens the report, explains, and hands in its revised draft
  await drafter.goto(`/lam-viec/tham-dinh/${id}?viec=conclusion`);
  const [download] = await Promise.all([
    drafter.waitForEvent("download"),
    drafter.getByRole("link", { name: "Tải báo cáo (.docx)" }).click(),
  ]);
  const words = wordsOf(readFileSync(await download.path()));
  for (const part of [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "SỞ TƯ PHÁP TỈNH QUẢNG NGÃI",
    `Số: ${serial}/BC-STP`,
    "Tại khoản 2 Điều 2",
    "Huỳnh Ngọc Sơn",
  ])
    expect(words).toContain(part);
  expect(words).not.toContain("{{");
  const signed = text(subject, number, day, effective, "1.200");
  await steps.paper("appraisal-explanation", daysAgo(3));
  await steps.draft(signed);
  await steps.finish("revised", daysAgo(3), "submission");
  const there = steps.by(office);
  await there.finish("complete", daysAgo(2), "meeting");
  await there.paper("ballots", day);
  await there.finish("adopted", day, "signature");
  const issued = await there.sign(number, day, `da-ky-${serial}.txt`, signed);
  expect(issued.state).toBe("ISSUED");

  // the signed file enters the register by the desk of confirmation, as every other
  const item = async () =>
    (await ask<{ items: { id: number; state: string }[] }>(leader.request, `/intake/items?q=da-ky-${serial}`)).items[0];
  await expect.poll(async () => (await item())?.state).toBe("READ");
  await leader.goto(`/lam-viec/tiep-nhan/xac-nhan/${(await item())?.id}`);
  await expect(field(leader, "Số ký hiệu")).toHaveValue(number);
  await leader.getByRole("button", { name: /^Xác nhận và công khai/ }).click();
  await expect(leader.getByText(`Đã đưa ${number} vào sổ.`)).toBeVisible();
  await there.finish("published", daysAgo(0), "self-inspection");

  // what became of the remark: its words are gone from the signed text, the officer says so
  await officer.goto(`/lam-viec/tham-dinh/${id}?viec=remarks`);
  await expect(officer.getByText("Đoạn này không còn nguyên văn trong văn bản đã ký.")).toBeVisible();
  await officer.getByRole("button", { name: "Đã tiếp thu" }).click();
  await expect(officer.getByRole("button", { name: "Đã tiếp thu" })).toHaveAttribute("aria-pressed", "true");

  // an official of another body finds the decision, and so does everybody
  const official = await signedIn(browser, "canbo");
  await official.goto(`/lam-viec/van-ban?q=${encodeURIComponent(`đợt ${serial}`)}`);
  await expect(official.getByRole("link", { name: number })).toBeVisible();
  const found = await ask<{ items: { id: number }[] }>(
    official.request,
    `/documents?number=${encodeURIComponent(number)}`,
  );
  const stranger = await browser.newContext({ baseURL: test.info().project.use.baseURL });
  const open = await stranger.request.get(`/api/public/documents/${found.items[0]?.id}`);
  expect(open.ok(), String(open.status())).toBe(true);
  for (const page of [drafter, office, officer, leader, official]) await page.context().close();
  await stranger.close();
});
