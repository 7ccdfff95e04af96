/**
 * `npm run fresh`: whether the packages that get most security fixes are on their newest patch release, and which published
 * advisories affect package-lock.json. Says how many days are left for each, as docs/security.md promises, and fails on what is overdue
 * and on a high or critical advisory.
 */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { findAdvisories, isGrave } from "./advisories.mjs";
import { firstAfter, measure } from "./deadlines.mjs";
import { requireNode } from "./node-version.mjs";

requireNode();
const WATCHED = ["next", "react", "react-dom", "next-auth", "prisma", "@prisma/client", "@prisma/adapter-pg", "sharp"];
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const now = new Date();
let overdue = 0;
for (const name of WATCHED) {
  const locked = packages[`node_modules/${name}`]?.version ?? "";
  const newest = newestOf(await listVersions(name), lineOf(locked));
  const isFresh = newest === locked;
  const due = isFresh ? null : await sayDue("patch", name, locked);
  console.log(`${name} ${locked}: ${isFresh ? "up to date" : `${newest ?? "no such line"} is there, ${due}`}`);
}
const { from, found } = await findAdvisories(packages);
console.log(`\nAdvisories, by ${from}: ${found.length === 0 ? "none affects package-lock.json" : found.length}`);
for (const one of found) {
  const due = await sayDue(one.severity, one.package, packages[one.at[0]]?.version ?? "");
  console.log(`${one.severity}: ${one.package}, ${one.id}, ${one.title} (${one.at.join(", ")}): ${due}`);
}
if (overdue > 0 || found.some(isGrave)) process.exitCode = 1;

async function sayDue(kind, name, locked) {
  const { isOverdue, words } = measure(kind, firstAfter(await listTimes(name), locked), now);
  if (isOverdue) overdue += 1;
  return words;
}

/** When each version was published; nothing where the registry does not say. */
async function listTimes(name) {
  const asked = promisify(execFile)("npm", ["view", name, "time", "--json"], { maxBuffer: 64 * 1024 * 1024 });
  const { stdout } = await asked.catch(() => ({ stdout: "{}" }));
  return JSON.parse(stdout || "{}");
}

async function listVersions(name) {
  const { stdout } = await promisify(execFile)("npm", ["view", name, "versions", "--json"], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}

/** The part of a version before its patch number: "16.4.", or "5.0.0-beta." for a prerelease. */
function lineOf(version) {
  return version.replace(/\d+$/, "");
}

function newestOf(versions, line) {
  const patches = versions.filter((version) => version.startsWith(line) && /^\d+$/.test(version.slice(line.length)));
  return patches.toSorted((a, b) => Number(a.slice(line.length)) - Number(b.slice(line.length))).at(-1);
}
