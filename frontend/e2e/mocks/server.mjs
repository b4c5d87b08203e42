// For looking at pages while the backend lacks an answer: serves the built workspace with invented answers. Never part of a test or of
// the product. node mocks/server.mjs, then http://127.0.0.1:4173/lam-viec/

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { answers } from "./answers.mjs";

const dist = new URL("../../workspace/dist/", import.meta.url);
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
};

createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (url.pathname.startsWith("/api/")) {
    const answer = answers(
      request.method ?? "GET",
      url.pathname.slice(4),
      url.searchParams,
      request.headers.cookie ?? "",
    );
    const problem = answer.status >= 400;
    response.writeHead(answer.status, {
      "Content-Type": problem ? "application/problem+json" : "application/json",
      ...(answer.cookie ? { "Set-Cookie": answer.cookie } : {}),
    });
    response.end(answer.body === undefined ? "" : JSON.stringify(answer.body));
    return;
  }
  const path = url.pathname.replace(/^\/lam-viec\//, "");
  const file = extname(path) === "" ? "index.html" : path;
  try {
    const bytes = await readFile(new URL(file, dist));
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(bytes);
  } catch {
    response.writeHead(404);
    response.end();
  }
}).listen(4173, "127.0.0.1", () => console.log("http://127.0.0.1:4173/lam-viec/"));
