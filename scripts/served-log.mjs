import { readFileSync } from "node:fs";

/** pino's level for errors. Each such line is a defect, which nobody should be able to provoke from outside. */
const DEFECT = 50;

/** Lines that a test provokes on purpose: [{ "by": "its title", "says": "a part of the line" }]. */
const PROVOKED = JSON.parse(readFileSync(new URL("../e2e/provoked-defects.json", import.meta.url), "utf8"));

/**
 * Collects the logs of a run's processes. `listen` returns a listener for one of them; `defects` are the lines that no test
 * provoked.
 */
export function keepServedLog(provoked = PROVOKED) {
  const defects = [];

  function listen(name) {
    let rest = "";
    return (chunk) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines)
        if (isDefect(line) && !provoked.some(({ says }) => line.includes(says))) defects.push(`${name}: ${line}`);
    };
  }

  return { listen, defects };
}

function isDefect(line) {
  if (!line.startsWith('{"level":')) return false;
  return Number(/^\{"level":(\d+)/.exec(line)?.[1]) >= DEFECT;
}

/** The defects as a test that failed, or none. */
export function sayDefects(defects) {
  if (defects.length === 0) return [];
  console.error(
    `\nThe product logged ${defects.length === 1 ? "a defect" : `${defects.length} defects`} that no test provokes:\n`,
  );
  for (const line of defects) console.error(`${line.replaceAll("\\n", "\n")}\n`);
  return ["The product's log: no defect in the whole run"];
}
