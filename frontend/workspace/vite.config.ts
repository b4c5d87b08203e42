import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const backend = process.env.QPPL_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  base: "/lam-viec/",
  plugins: [react()],
  server: { proxy: { "/api": backend, "/v3": backend } },
  build: { target: "es2022", assetsInlineLimit: 0, reportCompressedSize: true },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/test-setup.ts"] },
});
