/**
 * `npm run db:rehearse`: runs the database tests of the code before the newest migrations on tables that already have them,
 * because that is the situation during a release. `-- lib/pairing/proposals` runs some; BEFORE names
 * another commit. Needs the repository's history.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { requireNode } from "./node-version.mjs";

requireNode();
const { ensureInstalled } = await import("./prerequisites.mjs");
const { run, stopRunning } = await import("./run.mjs");
const MIGRATIONS = "prisma/migrations";
/** These compare the tables with the older schema files, and would rightly fail. */
const OF_ITS_OWN_TABLES = ["lib/foundation/db/migrations.db.test.ts", "lib/people/privacy/inventory.db.test.ts"];

const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();

/** The commit before the newest migrations: this one, when they are not committed yet. */
function findBefore() {
  if (process.env.BEFORE) return git("rev-parse", process.env.BEFORE);
  if (git("status", "--porcelain", "--", MIGRATIONS)) return git("rev-parse", "HEAD");
  return git("rev-parse", `${git("log", "-1", "--format=%H", "--diff-filter=A", "--", MIGRATIONS)}^`);
}

const place = mkdtempSync(join(tmpdir(), "connect-rehearsal-"));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stopRunning);
try {
  await ensureInstalled();
  const before = findBefore();
  git("worktree", "add", "--detach", "--force", place, before);
  const had = new Set(readdirSync(join(place, MIGRATIONS)));
  const added = readdirSync(MIGRATIONS).filter((name) => !had.has(name));
  console.log(
    `Testing the code of ${git("log", "-1", "--format=%h “%s”", before)} on tables with ${added.join(", ") || "no new migrations"}.`,
  );
  symlinkSync(resolve("node_modules"), join(place, "node_modules"));
  cpSync(MIGRATIONS, join(place, MIGRATIONS), { recursive: true });
  process.chdir(place);
  await run("Its database client", process.execPath, ["scripts/generate.mjs"]);
  for (const file of OF_ITS_OWN_TABLES) rmSync(file);
  const tests = ["node_modules/vitest/vitest.mjs", "run", "--project", "database", ...process.argv.slice(2)];
  await run("Its database tests", process.execPath, tests, { isLoud: true });
  console.log("The earlier code works on the new tables.");
} catch (error) {
  console.error(error.said ?? "", `\n${error.message}`);
  process.exitCode = 1;
} finally {
  process.chdir(import.meta.dirname ?? resolve("."));
  rmSync(place, { recursive: true, force: true });
  git("worktree", "prune");
}
