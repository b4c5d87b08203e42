import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const tokens = readFileSync(resolve("../tokens/tokens.css"), "utf8");
const portal = readFileSync(resolve("../portal/static/portal.css"), "utf8");

/** The custom properties of the first rule with this selector. */
function rule(css: string, selector: string): Map<string, string> {
  const from = css.indexOf(`${selector} {`);
  expect(from, selector).toBeGreaterThanOrEqual(0);
  const body = css.slice(css.indexOf("{", from) + 1, css.indexOf("}", from));
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((m) => [m[1] as string, (m[2] as string).trim()]));
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(full.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe("the design tokens of both sites", () => {
  const light = rule(tokens, ":root");
  const dark = rule(tokens, ':root[data-theme="dark"]');

  it("are dark in the same way, chosen or by the device", () => {
    expect([...rule(tokens, ":root:not([data-theme])")]).toEqual([...dark]);
  });

  it("stand in one sheet", () => {
    expect(portal).not.toMatch(/^\s*--[\w-]+:/m);
    const used = new Set([...portal.matchAll(/var\((--[\w-]+)/g)].map((m) => m[1] as string));
    expect([...used].filter((name) => !light.has(name))).toEqual([]);
  });

  it.each([
    ["light", new Map(light)],
    ["dark", new Map([...light, ...dark])],
  ])("are legible as text on paper and ground (%s)", (_, values) => {
    const text = "ink soft state action in-force partly expired suspended not-yet good warn bad".split(" ");
    const poor = text.flatMap((name) =>
      ["paper", "ground"].flatMap((under) => {
        const ratio = contrast(values.get(`--${name}`) as string, values.get(`--${under}`) as string);
        return ratio >= 4.5 ? [] : [`--${name} on --${under}: ${ratio.toFixed(2)}`];
      }),
    );
    expect(poor).toEqual([]);
  });
});
