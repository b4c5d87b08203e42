// Pictures of every page at two widths into docs/screenshots, from the running application (QPPL_URL) with the sample pack.
import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { chromium } from "@playwright/test";
import { baseURL, launchOptions, password } from "./browser.mjs";
import { pages, publicPages } from "./pages.mjs";

const folder = process.env.QPPL_SCREENSHOTS ?? new URL("../../docs/screenshots", import.meta.url).pathname;
const only = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch(launchOptions);

async function signedIn(username) {
  const context = await browser.newContext({
    baseURL,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto("/lam-viec/dang-nhap");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByRole("textbox", { name: "Mật khẩu" }).fill(password || "x");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => !url.pathname.includes("dang-nhap"));
  return page;
}

/** @param {import("@playwright/test").Locator} [shown] what the picture is of, where it stands far down the page */
async function picture(page, name, shown) {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ]) {
    await page.setViewportSize({ width, height });
    await shown?.evaluate((e) => e.scrollIntoView({ block: "center" }));
    await page.waitForTimeout(250);
    const path = `${folder}/${name}-${width}.png`;
    await page.screenshot({ path });
    execFileSync("pngquant", ["--force", "--skip-if-larger", "--ext", ".png", "64", path], { stdio: "ignore" });
    console.log(`${path} ${Math.round(statSync(path).size / 1024)} kB`);
  }
}

const login = await (await browser.newContext({ baseURL, locale: "vi-VN" })).newPage();
if (only.length === 0 || only.includes("dang-nhap")) {
  await login.goto("/lam-viec/dang-nhap");
  await login.getByLabel("Tên đăng nhập").waitFor();
  await picture(login, "dang-nhap");
}
const stranger = await (await browser.newContext({ baseURL, locale: "vi-VN", reducedMotion: "reduce" })).newPage();
for (const { name, path } of await publicPages(stranger.request)) {
  if (only.length > 0 && !only.includes(name)) continue;
  await stranger.goto(path);
  await picture(stranger, name);
}
const leader = await signedIn("lanhdao");
const people = { lanhdao: leader, admin: await signedIn("admin"), thamdinh: await signedIn("thamdinh") };
for (const { name, path, as, press } of await pages(leader.request, people.thamdinh.request)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const page = people[as ?? "lanhdao"];
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/lam-viec${path}`);
  await page.locator("main h1").first().waitFor();
  await page.waitForLoadState("networkidle", { timeout: 4000 }).catch(() => undefined);
  if (press) await page.getByRole("button", { name: press }).first().click();
  await picture(page, name, press ? page.locator("form").last() : undefined);
}
await browser.close();
