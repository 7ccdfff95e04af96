import type { Settings } from "@/lib/society/settings/settings";
import type { Ailment, Backlog, Setup } from "./system";

/** What is wrong, and what to do about it. */
export function sayAilment(ailment: Ailment): string {
  switch (ailment) {
    case "database-away":
      return "The database does not answer.";
    case "database-cannot-write":
      return "The database cannot write: its disk is full, or it only lets itself be read. Nothing can be saved until it has room.";
    case "sweep-failed":
      return "The last sweep failed, or left something undone. It is tried again within minutes; the log says why it failed.";
    case "migration-failed":
      return "A migration of the database was begun and did not finish. Look at the log of the release.";
    case "migration-missing":
      return "The database lacks migrations that this version needs. Run npm run db:migrate.";
    case "sweep-late":
      return "The sweep has not run for more than an hour: nothing expires, and nobody is reminded. Look whether the scheduler calls.";
    case "mail-stuck":
      return "Mail is waiting far longer than it should. Look whether the provider takes our mail.";
  }
}

/** What is unsafe or missing in how the product was set up, in the order of how much it matters. */
export function listWarnings(setup: Setup, settings: Settings): string[] {
  const { support, society } = settings;
  const isReal = !setup.isDemonstration;
  return [
    isReal && !setup.appUrl.startsWith("https:") && "APP_URL is not https: passwords and words travel in the open.",
    isReal && setup.mailTransport === "capture" && "MAIL_TRANSPORT is capture: mails are kept here, and nobody gets any.",
    isReal && /@example\.(org|com|net)\b/.test(setup.mailFrom) && "MAIL_FROM is an example: mails from it will not arrive.",
    !setup.hasCronSecret &&
      setup.scheduler === "internal" &&
      isReal &&
      "CRON_SECRET is not set: no monitor can read the details of /api/health.",
    setup.wordsKeys.length > 1 && "WORDS_KEYS has older keys: run npm run words:rotate, and then take out all but the first.",
    !support.email && !support.phone && "There is no address and no telephone for help: members do not know whom to ask.",
    !society.websiteUrl && "The society's website is not linked.",
    setup.signIn === "federated" && !society.renewUrl && "There is no link for renewing a membership that has lapsed.",
    setup.migrations === null && "Which migrations came with this version is not known here, so pending ones cannot be seen.",
  ].filter((warning) => warning !== false);
}

const WHAT: Record<Backlog["of"], [one: string, several: string]> = {
  proposals: ["proposal", "proposals"],
  relationships: ["relationship", "relationships"],
  meetings: ["meeting", "meetings"],
  pauses: ["pause of a mentor", "pauses of mentors"],
};

/** "3 proposals" */
export function sayBacklog({ of, overdue }: Backlog): string {
  return `${overdue.toLocaleString("en-GB")} ${WHAT[of][overdue === 1 ? 0 : 1]}`;
}

/** What the nightly check and the sweep find, by kind. */
const FINDINGS: Record<string, string> = {
  "sweep-failed": "The sweep could not do what was due. It is tried again at every sweep; the log says why it failed.",
  "accepted-without-relationship": "A proposal is accepted, and there is no relationship.",
  "relationship-without-acceptance": "There is a relationship whose proposal was not accepted.",
  "proposal-without-text": "A proposal lacks the text that counts.",
  "open-with-nobody": "A proposal waits for somebody whose account is gone.",
  "listing-wrong": "A mentor is offered with places that are not free.",
  "due-instant-wrong": "A proposal would be reminded or expire at the wrong time.",
  "relationship-due-wrong": "A relationship would end or ask to go on at the wrong time.",
  "meeting-due-wrong": "A meeting would be reminded at the wrong time.",
  "meeting-of-a-stranger": "A meeting was arranged by neither of the two.",
};

export function sayFinding(kind: string): string {
  return FINDINGS[kind] ?? `Something that should be impossible: ${kind}.`;
}

/** What a sweep did, in the order of its counts: "expired", 3. */
const COUNTS: Record<string, string> = {
  expired: "expired",
  reminded: "reminded",
  availableAgain: "mentors available again",
  digests: "digests gathered",
  completed: "relationships completed",
  askedToExtend: "asked whether to go on",
  meetingsReminded: "meetings reminded",
  meetingsCalledOff: "meetings called off",
  mailsSent: "mails sent",
  mailsFailed: "mails given up",
  mailsRetried: "mails put off",
  mailsOvertaken: "mails overtaken",
  failed: "failed",
};

/** "3 expired, 12 mails sent"; "nothing was due". */
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
