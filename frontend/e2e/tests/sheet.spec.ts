import { expect, test } from "@playwright/test";
import { freshSerial, signIn } from "./workspace";

test("a spreadsheet with errors says which row and why; the good rows come in once", async ({ page }) => {
  const serial = freshSerial();
  const rows = [
    "STT,Số ký hiệu,Trích yếu,Ngày ban hành,Loại văn bản,Cơ quan ban hành",
    `1,${serial}/2024/QĐ-UBND,Ban hành Quy chế phối hợp quản lý chợ,15/03/2024,Quyết định,Ủy ban nhân dân tỉnh Kon Tum`,
    `2,${serial + 1}/2023/QĐ-UBND,Quy định về phân cấp quản lý tài sản công,31/02/2023,Quyết định,Ủy ban nhân dân tỉnh Kon Tum`,
    `3,${serial + 2}/2024/QĐ-UBND,,20/05/2024,Quyết định,Ủy ban nhân dân tỉnh Kon Tum`,
  ];
  const csv = {
    name: `danh-muc-${serial}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(`\ufeff${rows.join("\n")}\n`, "utf8"),
  };
  await signIn(page, "lanhdao");
  await page.goto("/lam-viec/bang-tinh");
  await page.getByTestId("sheet").setInputFiles(csv);
  await expect(page.getByRole("heading", { level: 1, name: csv.name })).toBeVisible();

  // errors come first, with the reason in words
  await expect(page.getByText("ngày này không có trong lịch")).toBeVisible();
  await expect(page.getByText("Trích yếu: để trống")).toBeVisible();
  // columns were recognised and can be changed
  await expect(page.getByLabel("Là mục: Trích yếu")).toHaveValue("TITLE");

  await page.getByRole("button", { name: "Nhập 1 dòng" }).click();
  await expect(page.getByText("Đã nhập 1 dòng vào sổ.")).toBeVisible();
  await page.goto(`/lam-viec/van-ban?number=${serial}%2F2024%2FQĐ-UBND`);
  await expect(page.getByRole("link", { name: `${serial}/2024/QĐ-UBND` })).toHaveCount(1);

  // the corrected file again: what is in is not doubled
  const corrected = rows.map((r) =>
    r.replace("31/02/2023", "28/02/2023").replace(",,20/05", ",Quy định mức thu phí tham quan,20/05"),
  );
  await page.goto("/lam-viec/bang-tinh");
  await page
    .getByTestId("sheet")
    .setInputFiles({ ...csv, buffer: Buffer.from(`\ufeff${corrected.join("\n")}\n`, "utf8") });
  await page.getByRole("button", { name: "Nhập 2 dòng" }).click();
  await expect(page.getByText("Đã nhập 2 dòng vào sổ.")).toBeVisible();
  await page.goto(`/lam-viec/van-ban?number=${serial}%2F2024%2FQĐ-UBND`);
  await expect(page.getByRole("link", { name: `${serial}/2024/QĐ-UBND` })).toHaveCount(1);
});
