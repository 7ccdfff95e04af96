import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

const PATIENCE_MILLISECONDS = 60_000;
const FAILS = new Set(["high", "critical"]);

/**
 * The published advisories that concern what package-lock.json has, as { from, found }: from npm audit if the registry supports
 * it, otherwise from the list in the repository, with its date. Tests replace `ask`.
 */
export async function findAdvisories(packages, ask = askRegistry) {
  try {
    return { from: "the registry, today", found: readAudit(await ask()) };
  } catch {
    const { asOf, advisories } = JSON.parse(readFileSync(new URL("advisories.json", import.meta.url), "utf8"));
    return {
      from: `the list in this repository, of ${asOf}: the registry did not answer`,
      found: concerning(advisories, packages),
    };
  }
}

/** Whether one of them is severe enough to stop a release. */
export function isGrave({ severity }) {
  return FAILS.has(severity);
}

/** npm audit exits with 1 if it finds something, but still prints its JSON. */
async function askRegistry() {
  const options = { maxBuffer: 64 * 1024 * 1024, timeout: PATIENCE_MILLISECONDS };
  const { stdout } = await promisify(execFile)("npm", ["audit", "--json"], options).catch((error) => error);
  return JSON.parse(stdout);
}

/** Those of a report of npm audit, each once; a package that only needs another one is named with that one. */
export function readAudit({ vulnerabilities }) {
  const found = new Map();
  for (const { name, via, nodes } of Object.values(vulnerabilities))
    for (const one of via)
      if (typeof one !== "string") {
        const id = /GHSA[\w-]+/.exec(one.url ?? "")?.[0] ?? String(one.source);
        found.set(`${id} ${name}`, { id, package: name, severity: one.severity, title: one.title, at: nodes });
      }
  return [...found.values()];
}

/** Those of the list that concern a locked version, wherever in the tree it is. */
export function concerning(advisories, packages) {
  return Object.entries(packages).flatMap(([path, { version }]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    return advisories
      .filter((one) => path !== "" && one.package === name && isIn(version, one.affected))
      .map(({ id, severity, title }) => ({ id, package: name, severity, title, at: [path] }));
  });
}

/** ">=16.0.0 <16.2.6 || <15.5.18". What comes before a release counts as that release. */
export function isIn(version, ranges) {
  return ranges.split("||").some((range) =>
    range
      .trim()
      .split(/\s+/)
      .every((bound) => holds(version, bound)),
  );
}

function holds(version, bound) {
  const [, sign, than] = /^(>=|<=|<|>|=)(\d+\.\d+\.\d+)$/.exec(bound) ?? [];
  if (!sign) throw new Error(`scripts/advisories.json contains a version bound that cannot be parsed: ${bound}`);
  const difference = compare(version, than);
  return { ">=": difference >= 0, "<=": difference <= 0, "<": difference < 0, ">": difference > 0, "=": difference === 0 }[
    sign
  ];
}

function compare(one, other) {
  const [a, b] = [one, other].map((version) => version.split(/[-+]/)[0].split(".").map(Number));
  return a.map((part, i) => part - b[i]).find((difference) => difference !== 0) ?? 0;
}
