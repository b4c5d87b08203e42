import { defineConfig } from "@playwright/test";
import { baseURL, launchOptions } from "./browser.mjs";

/** Journeys on the real application with its sample pack, one after the other: they share one register. */
export default defineConfig({
  testDir: "tests",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // they only end what would wait for ever: how fast the machine is decides nothing
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [["list"]],
  use: {
    baseURL,
    launchOptions,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
  },
});
