import { isForTests, type SourceFile } from "./source-file";

/**
 * The only files that may seal and open what members write for each other or for themselves: those that read and write the
 * words of a concept for the people they belong to. No page, no report, and nothing that staff look at.
 */
export const SEALERS: ReadonlySet<string> = new Set([
  // The secrets with which we sign what other systems are told.
  "lib/society/webhooks/commands.ts",
  "lib/society/webhooks/save.ts",
  "lib/notify/calendar/commands.ts",
  "lib/notify/calendar/queries.ts",
  "lib/mentoring/contracts/commands.ts",
  "lib/mentoring/contracts/queries.ts",
  "lib/mentoring/goals/queries.ts",
  "lib/mentoring/goals/save.ts",
  // What a mail says to its recipient is kept like what it is about.
  "lib/notify/outbox/words.ts",
  "lib/mentoring/meetings/load.ts",
  "lib/mentoring/meetings/save.ts",
  "lib/pairing/conversations/queries.ts",
  "lib/pairing/proposals/words.ts",
  // Mails about a proposal quote it, and are kept sealed as well.
  "lib/notify/delivery/queries.ts",
  "lib/pairing/conversations/save.ts",
  // What a member's authenticator app makes its codes from.
  "lib/people/auth/second-step/commands.ts",
  "lib/people/auth/second-step/queries.ts",
  // Download my data.
  "lib/people/privacy/archive.ts",
  // Answers that only partners read.
  "lib/people/profile-questions/answers-sql.ts",
  "lib/people/profile-questions/queries.ts",
  "lib/people/profile-questions/save.ts",
  // What staff and referees say about a condition.
  "lib/pairing/readiness/commands.ts",
  "lib/pairing/readiness/queries.ts",
  "lib/mentoring/reflections/commands.ts",
  "lib/mentoring/reflections/queries.ts",
  // Answers to surveys: by the member, and for staff once they are counted or the member wished it.
  "lib/mentoring/surveys/commands.ts",
  "lib/mentoring/surveys/queries.ts",
  "lib/mentoring/worksheets/queries.ts",
  "lib/mentoring/worksheets/save.ts",
  // Messages that a member ticked to be shown to staff: the copies, and no conversation.
  "lib/staff/support/attached.ts",
]);

/** Files that could read or write sealed words and are not named above: one sentence for each. */
export function findForeignSealers(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !isForTests(path) && !path.startsWith("lib/foundation/sealing/"))
    .filter(({ path, imports }) => imports.some(({ from, isTypeOnly }) => !isTypeOnly && isForeign(path, from)))
    .map(({ path }) => `${path} may not seal or open what members write: see SEALERS`);
}

/** Functions below tryOpen throw, which would break the whole page. Only their own folder may use them. */
function isForeign(path: string, from: string): boolean {
  if (from === "lib/foundation/sealing/cipher" || from === "lib/foundation/sealing/find-words") return true;
  return from === "lib/foundation/sealing/seal-and-open" && !SEALERS.has(path);
}
