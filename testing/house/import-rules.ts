import { basename } from "node:path";
import { isForTests, type SourceFile, withoutEnding } from "./source-file";

/** The floors of lib, from the ground up: a folder may import from its own floor and those below. */
const FLOORS = [
  ["db", "sealing"],
  ["settings", "audit", "register"],
  ["auth", "notifications", "deadlines", "content", "calendar", "resources"],
  ["members", "registration", "availability", "pictures", "pdf"],
  ["matching"],
  ["mail"],
  ["proposals", "relationships"],
  ["accounts"],
  ["privacy"],
  ["meetings", "goals", "messages", "contracts", "reflections", "reports", "sheets"],
  // What staff do: to members, to what two people share, for whoever asks for help.
  ["dashboard", "directory", "oversight", "support"],
  ["today", "system"],
];
/** Single files that every floor may use. The others stand above all floors, and no folder imports them. */
const GROUND = [
  "amending",
  "clock",
  "csv",
  "dates",
  "env",
  "form-state",
  "id",
  "log",
  "patience",
  "result",
  "text-box",
  "identifier",
  "in-pieces",
  "once",
  "typed-text",
  "wording",
];
/** They import nothing but their like, so that rules can be tested without a database and shown in the browser. */
const PURE_NAMES =
  /^(proposal|relationship|contract|reflection|account|availability|member|picture|meeting|mentor|notice|fact|viewer|finding|settings|decide|decision|obstacle|deadlines|access|input|wording|score|reasons|result|identifier|dates|form-state|typed-text|groups|record|inventory|statement|amending|sheet|goal|standing|next-step|range|report|figures|together-figures|line|directory|prepared|today|request|sections|contrast|accent|logo|system|resource|film)\.ts$/;
const PURE_PACKAGES = new Set(["zod", "temporal-polyfill", "react"]);

/** Which of the files of lib, and which packages, may a file's page, view or rule import? One sentence for each breach. */
export function findImportBreaches(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [withoutEnding(file.path), file]));
  return files
    .filter((file) => !isForTests(file.path))
    .flatMap((file) => [
      ...findForbiddenAreas(file),
      ...findWrongFloors(file),
      ...(PURE_NAMES.test(basename(file.path)) && file.path.startsWith("lib/") ? findImpurities(file, byPath) : []),
      ...(file.path.startsWith("components/") ? findImpurities(file, byPath) : []),
    ]);
}

/** The files of a folder that reach nothing impure, whatever they are called: rules, without what is for tests. */
export function listPureFiles(files: readonly SourceFile[], folder: string): string[] {
  const byPath = new Map(files.map((file) => [withoutEnding(file.path), file]));
  return files
    .filter(({ path }) => path.startsWith(folder) && !isForTests(path))
    .filter((file) => findImpurities(file, byPath).length === 0)
    .map(({ path }) => path);
}

/** Cycles among the folders of lib, each as `a → b → a`. */
export function findFolderCycles(files: readonly SourceFile[]): string[] {
  const edges = new Map<string, Set<string>>();
  for (const file of files) {
    const from = folderOf(file.path);
    if (from === null || isForTests(file.path)) continue;
    for (const { from: to } of file.imports.filter((one) => one.isOwn)) {
      const target = folderOf(`${to}.ts`);
      if (target !== null && target !== from) edges.set(from, (edges.get(from) ?? new Set()).add(target));
    }
  }
  const cycles = new Set<string>();
  const walk = (folder: string, trail: string[]) => {
    if (trail.includes(folder)) {
      cycles.add([...trail.slice(trail.indexOf(folder)), folder].join(" → "));
      return;
    }
    for (const next of edges.get(folder) ?? []) walk(next, [...trail, folder]);
  };
  for (const folder of edges.keys()) walk(folder, []);
  return [...cycles];
}

function findForbiddenAreas({ path, imports }: SourceFile): string[] {
  const forbidden = path.startsWith("lib/")
    ? /^(app|components|demo|scripts)\//
    : path.startsWith("components/")
      ? /^(app|demo|scripts)\//
      : path.startsWith("app/")
        ? /^(scripts\/|lib\/(db|testing)(\/|$))/
        : null;
  if (forbidden === null) return [];
  const own = imports.filter((one) => one.isOwn && forbidden.test(one.from));
  const fromTesting = imports.filter((one) => one.isOwn && one.from.includes("testing/"));
  return [...new Set([...own, ...fromTesting])].map((one) => `${path} may not import ${one.from}`);
}

function findWrongFloors({ path, imports }: SourceFile): string[] {
  const folder = folderOf(path);
  if (folder === null) return [];
  const floor = floorOf(folder);
  if (floor === -1) return [`${path} is in a folder without a floor: give lib/${folder} its place in FLOORS`];
  return imports
    .filter((one) => one.isOwn && one.from.startsWith("lib/"))
    .filter((one) => {
      const target = folderOf(`${one.from}.ts`);
      return target === null ? !GROUND.includes(basename(one.from)) : floorOf(target) > floor;
    })
    .map((one) => `${path} may not import ${one.from}, which is above it`);
}

/** Everything impure that the file reaches, at whatever distance. */
function findImpurities(file: SourceFile, byPath: Map<string, SourceFile>): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  const visit = (current: SourceFile, trail: string) => {
    for (const { from, isOwn, isTypeOnly } of current.imports) {
      if (isTypeOnly || seen.has(from)) continue;
      seen.add(from);
      const isView = file.path.startsWith("components/");
      if (!isOwn) {
        if (!PURE_PACKAGES.has(from) && !(isView && /^(next|react)(\/|$)/.test(from))) problems.push(`${trail} → ${from}`);
        continue;
      }
      const next = byPath.get(from);
      if (next && next.path !== "lib/foundation/env.ts" && !next.path.startsWith("lib/foundation/db/"))
        visit(next, `${trail} → ${from}`);
      else if (from.startsWith("lib/")) problems.push(`${trail} → ${from}`);
    }
  };
  visit(file, file.path);
  return problems.map((problem) => `${problem} is not pure`);
}

/** The folder of lib that a file is in; null for single files and those outside. */
function folderOf(path: string): string | null {
  return /^lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function floorOf(folder: string): number {
  return FLOORS.findIndex((folders) => folders.includes(folder));
}
