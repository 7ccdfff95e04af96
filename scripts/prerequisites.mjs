import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, runTypeScript } from "./run.mjs";

const GENERATED = "lib/foundation/db/generated";
/** What the built product is made of. */
const SOURCES = [
  "app",
  "components",
  "demo",
  "lib",
  "prisma/schema",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const NOT_BUILT = /(^|\/)(testing|generated)(\/|$)|\.test\.tsx?$|\.md$/;

/**
 * Installs the packages unless those in node_modules are the ones that package-lock.json names. `bench` has its own of both.
 */
export async function ensureInstalled(folder = ".") {
  if (isInstalled(folder)) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const quietly = ["--prefix", folder, "--include=dev", "--no-audit", "--no-fund", "--prefer-offline"];
  try {
    await run("Installing the packages", npm, ["ci", ...quietly]);
  } catch (error) {
    if (!error.said?.includes("EUSAGE")) throw error;
    // The lock file lacks entries that this npm insists on, such as packages for other systems.
    await run("Installing the packages that are missing from package-lock.json", npm, ["install", "--no-save", ...quietly]);
  }
}

/** npm writes this file when an installation is complete. */
function isInstalled(folder) {
  const record = join(folder, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    // Packages for other systems stay away.
    if (!installed[path]) return optional === true;
    return installed[path].version === version;
  });
}

/** Writes the database client that the schema files describe. */
export async function ensureGenerated() {
  const stamp = fingerprint(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (isStamped(GENERATED, stamp)) return;
  await run("Generating the database client", process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    env: {
      // Prisma would download an engine that generating does not use, unless this names a file that is there.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  writeStamp(GENERATED, stamp);
}

/** Builds the product unless there is already a build of the same sources. */
export async function ensureBuilt() {
  if (stateOfBuild() === "current") return;
  const stamp = fingerprint(SOURCES);
  await run("Building", process.execPath, ["node_modules/next/dist/bin/next", "build"], { env: { NODE_ENV: "production" } });
  writeStamp(".next", stamp);
}

/** "current" if there is a build of the same sources, "other" if it was made from other sources, "none" if there is none. */
export function stateOfBuild() {
  if (!existsSync(".next/BUILD_ID")) return "none";
  return isStamped(".next", fingerprint(SOURCES)) ? "current" : "other";
}

/** Next writes the types of the pages' addresses, which the type check reads. */
export async function ensureRouteTypes() {
  await run("Generating the route types", process.execPath, ["node_modules/next/dist/bin/next", "typegen"]);
}

/**
 * Migrates and fills the database. The embedded one only if something has changed since: the stamp is in its folder, so
 * deleting the folder resets it.
 */
export async function ensurePrepared(env, embeddedFolder) {
  const stamp = fingerprint(
    ["prisma/migrations", "demo"],
    `${env.SOCIETY_PORT} ${env.APP_URL ?? ""} ${env.OIDC_ISSUER ?? ""} ${env.SIGN_IN || process.env.SIGN_IN || ""}`,
  );
  if (embeddedFolder !== null && isStamped(embeddedFolder, stamp)) return;
  await runTypeScript("Preparing the database", "scripts/prepare-database.ts", { env });
  if (embeddedFolder !== null) writeStamp(embeddedFolder, stamp);
}

function isStamped(folder, stamp) {
  const file = join(folder, "sources.sha256");
  return existsSync(file) && readFileSync(file, "utf8") === stamp;
}

function writeStamp(folder, stamp) {
  writeFileSync(join(folder, "sources.sha256"), stamp);
}

function fingerprint(paths, words = "") {
  const hash = createHash("sha256").update(words);
  for (const path of paths) addTo(hash, path);
  return hash.digest("hex");
}

function addTo(hash, path) {
  if (NOT_BUILT.test(path) || !existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, `${path}/${name}`);
    return;
  }
  hash.update(`${path}\0`).update(readFileSync(path));
}
