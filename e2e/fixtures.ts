import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { env } from "@/lib/env";
import type { TestMember } from "@/lib/testing/people";
import { SESSION_COOKIE, sessionOf } from "./people";

export { people } from "./people";
export { expect };

interface Fixtures {
  /** A page of its own, signed in as this member without the form. */
  as: (member: TestMember) => Promise<Page>;
}

export const test = base.extend<Fixtures & { nothingComplains: undefined }>({
  as: async ({ browser, baseURL, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (member) => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL ? { baseURL } : {}) });
      contexts.push(context);
      await context.addCookies([{ name: SESSION_COOKIE, value: await sessionOf(member), url: env().APP_URL, httpOnly: true }]);
      return listening(await context.newPage());
    });
    for (const context of contexts) await context.close();
  },
  page: async ({ page }, use) => {
    await use(listening(page));
  },
  nothingComplains: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern, even where nothing is asked for
    async ({}, use) => {
      complaints.length = 0;
      await use(undefined);
      expect(complaints, "the browser should have nothing to complain of").toEqual([]);
    },
    { auto: true },
  ],
});

const complaints: string[] = [];

/** A page that is not there is an answer, and so is a refusal; a mail's frame lets no script in, the checker's neither. */
const EXPECTED = /status of (401|404|422)|^Blocked script execution in '[^']*\/demo\/mailbox\//;

/** Errors of scripts, and what the Content-Security-Policy stops, fail the test. */
function listening(page: Page): Page {
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) complaints.push(message.text());
  });
  return page;
}

/** Opens what narrows a list, which a phone folds away, unless it is there to be used. */
export async function openFilters(page: Page, label: string): Promise<void> {
  if (!(await page.getByLabel(label).isVisible())) await page.getByText("Narrow the list").click();
}

/** No violation of WCAG 2.2 AA that a machine can find on the page as it is, and nothing wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // A link may just have been followed: measure the page that comes.
  await page.waitForLoadState();
  const overflow = () => page.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
  await expect.poll(overflow, { message: `${page.url()} scrolls sideways` }).toBeLessThanOrEqual(0);
  const { violations } = await (await checkerFor(page)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/**
 * The same pages are looked at on both screens: on the smaller one only what depends on its size. Contrast takes longer than
 * all the rest together and comes from style sheets, so each kind of page is asked for it once.
 */
async function checkerFor(page: Page): Promise<AxeBuilder> {
  // In the page itself: otherwise each check opens and closes a page of its own.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  if (test.info().project.use.isMobile) return builder.withRules(["target-size", "scrollable-region-focusable"]);
  const all = builder.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  const kind = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}|\d+/g, "*");
  const messages = (await page.getByRole("alert").count()) + (await page.getByRole("status").count());
  return isFirstLook(`${test.info().project.name} ${kind} ${messages}`) ? all : all.disableRules(["color-contrast"]);
}

/**
 * Whether no worker of this run has asked for the colours of such a page: what they have seen lies in the run's own folder.
 * By project, since one of them comes after the look has changed.
 */
function isFirstLook(state: string): boolean {
  const { DATA_DIR } = process.env;
  if (!DATA_DIR) throw new Error("Only `npm run e2e` knows the folder of a run.");
  const folder = join(DATA_DIR, "colours-seen");
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, createHash("sha256").update(state).digest("hex")), state, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
