import { expect, test } from "@playwright/test";
import { ask, decision, field, freshSerial, signIn, textFile, upload } from "./workspace";

test("three files come in, one is confirmed by keyboard, found, published and public", async ({ page }) => {
  const serial = freshSerial();
  const subject = `Về việc kiểm tra công trình cấp nước sạch nông thôn đợt ${serial}`;
  await signIn(page, "lanhdao");
  const batch = await upload(page, [
    textFile(`qd-${serial}.txt`, decision(serial, subject)),
    textFile(`qd-${serial + 1}.txt`, decision(serial + 1, `Về việc giao nhiệm vụ đợt ${serial + 1}`)),
    { ...textFile(`hong-${serial}.docx`, ""), buffer: Buffer.from(`PK\u0003\u0004 bị cắt cụt ${serial}`) },
  ]);

  // the damaged file says what happened and what to do; the batch went on
  await expect(page.getByText("Tệp hỏng hoặc bị cắt cụt.")).toBeVisible();

  await page.getByRole("link", { name: `qd-${serial}.txt` }).click();
  await expect(field(page, "Số ký hiệu")).toHaveValue(`${serial}/QĐ-UBND`);
  await expect(field(page, "Ngày ban hành")).toHaveValue("12/06/2024");
  await expect(field(page, "Cơ quan ban hành")).toHaveValue("Ủy ban nhân dân tỉnh Kon Tum");
  // evidence: the field leads to the place in the text
  await page.getByRole("button", { name: "Xem chỗ máy đọc mục Số ký hiệu" }).click();
  await expect(page.locator("mark[data-active]")).toHaveText(`${serial}/QĐ-UBND`);

  // a value is taken from selected text by a key
  await page.locator(".legal p", { hasText: subject }).first().click({ clickCount: 3 });
  await expect(page.getByRole("toolbar", { name: "Gán đoạn đã chọn vào" })).toBeVisible();
  await page.keyboard.press("5");
  await expect(field(page, "Trích yếu")).toHaveValue(subject);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  await page.keyboard.press("a");
  await expect(page.getByText(`Đã đưa ${serial}/QĐ-UBND vào sổ.`)).toBeVisible();
  await page.getByRole("link", { name: "Xem văn bản" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(subject);
  const id = Number(/van-ban\/(\d+)/.exec(page.url())?.[1]);
  await expect(page.getByText("Còn hiệu lực").first()).toBeVisible();
  await page.getByRole("button", { name: "Vì sao?" }).click();
  await expect(page.locator("blockquote").first()).toContainText("có hiệu lực kể từ ngày 20 tháng 6 năm 2024");

  // in the register, by keyboard
  await page.goto(`/lam-viec/van-ban?q=${encodeURIComponent(`đợt ${serial}`)}`);
  await expect(page.getByRole("link", { name: `${serial}/QĐ-UBND` })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(new RegExp(`row=${id}`));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/van-ban/${id}`));

  // in the staff search by its number, within a moment
  await expect(async () => {
    await page.goto(`/lam-viec/tim-kiem?q=${serial}%20qd%20ubnd`);
    await expect(page.getByRole("link", { name: new RegExp(`${serial}/QĐ-UBND`) }).first()).toBeVisible({
      timeout: 2000,
    });
  }).toPass({ timeout: 180_000 });

  // for everyone
  const stranger = await page.context().browser()?.newContext({ baseURL: test.info().project.use.baseURL });
  const outside = await stranger?.newPage();
  await outside?.goto(`/van-ban/${id}`);
  await expect(outside?.getByRole("heading", { level: 1 }) ?? page.locator("none")).toContainText(subject);
  await stranger?.close();

  const items = await ask<{ items: { fileName: string; state: string }[] }>(
    page.request,
    `/intake/items?batch=${batch}`,
  );
  expect(Object.fromEntries(items.items.map((i) => [i.fileName, i.state]))).toEqual({
    [`qd-${serial}.txt`]: "CONFIRMED",
    [`qd-${serial + 1}.txt`]: "READ",
    [`hong-${serial}.docx`]: "FAILED",
  });
});

test("two people confirm one file: one wins, the other is told who and what", async ({ browser }) => {
  const serial = freshSerial();
  const first = await (await browser.newContext()).newPage();
  const second = await (await browser.newContext()).newPage();
  await signIn(first, "chuyenvien");
  await signIn(second, "chuyenvien2");
  await upload(first, [textFile(`qd-${serial}.txt`, decision(serial, `Về việc phân công trực lũ đợt ${serial}`))]);
  await first.getByRole("link", { name: `qd-${serial}.txt` }).click();
  await expect(field(first, "Số ký hiệu")).toHaveValue(`${serial}/QĐ-UBND`);
  await second.goto(first.url());
  await expect(field(second, "Số ký hiệu")).toHaveValue(`${serial}/QĐ-UBND`);

  await first.keyboard.press("a");
  await expect(first.getByText(`Đã đưa ${serial}/QĐ-UBND vào sổ.`)).toBeVisible();
  await second.keyboard.press("a");
  await expect(second.getByRole("alert")).toContainText("Người khác đã xử lý tệp này trước");
  await expect(second.getByRole("alert")).toContainText("Y Hạnh đã chuyển tệp sang “Đã vào sổ”");
  await expect(second.getByRole("alert").getByRole("link", { name: "Xem văn bản" })).toBeVisible();
  await first.context().close();
  await second.context().close();
});

test("a skipped file comes back by undo", async ({ page }) => {
  const serial = freshSerial();
  await signIn(page, "chuyenvien");
  await upload(page, [textFile(`qd-${serial}.txt`, decision(serial, `Về việc cử cán bộ tập huấn đợt ${serial}`))]);
  await page.getByRole("link", { name: `qd-${serial}.txt` }).click();
  await expect(field(page, "Số ký hiệu")).toHaveValue(`${serial}/QĐ-UBND`);
  await page.keyboard.press("s");
  await expect(page.getByText("Đã bỏ qua tệp.")).toBeVisible();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(field(page, "Số ký hiệu")).toHaveValue(`${serial}/QĐ-UBND`);
  await expect(page.getByRole("button", { name: /^Xác nhận/ }).last()).toBeEnabled();
});
