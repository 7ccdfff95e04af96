import { readFileSync } from "node:fs";
import { ofVitest } from "./failed-tests.mjs";
import { run, StepFailed } from "./run.mjs";

const PROJECTS = ["plain", "plain-doors", "plain-unseen", "plain-statements", "plain-clock"];

/**
 * Runs e2e/plain on the product that `env` says the addresses of: pages as they are without scripts, asked for without a browser.
 * `names` are parts of files' names, for some of them. How many passed and failed, and which failed.
 */
export async function runPlainJourneys(report, env, names = []) {
  const args = [
    "run",
    ...PROJECTS.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...names,
  ];
  let isWell = true;
  await run("Journeys without scripts", process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
    env,
    isLoud: true,
  }).catch((error) => {
    if (!(error instanceof StepFailed)) throw error;
    isWell = false;
  });
  const said = JSON.parse(readFileSync(report, "utf8"));
  const brokenFiles = said.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0);
  return { passed: said.numPassedTests, failed: said.numFailedTests + brokenFiles.length, isWell, tests: ofVitest(said) };
}
