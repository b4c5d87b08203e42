import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { pages, publicPages } from "../pages.mjs";
import { decision, freshSerial, signIn, textFile, upload } from "./workspace";

/** Pages that show between them everything that has a colour. */
const DARK = [
  "viec-cua-toi",
  "tiep-nhan",
  "ban-xac-nhan-thong-tin",
  "ho-so-mot",
  "ban-tham-dinh",
  "van-ban",
  "van-ban-hieu-luc",
  "tim-kiem",
  "he-thong",
];

/** Rules whose answer depends on the colour scheme; the others were asked in light. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

async function violations(page: Page, rules?: string[]) {
  // a colour on its way is neither the old nor the new one
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((a) => a.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((a) => a.finished),
    ),
  );
  // no page has frames: "legacy" only means that no second, blank page puts the answers of frames together
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  if (rules) axe.withRules(rules);
  else axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  const result = await axe.analyze();
  return result.violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((n) => n.target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  );
}

test("every page answers, fits a phone and has no axe violation, at 390 and 1440 px, light and dark", async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const stranger = async () => (await browser.newContext({ reducedMotion: "reduce" })).newPage();
  const people = { lanhdao: await stranger(), admin: await stranger(), thamdinh: await stranger() };
  const leader = people.lanhdao;
  const failures: string[] = [];
  for (const page of Object.values(people)) page.on("pageerror", (e) => failures.push(`page error: ${e.message}`));

  await leader.goto("/lam-viec/dang-nhap");
  await expect(leader.getByLabel("Tên đăng nhập")).toBeVisible();
  failures.push(...(await violations(leader)).map((v) => `log-in ${v}`));

  for (const [name, page] of Object.entries(people)) await signIn(page, name);
  const serial = freshSerial();
  await upload(leader, [textFile(`qd-${serial}.txt`, decision(serial, `Về việc kiểm kê tài sản đợt ${serial}`))]);
  const csv = `Số ký hiệu,Trích yếu,Ngày ban hành\n${serial}/2024/QĐ-UBND,Quy định giá nước sạch,31/02/2024\n`;
  await leader.goto("/lam-viec/bang-tinh");
  await leader
    .getByTestId("sheet")
    .setInputFiles({ name: `bang-${serial}.csv`, mimeType: "text/csv", buffer: Buffer.from(csv) });
  await leader.waitForURL(/bang-tinh\/\d+/);

  for (const { name, path, as } of await pages(leader.request, people.thamdinh.request)) {
    const page = people[(as ?? "lanhdao") as keyof typeof people];
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      // the narrow one is the same page on a smaller screen
      if (width === 1440) await page.goto(`/lam-viec${path}`);
      await expect(page.locator("main h1").first()).toBeVisible();
      await expect(page.locator("[role=status] .visually-hidden")).toHaveCount(0);
      failures.push(...(await page.getByRole("alert").allTextContents()).map((t) => `${name} at ${width}: ${t}`));
      failures.push(...(await violations(page)).map((v) => `${name} at ${width} ${v}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) failures.push(`${name} at ${width}: ${wide} px wider than the screen`);
    }
    if (!DARK.includes(name)) continue;
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    failures.push(...(await violations(page, COLOUR_RULES)).map((v) => `${name} dark ${v}`));
  }
  expect(failures).toEqual([]);
});

test("every public page fits a phone and has no axe violation, at 390 and 1440 px, light and dark", async ({
  page,
}) => {
  test.setTimeout(900_000);
  const failures: string[] = [];
  page.on("pageerror", (e) => failures.push(`page error: ${e.message}`));
  for (const { name, path } of await publicPages(page.request)) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        if (colorScheme === "light" && width === 1440) await page.goto(path);
        await expect(page.locator("main h1").first()).toBeVisible();
        const rules = colorScheme === "light" ? undefined : COLOUR_RULES;
        failures.push(...(await violations(page, rules)).map((v) => `${name} ${colorScheme} at ${width} ${v}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 0) failures.push(`${name} at ${width}: ${wide} px wider than the screen`);
      }
    }
  }
  expect(failures).toEqual([]);
});
