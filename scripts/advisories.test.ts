import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Advisory {
  id: string;
  package: string;
  severity: string;
  title: string;
  at?: string[];
  affected?: string;
}

// Plain JavaScript, which TypeScript is not told about.
const { findAdvisories, isGrave, isIn } = (await import(`${"./advisories"}.mjs`)) as {
  findAdvisories: (packages: object, ask: () => Promise<object>) => Promise<{ from: string; found: Advisory[] }>;
  isGrave: (advisory: Advisory) => boolean;
  isIn: (version: string, ranges: string) => boolean;
};
const { asOf, advisories } = JSON.parse(readFileSync("scripts/advisories.json", "utf8")) as {
  asOf: string;
  advisories: Required<Omit<Advisory, "at">>[];
};
const away = () => Promise.reject(new Error("405"));

test("where the registry answers, it counts", async () => {
  const via = { source: 1, url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc", severity: "high", title: "Too bad" };
  const vulnerabilities = {
    one: { name: "one", via: [via, via], nodes: ["node_modules/one"] },
    two: { name: "two", via: ["one"], nodes: ["node_modules/two"] },
  };
  const { from, found } = await findAdvisories({}, async () => ({ vulnerabilities }));
  expect(from).toContain("registry, today");
  expect(found).toEqual([
    { id: "GHSA-aaaa-bbbb-cccc", package: "one", severity: "high", title: "Too bad", at: ["node_modules/one"] },
  ]);
  expect(found.map(isGrave)).toEqual([true]);
  expect((await findAdvisories({}, async () => ({ vulnerabilities: {} }))).found).toEqual([]);
});

test("where it does not, or answers something else, the list does, with its date: also deep in the tree", async () => {
  const packages = {
    "": { version: "16.2.5" },
    "node_modules/next": { version: "16.2.6" },
    "node_modules/old/node_modules/next": { version: "16.2.5" },
    "node_modules/not-next": { version: "16.2.5" },
  };
  for (const ask of [away, async () => ({ message: "405 Method Not Allowed" })]) {
    const { from, found } = await findAdvisories(packages, ask);
    expect(from).toContain(asOf);
    expect(found.length).toBeGreaterThan(3);
    expect(new Set(found.flatMap(({ at }) => at))).toEqual(new Set(["node_modules/old/node_modules/next"]));
    expect(found.some(isGrave)).toBe(true);
  }
});

test("what is locked now is concerned by none that is high", async () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const { found } = await findAdvisories(packages, away);
  expect(found.filter(isGrave)).toEqual([]);
});

test("the list can be read: a day, bounds, and a severity each", () => {
  expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  for (const one of advisories) {
    expect(one.id).toMatch(/^(GHSA(-[0-9a-z]{4}){3}|CVE-\d{4}-\d+)$/);
    expect(["low", "moderate", "high", "critical"]).toContain(one.severity);
    expect(isIn("0.0.1", one.affected), one.id).toBe(one.affected.startsWith("<"));
  }
});

test.each([
  ["16.2.5", true],
  ["16.2.6", false],
  ["16.10.0", false],
  ["16.2.6-canary.1", false],
  ["15.5.17", true],
  ["16.0.0", true],
])("%s is in it: %s", (version, expected) => {
  expect(isIn(version, ">=16.0.0 <16.2.6 || <15.5.18")).toBe(expected);
});
