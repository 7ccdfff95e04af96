import { isForTests, type SourceFile, withoutEnding } from "./source-file";

/** The wings of lib, from the top down: a file may import from its own wing and from those below it, never from above. */
export const WINGS = ["entrypoints", "staff", "mentoring", "pairing", "notify", "people", "society", "foundation"];

/**
 * What a concept keeps under these names is tested without a database and shown in the browser, so it reaches nothing impure.
 */
const PURE_BY_NAME = /\/(decide|deadlines|access|input|wording|notices|notices\/index)\.tsx?$/;
const PURE_PACKAGES = new Set([
  "zod",
  "temporal-polyfill",
  "react",
  "@simplewebauthn/browser",
  "uqr",
  ...["button", "heading", "link", "text"].map((part) => `@react-email/${part}`),
]);

/** Which of the files of lib, and which packages, may a file's page, view or rule import? One sentence for each breach. */
export function findImportBreaches(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [withoutEnding(file.path), file]));
  return files
    .filter((file) => !isForTests(file.path))
    .flatMap((file) => [
      ...findForbiddenAreas(file),
      ...findUpwardImports(file),
      ...(isPureByPlace(file.path) ? findImpurities(file, byPath) : []),
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

/** Circles among the concepts of lib, each as `pairing/a → pairing/b → pairing/a`. */
export function findFolderCycles(files: readonly SourceFile[]): string[] {
  return findCircles(files, (path) => /^lib\/([^/]+\/[^/]+)\//.exec(path)?.[1] ?? null);
}

/** Circles among single files, those that only types make included: they too hide what is below what. */
export function findFileCycles(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => withoutEnding(path)));
  return findCircles(files, (path) => (known.has(withoutEnding(path)) ? withoutEnding(path) : null));
}

function findCircles(files: readonly SourceFile[], nameOf: (path: string) => string | null): string[] {
  const edges = new Map<string, Set<string>>();
  for (const file of files) {
    const from = nameOf(file.path);
    if (from === null || isForTests(file.path)) continue;
    for (const { from: to } of file.imports.filter((one) => one.isOwn)) {
      const target = nameOf(`${to}.ts`);
      if (target !== null && target !== from) edges.set(from, (edges.get(from) ?? new Set()).add(target));
    }
  }
  const circles = new Set<string>();
  const finished = new Set<string>();
  const walk = (name: string, trail: string[]) => {
    if (trail.includes(name)) circles.add([...trail.slice(trail.indexOf(name)), name].join(" → "));
    else if (!finished.has(name)) {
      for (const next of edges.get(name) ?? []) walk(next, [...trail, name]);
      finished.add(name);
    }
  };
  for (const name of edges.keys()) walk(name, []);
  return [...circles];
}

function isPureByPlace(path: string): boolean {
  return path.startsWith("components/") || (path.startsWith("lib/") && PURE_BY_NAME.test(path));
}

function findForbiddenAreas({ path, imports }: SourceFile): string[] {
  const forbidden = path.startsWith("lib/")
    ? /^(app|components|demo|scripts)\//
    : path.startsWith("components/")
      ? /^(app|demo|scripts)\//
      : path.startsWith("app/")
        ? /^(scripts|lib\/foundation\/db)(\/|$)/
        : null;
  if (forbidden === null) return [];
  const own = imports.filter((one) => one.isOwn && (forbidden.test(one.from) || one.from.startsWith("testing/")));
  return own.map((one) => `${path} may not import ${one.from}`);
}

function findUpwardImports({ path, imports }: SourceFile): string[] {
  if (!path.startsWith("lib/")) return [];
  const height = heightOf(path);
  if (height === -1) return [`${path} is in none of the wings of lib, which WINGS names`];
  return imports
    .filter((one) => one.isOwn && one.from.startsWith("lib/") && heightOf(one.from) < height)
    .map((one) => `${path} may not import ${one.from}, which is above it`);
}

/** Everything impure that the file imports, directly or through other files. */
function findImpurities(file: SourceFile, byPath: Map<string, SourceFile>): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  const visit = (current: SourceFile, trail: string) => {
    for (const { from, isOwn, isTypeOnly } of current.imports) {
      if (isTypeOnly || seen.has(from)) continue;
      seen.add(from);
      const isView = file.path.startsWith("components/");
      if (!isOwn) {
        if (!PURE_PACKAGES.has(from) && !(isView && /^(next|react|react-dom)(\/|$)/.test(from)))
          problems.push(`${trail} → ${from}`);
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

/** The place in WINGS; -1 for what is in none. */
function heightOf(path: string): number {
  return WINGS.indexOf(path.split("/")[1] ?? "");
}
