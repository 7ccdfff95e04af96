import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { findAffected } from "./affected.mjs";
import { ofVitest } from "./failed-tests.mjs";
import { runJourneys } from "./journeys.mjs";
import { ensureBuilt, ensureGenerated, ensureInstalled, ensureRouteTypes } from "./prerequisites.mjs";
import { run, StepFailed, stopRunning } from "./run.mjs";

const REPORTS = "test-results/reports";

/**
 * Two rows of steps go side by side, since each waits a good deal: for the database, for pages, for files. The types come before
 * the build, which writes anew what they read. A step that fails does not keep the next ones from telling what they know.
 */
const STEPS = {
  types: { title: "Types", row: "product", work: checkTypes },
  build: { title: "Build", row: "product", work: () => ensureBuilt() },
  e2e: { title: "Journeys", row: "product", work: runJourneysOf, needs: "build" },
  lint: { title: "Lint", row: "code", work: checkLint },
  rules: { title: "Tests of the rules", row: "code", work: () => runVitest("rules", ["run"]) },
  database: { title: "Tests on the database", row: "code", work: runDatabase },
};

/**
 * Runs the steps that `args` names, or all; or with `--affected` what has to do with the files that were changed. What else `args`
 * has is for the journeys. What failed is said once more at the end, since of a long log often only the end is kept. The last line
 * says `N passed, M failed`.
 */
export async function check(args) {
  const only = read(args, "--only")?.split(",");
  const since = args.includes("--affected") ? "" : read(args, "--affected");
  const rest = args.filter((arg) => !/^--(only=|affected(=|$))/.test(arg));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      stopRunning();
      process.exitCode = 1;
      setTimeout(() => process.exit(1), 5000).unref();
    });
  }
  const started = Date.now();
  const totals = { passed: 0, failed: 0 };
  const failures = [];
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  let affected;
  try {
    await ensureInstalled();
    await ensureGenerated();
    affected = since === undefined ? undefined : findAffected(since);
    const isWanted = (name) =>
      affected?.journeys.length === 0 && STEPS[name].row === "product" && name !== "types"
        ? false
        : !only || only.includes(name) || only.some((one) => STEPS[one]?.needs === name);
    const names = Object.keys(STEPS).filter(isWanted);
    const rows = ["product", "code"].map((row) => names.filter((name) => STEPS[name].row === row));
    await Promise.all(
      rows.map(async (row) => {
        for (const name of row) await runStep(name, { rest, affected }, totals, failures);
      }),
    );
  } catch (error) {
    failures.push({ title: error.message, tests: [] });
    totals.failed += 1;
    sayFailure(error);
  }
  console.log(`\n${Math.round((Date.now() - started) / 1000)} s in all.`);
  for (const line of affected?.said ?? []) console.log(line);
  for (const { title, tests } of failures) console.log([`\nFailed: ${title}`, ...tests].join("\n  "));
  if (failures.length > 0) process.exitCode = 1;
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
}

function read(args, name) {
  return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
}

async function runStep(name, what, totals, failures) {
  const { title, work, needs } = STEPS[name];
  const started = Date.now();
  if (needs && failures.some((failure) => failure.title === STEPS[needs].title)) {
    failures.push({ title: `${title} (not run, for want of a ${needs})`, tests: [] });
    return;
  }
  try {
    const { passed = 0, failed = 0, isWell = true, tests = [] } = (await work(what)) ?? {};
    totals.passed += passed;
    // A failure outside the tests counts as one, and so does a step that has no tests.
    totals.failed += isWell ? 0 : Math.max(failed, 1);
    if (!isWell) failures.push({ title, tests });
    else console.log(`${title}: passed (${Math.round((Date.now() - started) / 1000)} s)`);
  } catch (error) {
    totals.failed += 1;
    failures.push({ title, tests: [] });
    sayFailure(error);
  }
}

function sayFailure(error) {
  console.log(error instanceof StepFailed ? `${error.said}\n\n${error.message}` : (error.stack ?? String(error)));
}

async function checkTypes() {
  await ensureRouteTypes();
  await node("Types", "node_modules/typescript/bin/tsc", ["--noEmit"]);
}

async function checkLint() {
  await node("Lint", "node_modules/@biomejs/biome/bin/biome", ["check"]);
}

function runJourneysOf({ rest, affected }) {
  return runJourneys(REPORTS, affected ? affected.journeys : rest, affected?.gallery);
}

function runDatabase({ affected }) {
  if (!affected) return runVitest("database", ["run"]);
  if (affected.sources.length === 0) return;
  return runVitest("database", ["related", ...affected.sources, "--run", "--passWithNoTests"]);
}

/** One of the projects of vitest.config.ts: how many of its tests passed and failed, and which failed. */
async function runVitest(project, command) {
  const file = `${REPORTS}/${project}.json`;
  const args = [...command, "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  let isWell = true;
  await node(STEPS[project].title, "node_modules/vitest/vitest.mjs", args, { isLoud: true }).catch((error) => {
    if (!(error instanceof StepFailed)) throw error;
    isWell = false;
  });
  const report = JSON.parse(readFileSync(file, "utf8"));
  const brokenFiles = report.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length, isWell, tests: ofVitest(report) };
}

function node(title, file, args, options) {
  return run(title, process.execPath, [file, ...args], options);
}
