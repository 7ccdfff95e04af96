/** `npm run build`: prepares what `next build` needs, then runs it. */
import { requireNode } from "./node-version.mjs";

requireNode();
const { ensureBuilt, ensureGenerated, ensureInstalled } = await import("./prerequisites.mjs");
try {
  await ensureInstalled();
  await ensureGenerated();
  await ensureBuilt();
  console.log("Built.");
} catch (error) {
  console.error(error.said ?? "", `\n${error.message}`);
  process.exitCode = 1;
}
