/** `npm run bench`: the benchmarks, or those that are named (`npm run bench -- pages`), with all that they need. */
import { requireNode } from "./node-version.mjs";

requireNode();
const { ensureBuilt, ensureGenerated, ensureInstalled } = await import("./ready.mjs");
const { run } = await import("./run.mjs");
/** Those of them that the built product answers. */
const SERVED = ["pages", "growth", "lighthouse"];
const chosen = process.argv.slice(2);
try {
  await ensureInstalled();
  await ensureInstalled("bench");
  await ensureGenerated();
  if (chosen.length === 0 || chosen.some((name) => SERVED.includes(name))) await ensureBuilt();
  const args = ["--import", "tsx", "bench/run.ts", ...chosen];
  await run("Measuring", process.execPath, args, { isLoud: true });
} catch (error) {
  console.error(error.said ?? "", `\n${error.message}`);
  process.exitCode = 1;
}
