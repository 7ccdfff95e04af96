import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const WHOLE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCREENS = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  /** A page at 1280 enlarged four times. */
  narrowest: { width: 320, height: 640 },
};

/** Shows the page on this screen, in these colours, at once. */
export async function hangUp(page: Page, screen: keyof typeof SCREENS, colorScheme: "light" | "dark"): Promise<void> {
  await page.setViewportSize(SCREENS[screen]);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}

/**
 * No violation of WCAG 2.2 AA that a machine can find on the page as it is, by all rules or by those that are named, and nothing
 * wider than the screen.
 */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  // A link may just have been followed: look at the page that comes.
  await page.waitForLoadState();
  // Frames are mails, into which nothing is let. What is well need not be told in full.
  const options: axe.RunOptions = {
    runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: WHOLE },
    resultTypes: ["violations"],
    iframes: false,
    // The only rule that asks for something beside the page is about films; style sheets are read by none of these.
    preload: { assets: ["media"] },
  };
  expect.soft(await findViolations(page, options), `accessibility of ${page.url()}`).toEqual([]);
  await expectNarrow(page);
}

type WithChecker = typeof globalThis & { axe?: typeof axe };

/** The checker is half a megabyte: a document is given it once, however often it is looked at. */
async function findViolations(page: Page, options: axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (how) => {
    const { axe: checker } = window as WithChecker;
    if (!checker) throw new Error("The document was another one meanwhile.");
    const { violations } = await checker.run(document, how);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  }, options);
}

/** Nothing is wider than the screen. */
export async function expectNarrow(page: Page): Promise<void> {
  const overflow = () => page.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
  const said = { message: `${page.url()} scrolls sideways on ${page.viewportSize()?.width} px`, timeout: 10_000 };
  await expect.configure({ soft: true }).poll(overflow, said).toBeLessThanOrEqual(0);
}
