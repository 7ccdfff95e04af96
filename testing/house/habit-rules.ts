import { basename, dirname } from "node:path";
import { isForTests, type SourceFile } from "./source-file";

const DRAWERS = ["utils", "helpers", "services", "repositories", "hooks", "types", "constants"];
const CLOCK_READS = /\bnew Date\(\s*\)|\bDate\.now\(|\bTemporal\.Now\b/;
/**
 * Use lib/foundation/identifier.ts and address_form for this. With a second rule, two lookups could disagree about who somebody
 * is.
 */
const ADDRESS_FOLDS =
  /\b(lower|upper)\(\s*[\w.${}"]*(email|address|identifier)|(email|identifier)"?\)?(\.trim\(\))?\.to(Locale)?(Lower|Upper)Case\(/i;
/** Built from pieces, so that this file does not break its own rule. */
const SLEEPS = new RegExp(["waitFor" + "Timeout", "network" + "idle", "\\.sk" + "ip\\(", "\\.on" + "ly\\("].join("|"));

/**
 * A journey that looks at a page once instead of until it is so, or that asks something of a document right after a press, which
 * may just have begun another one.
 */
const ASKS_AT_ONCE =
  /expect\(\s*\(?await [^;]*?\.(count|textContent|innerText|allTextContents|allInnerTexts|isVisible|isHidden|isChecked|inputValue)\(\)|\.click\(\);\s*await (mark|\w+\.evaluate)\(/;

/** Its own way to parse an id. PostgreSQL accepts several spellings, and other code does not. */
const READS_IDS = /\bz\s*\.\s*(uuid|guid)\w*\(|\bz\.string\([^)]*\)\.(uuid|guid)\(|\[0-9a-f\]\{(4|8|12)\}|\[0-9a-f-\]\{36\}/i;

/** Its own way to parse where a list goes on: years that the database does not read have to be refused. */
const READS_CURSORS = /\bnew Date\(\s*Number\(|\.getTime\(\)\}[~_]|Z\)?_(\(|\$\{ID\})/;

/** What an edit stands on, as a field that moves to a newer version while somebody types. */
const MOVES_BASE = /<(HiddenField|input type="hidden")\s+name="base"/;

/** A box that takes the focus by itself: hydration would throw back whoever has scrolled or typed before the scripts came. */
const TAKES_FOCUS = /\bcurrent\b[?!]?\.(focus|scrollIntoView)\(/;

/** What the build serves. */
const BUILT = /^(lib|app|components)\/|^(proxy|instrumentation)\.ts$/;
const NAMES_OF_CLASSES =
  /\b(?:constructor|error|err|e|cause|defect|failure|fn|func)\??\.name\b|\{[^{}]*\bname\b[^{}]*\}\s*=\s*(?:error|err|e|cause|defect|failure)\b/;

/** One sentence for each file that breaks a habit of the house which a line of text gives away. */
export function findBrokenHabits(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const found: string[] = [];
    const folders = dirname(path).split("/");
    const drawer = DRAWERS.find((name) => folders.includes(name));
    if (drawer) found.push(`${path} is in a drawer called ${drawer}`);
    if (/^index\.tsx?$/.test(basename(path)) && !/^export (const|function) /m.test(text)) {
      found.push(`${path}: this index only re-exports; import what you mean`);
    }
    if (path.startsWith("lib/") && path !== "lib/foundation/clock.ts" && !isForTests(path) && CLOCK_READS.test(text)) {
      found.push(`${path} reads the clock; time comes in as an argument`);
    }
    if (/^(lib|app|components)\//.test(path) && path !== "lib/foundation/id.ts" && !isForTests(path) && READS_IDS.test(text)) {
      found.push(`${path} reads ids in a way of its own; lib/foundation/id.ts does that`);
    }
    if (/^(lib|app)\//.test(path) && !isForTests(path) && READS_CURSORS.test(text)) {
      found.push(`${path} has cursors of its own; lib/foundation/cursor.ts does that`);
    }
    if (/^(lib|app|components)\//.test(path) && !isForTests(path) && ADDRESS_FOLDS.test(text)) {
      found.push(`${path} has a form of addresses of its own; use lib/foundation/identifier.ts and address_form`);
    }
    if (/\binclude:\s*\{/.test(text) && /^(lib|app|demo)\//.test(path) && !isForTests(path)) {
      found.push(`${path} includes whole rows; select what is needed`);
    }
    if (BUILT.test(path) && !isForTests(path) && NAMES_OF_CLASSES.test(text)) {
      found.push(
        `${path} goes by the name of a class or function, which the build shortens; use its type or code, or instanceof`,
      );
    }
    // A film's form begins afresh with each version.
    if (MOVES_BASE.test(text) && !isForTests(path) && path !== "components/films/film-form.tsx") {
      found.push(`${path} has a field of its own for what an edit stands on; use components/ui/version-field.tsx`);
    }
    if (BUILT.test(path) && path !== "components/ui/take-focus.ts" && TAKES_FOCUS.test(text)) {
      found.push(`${path} moves the focus by itself; use components/ui/take-focus.ts`);
    }
    if (/\.(test|spec)\.tsx?$/.test(path) && SLEEPS.test(text)) found.push(`${path} sleeps, skips or runs alone`);
    if (/\.test\.ts$/.test(path) && /`TRUNCATE /.test(text)) found.push(`${path} truncates tables; use testing/empty.ts`);
    if (/^e2e\/(gallery\/|[^/]*$)/.test(path) && ASKS_AT_ONCE.test(text)) {
      found.push(`${path} asks a page at once; expect(locator) waits until it is so`);
    }
    return found;
  });
}
