// The API's types, generated from the running backend: "generate" writes openapi.json and schema.d.ts, "check" tells whether the
// committed ones still say what the backend says. The backend's address is QPPL_URL.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const kept = new URL("../openapi.json", import.meta.url);
const types = new URL("../src/shared/api/schema.d.ts", import.meta.url);
const base = process.env.QPPL_URL ?? "http://127.0.0.1:8080";

/** Keys in one order and without the server's own address, so that two answers differ only where the API does. */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key])]),
  );
}

const answer = await fetch(`${base}/v3/api-docs`);
if (!answer.ok) throw new Error(`${base}/v3/api-docs: ${answer.status}`);
const { servers: _, ...contract } = await answer.json();
const now = `${JSON.stringify(ordered(contract), null, 1)}\n`;

if (process.argv[2] === "generate") {
  writeFileSync(kept, now);
  execFileSync("npx", ["openapi-typescript", kept.pathname, "--output", types.pathname], { stdio: "inherit" });
} else if (process.argv[2] === "check") {
  if (readFileSync(kept, "utf8") !== now) {
    console.error("The API has changed: run `npm run api:generate`, mend what no longer compiles, commit both.");
    process.exit(1);
  }
  console.log("The committed API types say what the backend says.");
} else {
  throw new Error("generate or check?");
}
