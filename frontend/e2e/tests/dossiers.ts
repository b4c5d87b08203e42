import { type Browser, expect, type Page } from "@playwright/test";
import { ask, signIn, textFile } from "./workspace";

/** A draft of ours; everything in it is invented. */
export function draft(form: "QUYẾT ĐỊNH" | "NGHỊ QUYẾT", subject: string, fee: string): string {
  return `${form === "NGHỊ QUYẾT" ? "HỘI ĐỒNG NHÂN DÂN" : "ỦY BAN NHÂN DÂN"}
TỈNH ${form === "NGHỊ QUYẾT" ? "QUẢNG NGÃI" : "KON TUM"}

${form}
${subject}

Điều 1. Phạm vi điều chỉnh
Văn bản này quy định ${subject.toLowerCase()} trên địa bàn tỉnh.

Điều 2. Mức thu
1. Mức thu đối với cá nhân là ${fee} đồng.
2. Mức thu đối với tổ chức là 40.000 đồng.

Điều 3. Hiệu lực thi hành
Văn bản này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2027.
`;
}

/** A person at work, in a window of their own. */
export async function at(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
  await signIn(page, username);
  return page;
}

/** @returns the dossier's id */
export async function register(page: Page, form: string, title: string): Promise<number> {
  await page.goto("/lam-viec/ho-so/dang-ky");
  await page.getByLabel("Hình thức văn bản").selectOption({ label: form });
  await page.getByLabel("Trích yếu văn bản").fill(title);
  await page.getByLabel("Lý do, mục đích ban hành").fill("Luật giao Hội đồng nhân dân, Ủy ban nhân dân tỉnh quy định.");
  await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await page.waitForURL(/ho-so\/\d+$/);
  return Number(/ho-so\/(\d+)/.exec(page.url())?.[1]);
}

export async function open(page: Page, id: number): Promise<void> {
  await page.goto(`/lam-viec/ho-so/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Every paper that the current step's checklist calls missing, by number and date, or as a file where it is the draft. */
export async function addMissing(page: Page, text: string): Promise<void> {
  const step = page.getByRole("region", { name: /^Bước hiện tại/ });
  await expect(step).toBeVisible();
  const lines = step.locator("li", { hasText: "còn thiếu" });
  for (let left = await lines.count(); left > 0; left--) {
    await lines.first().getByRole("button").click();
    const asked = page.getByRole("dialog");
    const file = asked.getByRole("button", { name: "Tệp dự thảo" });
    if (await file.isVisible()) {
      const chosen = page.waitForEvent("filechooser");
      await file.click();
      await (await chosen).setFiles(textFile("du-thao.txt", text));
    } else await asked.getByLabel("Số, ký hiệu").fill(`${left}/CV`);
    await asked.getByRole("button", { name: /^(Thêm giấy tờ|Tải dự thảo mới)$/ }).click();
    await expect(asked).toBeHidden();
    await expect(lines).toHaveCount(left - 1);
  }
}

/** Ends the current step; the page then shows the step it leads to. */
export async function finish(page: Page, outcome: RegExp | null, then: string, reason?: string): Promise<void> {
  const step = page.getByRole("region", { name: /^Bước hiện tại/ });
  if (outcome) await step.getByRole("radio", { name: outcome }).check();
  if (reason) await step.getByLabel(/^(Lý do|Ghi chú)/).fill(reason);
  await step.getByRole("button", { name: "Kết thúc bước" }).click();
  await expect(page.getByRole("heading", { name: `Bước hiện tại: ${then}` })).toBeVisible();
}

/** From registration to the appraisal desk. */
export async function toAppraisal(agency: Page, office: Page, id: number, text: string): Promise<void> {
  await addMissing(agency, text);
  await finish(agency, null, "Chấp thuận, phân công cơ quan chủ trì soạn thảo");
  await open(office, id);
  await addMissing(office, text);
  await finish(office, /^Chấp thuận, phân công/, "Tổng kết, đánh giá thực trạng và soạn thảo");
  await open(agency, id);
  await addMissing(agency, text);
  await finish(agency, null, "Lấy ý kiến, phản biện xã hội đối với dự thảo");
  await addMissing(agency, text);
  await finish(agency, null, "Gửi hồ sơ thẩm định");
  await addMissing(agency, text);
  await finish(agency, null, "Thẩm định dự thảo");
}

async function csrf(page: Page): Promise<{ "X-XSRF-TOKEN": string }> {
  const cookies = await page.context().cookies();
  return { "X-XSRF-TOKEN": cookies.find((c) => c.name === "XSRF-TOKEN")?.value ?? "" };
}

interface Way {
  version: number;
  actions: string[];
  current: {
    code: string;
    checklist: { code: string; name: string; required: boolean; there: boolean }[];
    outcomes: { code: string; reasonRequired: boolean }[];
  };
}

/** As toAppraisal, without the pages: for a journey about what comes after. */
export async function hurryToAppraisal(people: Page[], id: number, text: string): Promise<void> {
  const path = `/dossiers/${id}`;
  for (;;) {
    let moved = false;
    for (const page of people) {
      const seen = await page.request.get(`/api${path}`);
      if (!seen.ok()) continue;
      const { actions, current } = (await seen.json()) as Way;
      if (!actions.includes("finish")) continue;
      for (const { code, name, required, there } of current.checklist) {
        if (there || !required) continue;
        const multipart: Record<string, string | ReturnType<typeof textFile>> =
          code === "draft" ? { file: textFile("du-thao.txt", text) } : { code, name, direction: "OUT", number: "1/CV" };
        const answer = await page.request.post(`/api${path}/${code === "draft" ? "drafts" : "papers"}`, {
          multipart,
          headers: await csrf(page),
        });
        expect(answer.ok(), `${name}: ${answer.status()} ${await answer.text()}`).toBe(true);
      }
      await send(page, "post", `${path}/finish`, {
        version: (await ask<Way>(page.request, path)).version,
        outcome: current.outcomes.find((o) => !o.reasonRequired)?.code,
        on: today(),
      });
      moved = true;
    }
    if (!moved) return;
  }
}

/** What a page would send, for steps whose page another journey walks. */
export async function send<T>(page: Page, method: "post" | "put", path: string, data: object = {}): Promise<T> {
  const answer = await page.request[method](`/api${path}`, { data, headers: await csrf(page) });
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/** The day the server takes for today. */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
}
