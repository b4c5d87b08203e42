/** Debian's Chromium, as it runs without a display and as root. */
export const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export const baseURL = process.env.QPPL_URL ?? "http://127.0.0.1:8080";
/** The sample accounts' password, as the start of the application prints it. */
export const password = process.env.QPPL_PASSWORD ?? "";
