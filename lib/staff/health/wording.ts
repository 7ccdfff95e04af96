import { MOST_COUNTED } from "@/lib/foundation/deadlines/sweep-step";
import { sayUpTo } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { Backlog, Fault, Setup } from "./system";

/** What is wrong, and what to do about it. */
export function sayFault(fault: Fault): string {
  switch (fault) {
    case "database-away":
      return "The database is not responding.";
    case "database-cannot-write":
      return "The database cannot write: its disk is full or it is in read-only mode. Nothing can be saved until this is fixed.";
    case "sweep-failed":
      return "The last sweep failed or did not finish everything. It will run again within minutes; the log says why it failed.";
    case "migration-failed":
      return "A database migration started but did not finish. Check the release log.";
    case "migration-missing":
      return "The database is missing migrations that this version needs. Run npm run db:migrate.";
    case "sweep-late":
      return "The sweep has not run for more than an hour, so no proposals expire and no reminders are sent. Check that the scheduler is calling it.";
    case "mail-stuck":
      return "E-mails have been waiting far longer than they should. Check that the mail provider is accepting them.";
  }
}

/** Whatever is unsafe or missing in the configuration, the most important first. */
export function listWarnings(setup: Setup, settings: Settings, unfitMails: readonly string[] = []): string[] {
  const { support, society } = settings;
  const isReal = !setup.isDemonstration;
  return [
    isReal &&
      !setup.appUrl.startsWith("https:") &&
      "APP_URL is not https, so passwords and messages are sent without encryption.",
    isReal &&
      setup.mailTransport === "capture" &&
      "MAIL_TRANSPORT is capture, so e-mails are stored here and nobody receives them.",
    isReal &&
      /@example\.(org|com|net)\b/.test(setup.mailFrom) &&
      "MAIL_FROM is an example address, so e-mails will not arrive.",
    !setup.hasCronSecret &&
      setup.scheduler === "internal" &&
      isReal &&
      "CRON_SECRET is not set, so no monitor can read the details of /api/health.",
    setup.wordsKeys.length > 1 &&
      "WORDS_KEYS still contains old keys. Run npm run words:rotate, then remove all but the first.",
    !support.email &&
      !support.phone &&
      "There is no e-mail address or phone number for help, so members do not know whom to ask.",
    !society.websiteUrl && "There is no link to the society's website.",
    setup.signIn === "federated" && !society.renewUrl && "There is no link for renewing a lapsed membership.",
    setup.migrations === null && "The list of migrations in this version was not found, so pending ones cannot be reported.",
    ...unfitMails,
  ].filter((warning) => warning !== false);
}

/** "3 proposals", "more than 50 proposals" */
export function sayBacklog({ words, overdue }: Pick<Backlog, "words" | "overdue">): string {
  return `${sayUpTo(overdue, MOST_COUNTED)} ${words[overdue === 1 ? 0 : 1]}`;
}

/** Findings of the nightly job and the sweep, by kind. */
const FINDINGS: Record<string, string> = {
  "sweep-failed": "The sweep could not process a record. It tries again on every run; the log says why it failed.",
  "accepted-without-relationship": "A proposal was accepted, but it has no relationship.",
  "relationship-without-acceptance": "A relationship exists although its proposal was not accepted.",
  "relationship-elsewhere": "A relationship counts for another programme than its proposal.",
  "proposal-without-text": "A proposal's current text is missing.",
  "open-with-nobody": "An open proposal belongs to somebody who no longer has an account.",
  "register-not-fetched": "The register could not be fetched from the membership system.",
  "listing-wrong": "A mentor is shown as having free places, but has none.",
  "due-instant-wrong": "A proposal's reminder or deadline is set to the wrong time.",
  "relationship-due-wrong": "A relationship's end, or the question about extending it, is set to the wrong time.",
  "programme-due-wrong": "The next date of a programme is set to the wrong time.",
  "readiness-due-wrong": "The next date for somebody's condition is wrong.",
  "readiness-wrong": "Somebody counts as ready although a condition is missing, or as not ready although none is.",
  "listed-not-ready": "A mentor can be found although a condition is missing.",
  "condition-not-asked": "A mentor has not been asked for a condition of the role.",
  "meeting-due-wrong": "A meeting's reminder is set to the wrong time.",
  "meeting-of-a-stranger": "A meeting was arranged by somebody who is not one of the two partners.",
};

export function sayFinding(kind: string): string {
  return FINDINGS[kind] ?? `An unknown inconsistency: ${kind}.`;
}

/** Words for the counts of a sweep. */
export const COUNTS: Record<string, string> = {
  expired: "proposals expired",
  reminded: "mentors reminded",
  availableAgain: "mentors available again",
  askedAgain: "mentors asked on behalf of somebody in their queue",
  passedOn: "proposals passed on to the next mentor",
  askedIfAvailable: "mentors asked whether they are still available",
  madeUnavailable: "mentors made unavailable",
  remindedToBegin: "members reminded to begin",
  askedInSurveys: "members asked how it goes in a survey",
  askedInOwnSurveys: "members asked in a survey of the society’s own",
  remindedOfSurveys: "members reminded of a survey",
  countedAnswers: "answers to surveys counted",
  lettersBegun: "letters to members begun",
  lettersTold: "members told of a letter",
  pairLettersTold: "partners told of a letter to pairs",
  matchingsDone: "matchings finished",
  matchesPublished: "matches published",
  matchesDraftedNext: "next best matches drafted after a no",
  askedHowItGoes: "pairs asked how it goes",
  toldStaffOfSilence: "silent pairs reported to staff",
  pausesEnded: "pairs told that their pause is over",
  alertsTold: "mentees told that somebody is free",
  digests: "daily digests created",
  completed: "relationships completed",
  askedToExtend: "relationships asked about extending",
  meetingsReminded: "meeting reminders sent",
  meetingsCalledOff: "meetings cancelled",
  questionsClosed: "questions closed",
  conditionsAsked: "members asked for a condition",
  readinessMoved: "conditions that began to count, expire soon or expired",
  programmesMoved: "programmes opened, started or closed",
  mailsSent: "e-mails sent",
  mailsFailed: "e-mails failed for good",
  mailsRetried: "e-mails to be retried",
  mailsOvertaken: "e-mails no longer needed",
  webhooksDelivered: "messages to other systems",
  webhooksFailed: "failed messages to other systems",
  failed: "records failed",
};

/** "3 expired, 12 e-mails sent"; "nothing was due". */
export function sayCounts(counts: Record<string, unknown>): string {
  const parts = Object.entries(counts).flatMap(([name, count]) =>
    typeof count === "number" && count > 0 ? [`${count.toLocaleString("en-GB")} ${COUNTS[name] ?? name}`] : [],
  );
  return parts.length === 0 ? "nothing was due" : parts.join(", ");
}

/** "48 MB" */
export function sayBytes(bytes: number): string {
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, "MB"] : [bytes / 1e9, "GB"];
  return `${size.toLocaleString("en-GB", { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}
