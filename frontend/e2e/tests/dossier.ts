import { type APIResponse, expect, type Page } from "@playwright/test";

/** The date so many days ago here, yyyy-MM-dd. */
export function daysAgo(days: number): string {
  return new Date(Date.now() + 7 * 3600_000 - days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day as people write it. */
export function written(day: string): string {
  return day.split("-").reverse().join("/");
}

async function token(page: Page): Promise<Record<string, string>> {
  const cookie = (await page.context().cookies()).find((c) => c.name === "XSRF-TOKEN");
  return cookie === undefined ? {} : { "X-XSRF-TOKEN": decodeURIComponent(cookie.value) };
}

async function good<T>(answer: APIResponse): Promise<T> {
  expect(answer.ok(), `${answer.url()}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

export interface Dossier {
  id: number;
  version: number;
  state: string;
  current?: { code: string } | null;
  documentId?: number | null;
}

/** Steps of a dossier that this journey is not about, taken by the API in the name of whoever is signed in. */
export class Steps {
  constructor(
    private readonly page: Page,
    readonly id: number,
  ) {}

  static async register(page: Page, facts: object): Promise<number> {
    const answer = await page.request.post("/api/dossiers", { data: facts, headers: await token(page) });
    return (await good<Dossier>(answer)).id;
  }

  /** The same dossier in another one's hands. */
  by(page: Page): Steps {
    return new Steps(page, this.id);
  }

  async now(): Promise<Dossier> {
    return good(await this.page.request.get(`/api/dossiers/${this.id}`));
  }

  /** A letter by its number and date. */
  async paper(code: string, on: string): Promise<void> {
    const name = encodeURIComponent(`Giấy tờ ${code}`);
    await good(
      await this.page.request.post(
        `/api/dossiers/${this.id}/papers?code=${code}&name=${name}&direction=OUT&number=12%2FCV&datedOn=${on}`,
        { headers: await token(this.page) },
      ),
    );
  }

  async draft(text: string): Promise<void> {
    await good(
      await this.page.request.post(`/api/dossiers/${this.id}/drafts`, {
        multipart: { file: { name: "du-thao.txt", mimeType: "text/plain", buffer: Buffer.from(text, "utf8") } },
        headers: await token(this.page),
      }),
    );
  }

  async finish(outcome: string, on: string, step: string): Promise<void> {
    const { version } = await this.now();
    const after = await good<Dossier>(
      await this.page.request.post(`/api/dossiers/${this.id}/finish`, {
        data: { version, outcome, on },
        headers: await token(this.page),
      }),
    );
    expect(after.current?.code).toBe(step);
  }

  async sign(number: string, on: string, fileName: string, text: string): Promise<Dossier> {
    const { version } = await this.now();
    return good(
      await this.page.request.post(
        `/api/dossiers/${this.id}/sign?version=${version}&number=${encodeURIComponent(number)}&on=${on}`,
        {
          multipart: { file: { name: fileName, mimeType: "text/plain", buffer: Buffer.from(text, "utf8") } },
          headers: await token(this.page),
        },
      ),
    );
  }

  /** From registration to the appraisal desk, as the drafting body and the committee's office do it. */
  async toAppraisal(office: Page, begun: number, text: string): Promise<void> {
    await this.paper("registration", daysAgo(begun));
    await this.finish("registered", daysAgo(begun - 1), "assignment");
    const there = this.by(office);
    await there.paper("assignment", daysAgo(begun - 3));
    await there.finish("assigned", daysAgo(begun - 3), "drafting");
    for (const code of ["submission", "comparison", "law-review"]) await this.paper(code, daysAgo(begun - 8));
    await this.draft(text);
    await this.finish("drafted", daysAgo(begun - 10), "consultation");
    await this.paper("opinions", daysAgo(begun - 38));
    await this.finish("done", daysAgo(begun - 38), "appraisal-request");
    await this.paper("appraisal-letter", daysAgo(begun - 40));
    await this.finish("sent", daysAgo(begun - 40), "appraisal");
  }
}
