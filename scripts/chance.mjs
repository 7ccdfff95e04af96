/**
 * `npm run test:chance`: the tests that ask chance a little in every run (testing/dose.ts), in full. FC_SEED=<seed> plays an
 * earlier run again.
 */
import { readdirSync, readFileSync } from "node:fs";
import { requireNode } from "./node-version.mjs";

requireNode();
const { ensureGenerated, ensureInstalled } = await import("./prerequisites.mjs");
const { run, StepFailed } = await import("./run.mjs");
process.env.FC_SEED ??= String(Math.floor(Math.random() * 2 ** 31));

try {
  await ensureInstalled();
  await ensureGenerated();
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `lib/${name.replaceAll("\\", "/")}`)
    .filter((file) => readFileSync(file, "utf8").includes('testing/dose"'));
  const env = { CHANCE: "full" };
  console.log(`FC_SEED=${process.env.FC_SEED}`);
  await run("Chance", process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...files], { env, isLoud: true });
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.said, `\n${error.message}`);
  process.exitCode = 1;
}
