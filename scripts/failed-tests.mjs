import { stripVTControlCharacters } from "node:util";

const LINES = 12;
/** Lines of a stack that are not ours. */
const FOREIGN = /^\s+at .*(node_modules|node:|new Promise)/;

/** The failed tests in a JSON report of Vitest, each with the beginning of its message; for a broken file, the file. */
export function ofVitest({ testResults }) {
  return testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      if (failed.length === 0) return [told(name, message)];
      return failed.map(({ fullName, failureMessages }) => told(`${name}: ${fullName}`, failureMessages.join("\n")));
    });
}

/** The same for a JSON report of Playwright. A test that passed only on retry counts as failed. */
export function ofPlaywright({ suites, errors }) {
  return [...errors.map(({ message }) => told("Playwright", message)), ...suites.flatMap(ofSuite)];
}

function ofSuite({ suites = [], specs = [] }) {
  const failed = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ projectName, results }) => {
        const said = results.flatMap((result) => result.errors.map(({ message }) => message));
        return told(`[${projectName}] ${file}: ${title}`, said.join("\n"));
      }),
  );
  return [...failed, ...suites.flatMap(ofSuite)];
}

function told(name, said = "") {
  const lines = stripVTControlCharacters(said)
    .trim()
    .split("\n")
    .filter((line) => !FOREIGN.test(line))
    .slice(0, LINES);
  return [name, ...lines.map((line) => `    ${line}`)].join("\n");
}
