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
  const violations = await findViolations(page, rules);
  expect.soft(violations, `accessibility of ${page.url()}`).toEqual([]);
  await expectNarrow(page);
}

/** The checker is half a megabyte: a page that gets it before it goes anywhere has it in every document, and it is compiled once. */
export async function bringChecker(page: Page): Promise<void> {
  if (!equipped.has(page)) await page.addInitScript(AXE);
  equipped.add(page);
}

const equipped = new WeakSet<Page>();

type WithChecker = typeof globalThis & { axe: typeof axe; worded: Element[] };

/** Frames are mails, into which nothing is let. What is well need not be told in full. */
const HOW: axe.RunOptions = {
  resultTypes: ["violations"],
  iframes: false,
  // The only rule that asks for something beside the page is about films; style sheets are read by none of these.
  preload: { assets: ["media"] },
};
const CONTRAST = "color-contrast";

/** By screen and colours: what has been looked at in this process, as numbers made of everything that gives words their colours. */
const looksSeen = new Map<string, Set<number>>();

/**
 * What the rules find. Measuring contrast is most of what looking at a page costs, and nearly all words of a page look as others did
 * before: each look is measured once.
 */
async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const unseen = findUnseen(await page.evaluate(readLooks));
  const runOnly: axe.RunOnly = rules ? { type: "rule", values: [...rules, CONTRAST] } : { type: "tag", values: WHOLE };
  const how: axe.RunOptions = { ...HOW, runOnly, rules: { [CONTRAST]: { enabled: unseen.length > 0 } } };
  return page.evaluate(
    async ({ how, unseen, contrast }) => {
      const { axe: checker, worded } = window as unknown as WithChecker;
      const measured = unseen.flatMap((i) => worded[i] ?? []);
      checker.configure({ rules: [{ id: contrast, selector: "[data-measured]" }] });
      for (const element of measured) element.setAttribute("data-measured", "");
      const { violations } = await checker.run(document, how);
      for (const element of measured) element.removeAttribute("data-measured");
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    },
    { how, unseen, contrast: CONTRAST },
  );
}

/** Which of these have not been seen before. From now on they have been. */
function findUnseen({ surroundings, looks }: ReturnType<typeof readLooks>): number[] {
  const seen = looksSeen.get(surroundings) ?? new Set();
  looksSeen.set(surroundings, seen);
  return looks.flatMap((look, i) => {
    if (seen.has(look)) return [];
    seen.add(look);
    return [i];
  });
}

/** In the page: the elements that have words, and how each of them looks, by its own attributes and those of all around it. */
function readLooks(): { surroundings: string; looks: number[] } {
  const telling = ["class", "style", "type", "open", "hidden", "disabled", "aria-current", "aria-disabled"];
  const hashes = new Map<Element, number>();
  const hashOf = (element: Element): number => {
    const known = hashes.get(element);
    if (known !== undefined) return known;
    const own = [element.tagName, ...telling.map((name) => element.getAttribute(name))].join("|");
    let hash = element.parentElement ? hashOf(element.parentElement) : 0x811c9dc5;
    for (const letter of own) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    hashes.set(element, hash);
    return hash;
  };
  const hasWords = (element: Element) =>
    element.matches("input, select, textarea") || [...element.childNodes].some((one) => one instanceof Text && one.data.trim());
  const worded = [...document.body.querySelectorAll("*")].filter(hasWords);
  (window as unknown as WithChecker).worded = worded;
  const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return { surroundings: `${innerWidth} ${scheme}`, looks: worded.map(hashOf) };
}

/**
 * One heading says what the page is, and so does its title. Asked without locators: these bring a script of their own into every document,
 * which takes as long as all else that is asked here.
 */
export async function expectNamed(page: Page, { isError }: { isError: boolean }): Promise<void> {
  const title = isError ? /^Error: \S.* – \S/ : /^(?!Error: )\S.* – \S/;
  await expect(async () => {
    const named = await page.evaluate(() => {
      const shown = [...document.querySelectorAll("h1")].filter((heading) => heading.checkVisibility());
      return { headings: shown.length, title: document.title };
    });
    expect(named).toEqual({ headings: 1, title: expect.stringMatching(title) });
  }).toPass({ timeout: 30_000 });
}

/** Nothing is wider than the screen, nor a list whose rows are blocks of their own on a small one. */
export async function expectNarrow(page: Page): Promise<void> {
  const widest = () =>
    page.evaluate(() => {
      const root = document.documentElement;
      const stacked = [...root.querySelectorAll(".stacks")].filter((table) => getComputedStyle(table).display === "block");
      const part = [root, ...stacked.flatMap((table) => table.parentElement ?? [])].find(
        (one) => one.scrollWidth > one.clientWidth,
      );
      if (!part) return "";
      const edge = part.getBoundingClientRect().left + part.clientWidth;
      const wide = [...part.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > edge + 0.5);
      return `${part.scrollWidth - part.clientWidth} px too wide: ${wide.at(-1)?.outerHTML.slice(0, 200)}`;
    });
  const said = { message: `${page.url()} scrolls sideways on ${page.viewportSize()?.width} px`, timeout: 10_000 };
  await expect.configure({ soft: true }).poll(widest, said).toBe("");
}
