import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
  imports: Import[];
}

export interface Import {
  /** A file of the repository without its ending (`lib/foundation/env`), or a package's name. */
  from: string;
  isOwn: boolean;
  /** Gone once compiled. */
  isTypeOnly: boolean;
}

const NOT_OURS = new Set(["node_modules", ".next", ".git", ".data", "generated", "test-results", "playwright-report"]);
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^"'();]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

/** All files of the repository whose names end in one of `endings`. */
export function readSources(endings: readonly string[], folder = "."): SourceFile[] {
  return listFiles(folder)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => makeSource(path, readFileSync(path, "utf8")));
}

/** All files below `folder`, ours alone. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = normalize(join(folder, entry.name)).replaceAll("\\", "/");
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/** A file as the rules see it; samples for their own tests are made with it too. */
export function makeSource(path: string, text: string): SourceFile {
  const imports = [...text.matchAll(IMPORT)].map((match): Import => {
    const specifier = match[2] ?? match[3] ?? "";
    const own = resolveOwn(path, specifier);
    return { from: own ?? specifier, isOwn: own !== null, isTypeOnly: match[1] !== undefined };
  });
  return { path, text, imports };
}

function resolveOwn(path: string, specifier: string): string | null {
  if (specifier.startsWith("@/")) return specifier.slice(2).replace(/\.tsx?$/, "");
  if (!specifier.startsWith(".")) return null;
  return normalize(join(dirname(path), specifier))
    .replaceAll("\\", "/")
    .replace(/\.tsx?$/, "");
}

/** `lib/pairing/proposals/decide.ts` → `lib/pairing/proposals/decide`, and a folder’s `index.ts` → the folder */
export function withoutEnding(path: string): string {
  return path.replace(/(\/index)?\.tsx?$/, "");
}

/** Tests, and what only tests use. */
export function isForTests(path: string): boolean {
  return /\.test\.tsx?$|\.spec\.ts$|(^|\/)(testing|e2e|bench)\//.test(path);
}
