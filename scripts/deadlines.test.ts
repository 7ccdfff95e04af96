import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Plain JavaScript, which TypeScript is not told about.
const { DEADLINE_DAYS, measure, firstAfter } = (await import(`${"./deadlines"}.mjs`)) as {
  DEADLINE_DAYS: Record<string, number>;
  measure: (kind: string, since: Date | null, now: Date) => { isOverdue: boolean; words: string };
  firstAfter: (times: Record<string, string>, locked: string) => Date | null;
};

const NOW = new Date("2026-12-10T12:00:00Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

test("something is overdue the day after its last day", () => {
  expect(measure("high", ago(7), NOW)).toEqual({ isOverdue: false, words: "due in 0 days" });
  expect(measure("high", ago(8), NOW)).toEqual({ isOverdue: true, words: "overdue by 1 days (7 are allowed)" });
  expect(measure("critical", ago(4), NOW).isOverdue).toBe(true);
  expect(measure("critical", null, NOW).isOverdue).toBe(false);
});

test("the days count from the first release after ours", () => {
  const times = { created: "2020-01-01", "1.0.0": "2026-01-01", "1.0.1": "2026-02-01", "1.0.2": "2026-03-01" };
  expect(firstAfter(times, "1.0.0")).toEqual(new Date("2026-02-01"));
  expect(firstAfter(times, "1.0.2")).toBeNull();
});

test("the paper promises the same days", () => {
  const promised = [...readFileSync("docs/security.md", "utf8").matchAll(/^\| [^|]*?\((\w+)\) \| (\d+) days \|/gm)];
  expect(Object.fromEntries(promised.map(([, kind = "", days]) => [kind, Number(days)]))).toEqual(DEADLINE_DAYS);
});
