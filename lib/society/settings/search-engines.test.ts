import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { SHOWN_PATHS, sayToRobots, shortened } from "./search-engines";
import { DEFAULT_SETTINGS, Settings } from "./settings";

const FOUND = Settings.parse({ society: { isFoundBySearch: true } });

test("where nothing may be shown, search engines may read that", () => {
  expect(sayToRobots(DEFAULT_SETTINGS)).toBe("User-agent: *\nDisallow:\n");
});

test("where the front page may be found, the texts may be, and no page for members", () => {
  const lines = sayToRobots(FOUND).split("\n");
  expect(lines).toEqual(expect.arrayContaining(["Allow: /$", "Allow: /faq$", "Disallow: /"]));
  expect(lines.filter((line) => /mentors|relationships|admin|account|sign-in/.test(line))).toEqual([]);
});

test.each(SHOWN_PATHS)("%s is a page that everybody may read", (path) => {
  expect(existsSync(path === "/" ? "app/page.tsx" : `app/(public)${path}/page.tsx`)).toBe(true);
});

test("a description ends between two words", () => {
  expect(shortened("As  it\nis.")).toBe("As it is.");
  const long = shortened("mentoring ".repeat(30));
  expect(long).toMatch(/mentoring…$/);
  expect(long.length).toBeLessThanOrEqual(160);
});
