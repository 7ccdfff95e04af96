import { basename, dirname } from "node:path";
import { isForTests, type SourceFile } from "./source-file";

const DRAWERS = ["utils", "helpers", "services", "repositories", "hooks", "types", "constants"];
const CLOCK_READS = /\bnew Date\(\s*\)|\bDate\.now\(|\bTemporal\.Now\b/;
/** What the build serves. */
const BUILT = /^(lib|app|components)\/|^(proxy|instrumentation)\.ts$/;
const NAMES_OF_CLASSES =
  /\b(?:constructor|error|err|e|cause|defect|failure|fn|func)\??\.name\b|\{[^{}]*\bname\b[^{}]*\}\s*=\s*(?:error|err|e|cause|defect|failure)\b/;
/** Built from pieces, so that this file does not break its own rule. */
const SLEEPS = new RegExp(["waitFor" + "Timeout", "network" + "idle", "\\.sk" + "ip\\(", "\\.on" + "ly\\("].join("|"));

/** One sentence for each file that breaks a habit of the house which a line of text gives away. */
export function findBrokenHabits(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const found: string[] = [];
    const folders = dirname(path).split("/");
    const drawer = DRAWERS.find((name) => folders.includes(name));
    if (drawer) found.push(`${path} is in a drawer called ${drawer}`);
    if (/^index\.tsx?$/.test(basename(path))) found.push(`${path}: an index only re-exports; import what you mean`);
    if (path.startsWith("lib/") && path !== "lib/clock.ts" && !isForTests(path) && CLOCK_READS.test(text)) {
      found.push(`${path} reads the clock; time comes in as an argument`);
    }
    if (/\binclude:\s*\{/.test(text) && /^(lib|app|demo)\//.test(path) && !isForTests(path)) {
      found.push(`${path} includes whole rows; select what is needed`);
    }
    if (BUILT.test(path) && !isForTests(path) && NAMES_OF_CLASSES.test(text)) {
      found.push(
        `${path} goes by the name of a class or function, which the build shortens; use its type or code, or instanceof`,
      );
    }
    if (/\.(test|spec)\.tsx?$/.test(path) && SLEEPS.test(text)) found.push(`${path} sleeps, skips or runs alone`);
    return found;
  });
}
