import { isForTests, type SourceFile } from "./source-file";

/**
 * The only files that may seal and open what members write for each other or for themselves: those that read and write the
 * words of a concept for the people they belong to. No page, no report, and nothing that staff look at.
 */
export const SEALERS: ReadonlySet<string> = new Set([
  "lib/calendar/commands.ts",
  "lib/calendar/queries.ts",
  "lib/contracts/commands.ts",
  "lib/contracts/queries.ts",
  "lib/goals/queries.ts",
  "lib/goals/save.ts",
  // What a mail says to its recipient is kept like what it is about.
  "lib/mail/private.ts",
  "lib/meetings/load.ts",
  "lib/meetings/save.ts",
  "lib/messages/commands.ts",
  "lib/messages/queries.ts",
  // Download my data.
  "lib/privacy/archive.ts",
  "lib/reflections/commands.ts",
  "lib/reflections/queries.ts",
  "lib/sheets/queries.ts",
  "lib/sheets/save.ts",
  // Messages that a member ticked to be shown to staff: the copies, and no conversation.
  "lib/support/attached.ts",
]);

/** Files that could read or write sealed words and are not named above: one sentence for each. */
export function findForeignSealers(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !isForTests(path) && !path.startsWith("lib/sealing/"))
    .filter(({ path, imports }) => imports.some(({ from, isTypeOnly }) => !isTypeOnly && isForeign(path, from)))
    .map(({ path }) => `${path} may not seal or open what members write: see SEALERS`);
}

/** What is below tryOpen throws, and so takes the whole page with it: its own folder alone uses that. */
function isForeign(path: string, from: string): boolean {
  if (from === "lib/sealing/cipher" || from === "lib/sealing/open") return true;
  return from === "lib/sealing/seal" && !SEALERS.has(path);
}
