import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";
import { ALONE as FILES_ALONE } from "./scripts/journey-plan.mjs";

const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

/** They change the look of every page. */
const ALONE = FILES_ALONE.map((name) => `${name}.spec.ts`);
const GALLERY = "gallery.spec.ts";
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

/** The journeys that are taken on a small screen as well say so by this tag. */
const ON_A_PHONE = /@phone/;
const OF_THEIR_OWN = [...ALONE, GALLERY, LOCAL, MACHINES];

const TOGETHER: PlaywrightTestConfig["projects"] = [
  { name: "gallery", use: DESKTOP, testMatch: GALLERY },
  { name: "desktop", use: DESKTOP, testIgnore: OF_THEIR_OWN },
  { name: "phone", use: PHONE, testIgnore: OF_THEIR_OWN, grep: ON_A_PHONE },
  { name: "local", use: { ...DESKTOP, ...LOCAL_SERVER }, testMatch: LOCAL },
  // It changes a setting, and is after everybody else for that.
  ...(process.env.MACHINES
    ? [{ name: "machines", use: DESKTOP, testMatch: MACHINES, dependencies: ["desktop", "phone"] }]
    : []),
];
/** On a product where nobody else is, one after the other. */
const FOR_THEMSELVES: PlaywrightTestConfig["projects"] = [{ name: "alone", use: DESKTOP, testMatch: ALONE, workers: 1 }];

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
    // `npm run e2e -- picture --trace retain-on-failure` keeps one: writing down every step takes a third of a small machine.
    trace: "off",
    // What cannot be pressed by then never will be; said at once, it is said with the page on which it was.
    actionTimeout: 60_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run"],
        // Documents live for half a second here: what the compilers make faster is thrown away before it has paid.
        "--js-flags=--no-opt --no-maglev",
      ],
    },
  },
  // For a machine that has other things to do as well; a journey by itself takes seconds.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  projects: process.env.JOURNEYS === "alone" ? FOR_THEMSELVES : TOGETHER,
});
