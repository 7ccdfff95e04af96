/** `node scripts/run-typescript.mjs file.ts …`: runs a TypeScript file of ours, with the packages and the database client that it needs. */
import { spawnSync } from "node:child_process";
import { requireNode } from "./node-version.mjs";

requireNode();
const { ensureGenerated, ensureInstalled } = await import("./prerequisites.mjs");
try {
  await ensureInstalled();
  await ensureGenerated();
  const { status } = spawnSync(process.execPath, ["--import", "tsx", ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error.said ?? "", `\n${error.message}`);
  process.exitCode = 1;
}
