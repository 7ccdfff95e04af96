import { readFileSync } from "node:fs";

/** What pino calls an error, and worse: a defect, which nobody should be able to bring about from outside. */
const DEFECT = 50;

/** The lines that a test brings about on purpose: [{ "by": "its title", "says": "a part of the line" }]. */
const PROVOKED = JSON.parse(readFileSync(new URL("../e2e/provoked-defects.json", import.meta.url), "utf8"));

/** Listens to what a run's processes say. `listen` gives an ear for one of them; `defects` are the lines that no test asked for. */
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
