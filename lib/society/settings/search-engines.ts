import type { Settings } from "./settings";

/** The pages that search engines may show, if the society wants that: the front page, and the texts that everybody may read. */
export const SHOWN_PATHS = ["/", "/faq", "/privacy", "/accessibility", "/complaints", "/terms"] as const;
export type ShownPath = (typeof SHOWN_PATHS)[number];

/** What those pages are made with. */
const PARTS = ["/_next/static/", "/theme/", "/logo/", "/fonts/", "/icon.svg", "/link-picture"];

/**
 * The text of robots.txt. A page that nobody may read cannot say that it should not be shown, so where nothing may be shown, everything
 * may be read: each page says no for itself.
 */
export function sayToRobots({ society }: Settings): string {
  if (!society.isFoundBySearch) return "User-agent: *\nDisallow:\n";
  const allowed = [...SHOWN_PATHS.map((path) => `${path}$`), ...PARTS];
  return ["User-agent: *", ...allowed.map((path) => `Allow: ${path}`), "Disallow: /", ""].join("\n");
}

/** How much of a description search engines show. */
const LONGEST = 160;

/** A text cut to what is shown of it, between two words. */
export function shortened(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  if (words.length <= LONGEST) return words;
  return `${words.slice(0, words.lastIndexOf(" ", LONGEST - 1))}…`;
}
