import { existsSync } from "node:fs";
import { run } from "./run.mjs";

const SHELL = "chromium-headless-shell";
/** The first has no windows at all, and opens a page in a third of the time. */
const SYSTEM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium: from CHROMIUM_PATH, the system or Playwright; downloaded if there is none. */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, but there is no such file.`);
  const found = given || (await findChromium());
  // A whole Chromium takes nearly three times as long: a system that has that one may have the other ready, too.
  if (found && !given && isWhole(found)) await fetchFromSystem(SHELL, { isListNew: true }).catch(() => {});
  if (found) return given || (await findChromium());
  for (const fetch of [() => fetchFromSystem(SHELL), () => fetchFromSystem("chromium"), fetchFromPlaywright]) {
    await fetch().catch((error) => console.log(`${error.message} ${error.said ?? ""}`.slice(0, 500)));
    const fetched = await findChromium();
    if (fetched) return fetched;
  }
  throw new Error(
    "The browser tests need Chromium, which was not found and could not be downloaded. Install it (Debian: apt-get install chromium-headless-shell; elsewhere: npx playwright install chromium), or set CHROMIUM_PATH.",
  );
}

function isWhole(path) {
  return SYSTEM.includes(path) && !path.endsWith(SHELL);
}

async function findChromium() {
  const { chromium } = await import("@playwright/test");
  return [...SYSTEM, chromium.executablePath()].find((path) => existsSync(path));
}

async function fetchFromSystem(name, { isListNew = false } = {}) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  if (!isListNew) await run("Looking for Chromium among the system's packages", "apt-get", ["update", "-q"], { env });
  await run(`Installing ${name}`, "apt-get", ["install", "-y", "-q", "--no-install-recommends", name], { env });
}

async function fetchFromPlaywright() {
  await run("Fetching Playwright's Chromium", process.execPath, [
    "node_modules/@playwright/test/cli.js",
    "install",
    "chromium",
  ]);
}
