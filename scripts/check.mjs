import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ofVitest } from "./failed-tests.mjs";
import { runJourneys } from "./journeys.mjs";
import { ensureBuilt, ensureGenerated, ensureInstalled, ensureRouteTypes } from "./prerequisites.mjs";
import { run, StepFailed, stopRunning } from "./run.mjs";

const REPORTS = "test-results/reports";

/** The steps run in this order. If one fails, the next ones still run. */
const STEPS = {
  types: { title: "Types", work: checkTypes },
  lint: { title: "Lint", work: checkLint },
  rules: { title: "Tests without a database", work: () => runVitest("rules") },
  database: { title: "Tests with a database", work: () => runVitest("database") },
  build: { title: "Build", work: () => ensureBuilt() },
  e2e: { title: "Journeys", work: (rest) => runJourneys(`${REPORTS}/journeys.json`, rest), needs: "build" },
};

/**
 * Runs the steps named in `args`, or all; other arguments go to the browser tests. Failures are repeated at the end, because
 * often only the end of a long log is kept. The last line says `N passed, M failed`.
 */
export async function check(args) {
  const only = args
    .find((arg) => arg.startsWith("--only="))
    ?.slice("--only=".length)
    .split(",");
  const rest = args.filter((arg) => !arg.startsWith("--only="));
  const names = Object.keys(STEPS).filter((name) => !only || only.includes(name) || only.some((o) => STEPS[o]?.needs === name));
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
  try {
    await ensureInstalled();
    await ensureGenerated();
    for (const name of names) await runStep(name, rest, totals, failures);
  } catch (error) {
    failures.push({ title: error.message, tests: [] });
    totals.failed += 1;
    sayFailure(error);
  }
  console.log(`\n${Math.round((Date.now() - started) / 1000)} s in all.`);
  for (const { title, tests } of failures) console.log([`\nFailed: ${title}`, ...tests].join("\n  "));
  if (failures.length > 0) process.exitCode = 1;
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
}

async function runStep(name, rest, totals, failures) {
  const { title, work, needs } = STEPS[name];
  const started = Date.now();
  if (needs && failures.some((failure) => failure.title === STEPS[needs].title)) {
    failures.push({ title: `${title} (not run, for want of a ${needs})`, tests: [] });
    return;
  }
  try {
    const { passed = 0, failed = 0, isWell = true, tests = [] } = (await work(rest)) ?? {};
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

/** One of the two projects of vitest.config.ts: how many of its tests passed and failed, and which failed. */
async function runVitest(project) {
  const file = `${REPORTS}/${project}.json`;
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
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
