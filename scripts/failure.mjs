/**
 * `npm run test:failure`: tests that take too long for `npm test`. The database of the production build goes away, the disk of
 * the embedded database is full, and processes are killed: fifty times (or DEATHS) at each named point, and once at each
 * statement.
 */
import { leaveWithNpm } from "./leave-with-npm.mjs";
import { requireNode } from "./node-version.mjs";

requireNode();
leaveWithNpm();
const { ensureBuilt, ensureGenerated, ensureInstalled } = await import("./prerequisites.mjs");
const { run, StepFailed } = await import("./run.mjs");
const VITEST = "node_modules/vitest/vitest.mjs";
const CRASHES = [
  "lib/notify/delivery/crash.db.test.ts",
  "lib/pairing/proposals/sweep.db.test.ts",
  "lib/people/privacy/crash.db.test.ts",
].concat("lib/society/register/crash.db.test.ts");

try {
  await ensureInstalled();
  await ensureGenerated();
  await ensureBuilt();
} catch (error) {
  console.error(error.said ?? "", `\n${error.message}`);
  process.exit(1);
}
for (const [title, args, env] of [
  ["The product when its surroundings fail", ["run", "--project", "failure"], {}],
  ["Processes that are killed half-way", ["run", "--project", "database", ...CRASHES], { DEATHS: process.env.DEATHS || "50" }],
]) {
  await run(title, process.execPath, [VITEST, ...args], { env, isLoud: true }).catch((error) => {
    if (!(error instanceof StepFailed)) throw error;
    process.exitCode = 1;
  });
}
