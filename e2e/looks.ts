import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WHOLE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
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
  // In the page itself: otherwise each check opens and closes a page of its own. What is well need not be told in full.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(WHOLE)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect.soft(found, `accessibility of ${page.url()}`).toEqual([]);
  await expectNarrow(page);
}

/** Nothing is wider than the screen. */
export async function expectNarrow(page: Page): Promise<void> {
  const overflow = () => page.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
  const said = { message: `${page.url()} scrolls sideways on ${page.viewportSize()?.width} px`, timeout: 10_000 };
  await expect.configure({ soft: true }).poll(overflow, said).toBeLessThanOrEqual(0);
}
