// The API's types. "generate" asks the running backend (QPPL_URL, QPPL_TOKEN) and writes openapi.json and schema.d.ts. "check" tells whether
// schema.d.ts is what openapi.json gives and, where QPPL_URL names a running backend, whether that still says the same; the browser
// journeys compare it with the running application in any case.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const kept = new URL("../openapi.json", import.meta.url);
const types = new URL("../src/shared/api/schema.d.ts", import.meta.url);

/** Keys in one order, so that two answers differ only where the API does. */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key])]),
  );
}

async function contract(base) {
  // the description of the workspace is for those who have signed in: QPPL_TOKEN is the data folder's secrets/command-token
  const headers = process.env.QPPL_TOKEN ? { Authorization: `Bearer ${process.env.QPPL_TOKEN}` } : {};
  const answer = await fetch(`${base}/v3/api-docs/workspace`, { headers });
  if (!answer.ok) throw new Error(`${base}/v3/api-docs/workspace: ${answer.status}`);
  // the server's own address is no part of the contract
  const { servers: _, ...all } = await answer.json();
  return ordered(all);
}

function typesOf() {
  return execFileSync("npx", ["openapi-typescript", kept.pathname], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[2] === "generate") {
  writeFileSync(kept, `${JSON.stringify(await contract(process.env.QPPL_URL ?? "http://127.0.0.1:8080"), null, 1)}\n`);
  writeFileSync(types, typesOf());
} else if (process.argv[2] === "check") {
  if (readFileSync(types, "utf8") !== typesOf())
    fail("schema.d.ts is not what openapi.json gives: npm run api:generate");
  if (process.env.QPPL_URL) {
    const now = await contract(process.env.QPPL_URL);
    const then = JSON.parse(readFileSync(kept, "utf8"));
    for (const path of Object.keys(then.paths))
      if (JSON.stringify(now.paths[path]) !== JSON.stringify(then.paths[path]))
        fail(`${path} has changed: npm run api:generate`);
    for (const name of Object.keys(then.components.schemas))
      if (JSON.stringify(now.components.schemas[name]) !== JSON.stringify(then.components.schemas[name]))
        fail(`${name} has changed: npm run api:generate`);
    const added = Object.keys(now.paths).filter((path) => then.paths[path] === undefined);
    if (added.length > 0) console.log(`new since the types were generated: ${added.join(", ")}`);
  }
  console.log("The API types are in step.");
} else {
  fail("generate or check?");
}
