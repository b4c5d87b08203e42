import { Problem, type ProblemBody } from "./problem";

/** A query as it stands in an address; null, undefined, empty and false values are left out, arrays repeat their name. */
export type Query = Record<string, string | number | boolean | null | undefined | readonly string[]>;

export function queryString(query: Query): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    if (Array.isArray(value)) for (const one of value) parts.append(name, one);
    else parts.append(name, String(value));
  }
  const text = parts.toString();
  return text === "" ? "" : `?${text}`;
}

let language = "vi";

export function speak(to: string): void {
  language = to;
}

function csrfToken(): string | undefined {
  const cookie = document.cookie.split("; ").find((c) => c.startsWith("XSRF-TOKEN="));
  return cookie === undefined ? undefined : decodeURIComponent(cookie.slice("XSRF-TOKEN=".length));
}

async function once(method: string, path: string, body: BodyInit | undefined, json: boolean, signal?: AbortSignal) {
  const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": language };
  if (json && body !== undefined) headers["Content-Type"] = "application/json";
  const token = method === "GET" ? undefined : csrfToken();
  if (token !== undefined) headers["X-XSRF-TOKEN"] = token;
  try {
    return await fetch(path, { method, headers, body, credentials: "same-origin", signal });
  } catch (e) {
    if (e instanceof DOMException && e.name === "AbortError") throw e;
    throw new Problem({ type: "urn:qppl:problem:network", status: 0 });
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.includes("json")) {
    const body = (await response.json()) as Partial<ProblemBody>;
    return new Problem({
      ...body,
      type: body.type ?? `urn:qppl:problem:http-${response.status}`,
      status: response.status,
    });
  }
  return new Problem({ type: `urn:qppl:problem:http-${response.status}`, status: response.status });
}

async function ask<T>(method: string, path: string, body?: BodyInit, json = true, signal?: AbortSignal): Promise<T> {
  let response = await once(method, path, body, json, signal);
  if (response.status === 403 && method !== "GET") {
    const problem = await problemOf(response);
    if (problem.code !== "stale-page") throw problem;
    // the token belongs to a session that has ended: reading the session brings the new one
    await once("GET", "/api/session", undefined, false, signal);
    response = await once(method, path, body, json, signal);
  }
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204 || response.headers.get("Content-Length") === "0") return undefined as T;
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

export const api = {
  get: <T>(path: string, query: Query = {}, signal?: AbortSignal) =>
    ask<T>("GET", `/api${path}${queryString(query)}`, undefined, true, signal),
  post: <T>(path: string, body: unknown = {}) => ask<T>("POST", `/api${path}`, JSON.stringify(body)),
  put: <T>(path: string, body: unknown) => ask<T>("PUT", `/api${path}`, JSON.stringify(body)),
  delete: <T>(path: string) => ask<T>("DELETE", `/api${path}`),
  /** @param fields of the same form; empty ones are left out */
  upload: <T>(
    path: string,
    files: readonly File[],
    signal?: AbortSignal,
    fields: Record<string, string | null | undefined> = {},
  ) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
    for (const file of files) form.append("file", file, file.name);
    return ask<T>("POST", `/api${path}`, form, false, signal);
  },
};
