import { expect, test } from "@playwright/test";
import { amendment, ask, decision, field, freshSerial, signIn, textFile, upload } from "./workspace";

test("an amending decision is accepted in part; the rest is decided at the desk of effects, with its traces on the page", async ({
  page,
}) => {
  const serial = freshSerial();
  await signIn(page, "lanhdao");
  await upload(page, [
    textFile(`goc-${serial}.txt`, decision(serial, `Quy định mức hỗ trợ nước sạch đợt ${serial}`)),
    textFile(`sua-${serial}.txt`, amendment(serial + 1, serial)),
  ]);
  await page.getByRole("link", { name: `goc-${serial}.txt` }).click();
  await expect(field(page, "Số ký hiệu")).toHaveValue(`${serial}/QĐ-UBND`);
  await page.keyboard.press("a");
  await expect(page.getByText(`Đã đưa ${serial}/QĐ-UBND vào sổ.`)).toBeVisible();

  // the amending one: every effect that was read is unticked, then the document is confirmed without them
  await expect(field(page, "Số ký hiệu")).toHaveValue(`${serial + 1}/QĐ-UBND`);
  const ticks = page.getByRole("checkbox", { name: /^Ghi tác động/ });
  await expect(ticks.first()).toBeVisible();
  const read = await ticks.count();
  for (let n = 0; n < read; n++) await ticks.nth(n).setChecked(false);
  await page.getByRole("button", { name: /^Xác nhận và công khai/ }).click();
  await expect(page.getByText(`Đã đưa ${serial + 1}/QĐ-UBND vào sổ.`)).toBeVisible();

  const found = await ask<{ items: { id: number }[] }>(page.request, `/documents?number=${serial + 1}/QĐ-UBND`);
  const id = found.items[0]?.id;
  await page.goto(`/lam-viec/van-ban/${id}?tab=effect`);
  const waiting = page.getByRole("region", { name: "Tác động đọc được, chờ quyết" });
  const rows = waiting.getByRole("row");
  await expect(rows.filter({ hasText: `${serial}/QĐ-UBND` }).first()).toBeVisible();
  const before = await rows.count();
  await rows.filter({ hasText: "khoản 1 Điều 1" }).first().getByRole("button", { name: "Nhận", exact: true }).click();
  await expect(page.getByText("Đã quyết 1 mục.")).toBeVisible();
  await expect(rows).toHaveCount(before - 1);

  // refusing wants a reason and is remembered
  await rows.first().getByRole("button", { name: "Không nhận" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Lý do" }).fill("Máy đọc nhầm");
  await dialog.getByRole("button", { name: "Không nhận" }).click();
  await expect(dialog).toBeHidden();
  await page.goto("/lam-viec/hieu-luc/cho-quyet?state=REFUSED");
  await expect(page.getByText("Máy đọc nhầm").first()).toBeVisible();

  // the amended one: its relation, and the words of two days
  const amended = await ask<{ items: { id: number }[] }>(page.request, `/documents?number=${serial}/QĐ-UBND`);
  await page.goto(`/lam-viec/van-ban/${amended.items[0]?.id}?tab=relations&kieu=so-do`);
  await expect(page.getByRole("link", { name: new RegExp(`${serial + 1}/QĐ-UBND`) })).toBeVisible();
  await page.goto(`/lam-viec/van-ban/${amended.items[0]?.id}?xem=so-sanh`);
  await expect(page.locator("ins").first()).toContainText("trung ương");

  // the second clock: in 2020 the register knew nothing of it
  await page.goto(`/lam-viec/van-ban/${id}?tab=effect&biet=2020-01-01`);
  await expect(page.getByText("Đang xem theo những gì sổ đã ghi đến hết ngày 01/01/2020")).toBeVisible();
  await expect(page.getByText("Chưa xác định hiệu lực").first()).toBeVisible();
});

test("the auditor reads the desk, the history and the effects, and finds no button that changes anything", async ({
  browser,
}) => {
  const officer = await (await browser.newContext()).newPage();
  const auditor = await (await browser.newContext()).newPage();
  const serial = freshSerial();
  await signIn(officer, "chuyenvien");
  await upload(officer, [textFile(`qd-${serial}.txt`, decision(serial, `Về việc phân bổ dự toán đợt ${serial}`))]);
  await officer.getByRole("link", { name: `qd-${serial}.txt` }).click();
  await expect(field(officer, "Số ký hiệu")).toHaveValue(`${serial}/QĐ-UBND`);

  await signIn(auditor, "thanhtra");
  await auditor.goto(officer.url());
  await expect(field(auditor, "Số ký hiệu")).toHaveValue(`${serial}/QĐ-UBND`);
  await expect(field(auditor, "Số ký hiệu")).toBeDisabled();
  await expect(auditor.getByText("Bạn xem được nhưng không quyết định tệp này.")).toBeVisible();
  for (const name of [/^Xác nhận/, /^Bỏ qua/]) await expect(auditor.getByRole("button", { name })).toHaveCount(0);
  await auditor.keyboard.press("a");
  await auditor.goto("/lam-viec/tiep-nhan");
  await expect(auditor.getByText("Bạn xem được các đợt và tệp nhưng không gửi tệp.")).toBeVisible();
  await auditor.goto("/lam-viec/quan-tri/nhat-ky");
  await expect(auditor.getByRole("row").nth(1)).toBeVisible();
  const item = await ask<{ items: { state: string }[] }>(auditor.request, `/intake/items?q=qd-${serial}.txt`);
  expect(item.items[0]?.state).toBe("READ");
  await officer.context().close();
  await auditor.context().close();
});
