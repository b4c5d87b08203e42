import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { password } from "../browser.mjs";

export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto("/lam-viec/dang-nhap");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByRole("textbox", { name: "Mật khẩu" }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Việc của tôi" })).toBeVisible();
}

/** A field of the desk by its label; buttons beside it carry the label too. */
export function field(page: Page, label: string) {
  return page.getByRole("textbox", { name: label });
}

let lastTen = 0;

/** The first of ten numbers that no other test, no other run of the last hours and no document of the sample has. */
export function freshSerial(): number {
  lastTen = Math.max(lastTen + 1, Math.floor(Date.now() / 1000));
  return 10_000 + (lastTen % 8_900) * 10;
}

/** A decision as a province writes it; everything in it is invented. */
export function decision(serial: number, subject: string): string {
  return `ỦY BAN NHÂN DÂN
TỈNH KON TUM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ${serial}/QĐ-UBND
Kon Tum, ngày 12 tháng 6 năm 2024
QUYẾT ĐỊNH
${subject}
ỦY BAN NHÂN DÂN TỈNH KON TUM
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;
Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 88/TTr-SXD ngày 03 tháng 6 năm 2024.
QUYẾT ĐỊNH:
Điều 1. Giao Sở Xây dựng chủ trì kiểm tra các công trình cấp nước sạch nông thôn trên địa bàn tỉnh.
Điều 2. Kinh phí thực hiện lấy từ nguồn ngân sách tỉnh năm 2024.
Điều 3. Quyết định này có hiệu lực kể từ ngày 20 tháng 6 năm 2024.
Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Xây dựng và Thủ trưởng các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn An
`;
}

/** A decision that changes another one; everything in it is invented. */
export function amendment(serial: number, amended: number): string {
  return `ỦY BAN NHÂN DÂN
TỈNH KON TUM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ${serial}/QĐ-UBND
Kon Tum, ngày 15 tháng 9 năm 2024
QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quyết định số ${amended}/QĐ-UBND ngày 12 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh Kon Tum
ỦY BAN NHÂN DÂN TỈNH KON TUM
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 130/TTr-SXD ngày 10 tháng 9 năm 2024.
QUYẾT ĐỊNH:
Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số ${amended}/QĐ-UBND ngày 12 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh Kon Tum
1. Sửa đổi, bổ sung Điều 2 như sau:
“Điều 2. Kinh phí thực hiện lấy từ nguồn ngân sách trung ương và ngân sách tỉnh năm 2024.”
2. Thay thế cụm từ “Sở Xây dựng” bằng cụm từ “Sở Nông nghiệp và Phát triển nông thôn” tại Điều 1.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 10 năm 2024.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn An
`;
}

export function textFile(name: string, text: string) {
  return { name, mimeType: "text/plain", buffer: Buffer.from(text, "utf8") };
}

/** Sends files by the page's own drop zone and waits until each is read. @returns the batch's id */
export async function upload(page: Page, files: ReturnType<typeof textFile>[]): Promise<number> {
  await page.goto("/lam-viec/tiep-nhan");
  await page.getByTestId("files").setInputFiles(files);
  await expect(page.getByText(`Đã gửi ${files.length} tệp.`)).toBeVisible();
  await page.getByRole("link", { name: "Xem tiến độ" }).first().click();
  await page.waitForURL(/\/tiep-nhan\/dot\/\d+/);
  const batch = Number(/dot\/(\d+)/.exec(page.url())?.[1]);
  const progress = page.getByRole("region", { name: "Đợt tiếp nhận", exact: true });
  await expect(progress.getByText("Đã đọc xong")).toBeVisible({ timeout: 180_000 });
  return batch;
}

export async function ask<T>(request: APIRequestContext, path: string): Promise<T> {
  const answer = await request.get(`/api${path}`);
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
  return (await answer.json()) as T;
}
