/** `npm run bench`: the benchmarks, or those that are named (`npm run bench -- pages`), with all that they need. */
import { leaveWithNpm } from "./leave-with-npm.mjs";
import { requireNode } from "./node-version.mjs";

requireNode();
leaveWithNpm();
const { ensureBuilt, ensureGenerated, ensureInstalled } = await import("./prerequisites.mjs");
const { ensureChromium } = await import("./chromium.mjs");
const { run } = await import("./run.mjs");
/** Those of them that the built product answers. */
const SERVED = ["pages", "pause", "growth", "lighthouse", "phone"];
const chosen = process.argv.slice(2);
const isChosen = (name) => chosen.length === 0 || chosen.includes(name);
try {
  await ensureInstalled();
  await ensureInstalled("bench");
  await ensureGenerated();
  if (SERVED.some(isChosen)) await ensureBuilt();
  const env = ["lighthouse", "phone"].some(isChosen) ? { CHROMIUM_PATH: await ensureChromium() } : {};
  const args = ["--import", "tsx", "bench/run.ts", ...chosen];
  await run("Measuring", process.execPath, args, { env, isLoud: true });
} catch (error) {
  console.error(error.said ?? "", `\n${error.message}`);
  process.exitCode = 1;
}
