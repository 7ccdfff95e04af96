/**
 * `npm run test:chance`: the tests that ask chance a little in every run (testing/dose.ts), in full. FC_SEED=<seed> plays an
 * earlier run again.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { requireNode } from "./node-version.mjs";

requireNode();
/** The tests in `folder` that have a dose. */
const listAsking = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((file) => readFileSync(file, "utf8").includes('testing/dose"'));

const { ensureGenerated, ensureInstalled } = await import("./prerequisites.mjs");
const { run, StepFailed } = await import("./run.mjs");
process.env.FC_SEED ??= String(Math.floor(Math.random() * 2 ** 31));

try {
  await ensureInstalled();
  await ensureGenerated();
  const env = { CHANCE: "full" };
  console.log(`FC_SEED=${process.env.FC_SEED}`);
  const node = (title, args) => run(title, process.execPath, args, { env, isLoud: true });
  await node("Chance", ["node_modules/vitest/vitest.mjs", "run", ...listAsking("lib")]);
  const journeys = listAsking("e2e/plain").map((file) => basename(file, ".test.ts"));
  await node("Chance (journeys)", ["scripts/test.mjs", "--only=e2e", "plain", ...journeys]);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.said, `\n${error.message}`);
  process.exitCode = 1;
}
