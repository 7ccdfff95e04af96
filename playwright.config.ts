import { defineConfig } from "@playwright/test";

const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

const CLOCK = "clock.spec.ts";
/** What everybody sees at once. */
const FOR_ALL = "staff-look.spec.ts";
/** On several machines alone. */
const MACHINES = "machines.spec.ts";
/** On a second server, with local accounts. */
const LOCAL = "local-accounts.spec.ts";
const LOCAL_SERVER = { baseURL: process.env.LOCAL_APP_URL };
const DESKTOP = { browserName: "chromium", viewport: { width: 1280, height: 800 } } as const;
const PHONE = {
  browserName: "chromium",
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
} as const;

/** Where scripts do something of their own on a small screen. */
const PHONE_JOURNEYS = ["content.spec.ts", "messages.spec.ts", "proposals.spec.ts"];

/** `npm run e2e` starts the product and its database on free ports, finds a Chromium, and passes on where they are. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    baseURL: process.env.APP_URL,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Pictures and copies of every step would take half of a small machine; what failed is described beside the trace.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run"],
    },
  },
  // For a machine that has other things to do as well; a journey by itself takes seconds.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  projects: [
    { name: "desktop", use: DESKTOP, testIgnore: [CLOCK, FOR_ALL, LOCAL, MACHINES] },
    { name: "phone", use: PHONE, testMatch: PHONE_JOURNEYS },
    { name: "local", use: { ...DESKTOP, ...LOCAL_SERVER }, testMatch: LOCAL },
    // They move the clock of everybody, and the look: everybody else is done by then.
    { name: "clock", use: DESKTOP, testMatch: [CLOCK, FOR_ALL], dependencies: ["desktop", "phone"] },
    // It changes a setting, and is after everybody else for that.
    ...(process.env.MACHINES ? [{ name: "machines", use: DESKTOP, testMatch: MACHINES, dependencies: ["clock"] }] : []),
  ],
});
