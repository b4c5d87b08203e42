import { expect, test } from "@playwright/test";
import { password } from "../browser.mjs";
import { signIn } from "./workspace";

test("a wrong password is told in words, the right one leads to where the letter pointed", async ({ page }) => {
  await page.goto("/lam-viec/van-ban?type=QUYET_DINH");
  await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
  await page.getByLabel("Tên đăng nhập").fill("chuyenvien");
  await page.getByRole("textbox", { name: "Mật khẩu" }).fill("không phải mật khẩu");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("alert")).toContainText("Tên đăng nhập hoặc mật khẩu không đúng");
  await page.getByRole("textbox", { name: "Mật khẩu" }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Văn bản" })).toBeVisible();
  await expect(page.getByLabel("Hình thức văn bản")).toHaveValue("QUYET_DINH");
});

test("navigation shows what a person may do, English is one click away", async ({ page }) => {
  await signIn(page, "canbo");
  const navigation = page.getByRole("navigation", { name: "Điều hướng chính" });
  await expect(navigation.getByRole("link", { name: "Văn bản" })).toBeVisible();
  await expect(navigation.getByRole("link", { name: "Tiếp nhận tệp" })).toHaveCount(0);
  await expect(navigation.getByRole("link", { name: "Người dùng" })).toHaveCount(0);
  await page.getByRole("button", { name: /Tài khoản/ }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My work" })).toBeVisible();
});

test("Ctrl K goes to a document by its number, written without marks", async ({ page }) => {
  await signIn(page, "canbo");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("30/2021 qd ubnd");
  await expect(page.getByRole("option").first()).toContainText("30/2021/QĐ-UBND");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/van-ban\/\d+/);
  await expect(page.getByText("30/2021/QĐ-UBND").first()).toBeVisible();
});
