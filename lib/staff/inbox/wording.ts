import { sayNumber } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { Kind, TodayRow } from "./today";

type Words = Settings["words"];
type Said = Pick<TodayRow, "kind" | "names" | "count" | "what">;

/** What has happened, in a sentence for staff. Dates stand beside it. */
export function sayRow({ kind, names, count, what }: Said, { mentor, mentee }: Words): string {
  const [first = "Somebody", second = "somebody"] = names;
  const pair = `${first} and ${second}`;
  switch (kind) {
    case "sweep-late":
      return "The clock has not run: reminders, expiry and mails stand still.";
    case "finding":
      return `${count > 1 ? `${sayNumber(count)} times: ` : ""}${sayFinding(what ?? "")}`;
    case "mails-failed":
      return `${sayNumber(count)} e-mails could not be sent.`;
    case "mail-failed":
      return `An e-mail to ${first} could not be sent.`;
    case "proposal-expiring":
      return `${second} has not answered ${first}’s proposal, and the time is running out.`;
    case "support-request":
      return what ? `${first} asks for help: ${what}` : `${first} asks for help.`;
    case "account-waiting":
      return `${first} has opened an account, which waits for your approval.`;
    case "mentor-swamped":
      return `${first} has ${sayNumber(count)} unanswered proposals at once.`;
    case "mentor-silent":
      return `${first} has let the last two proposals expire without a word.`;
    case "no-first-conversation":
      return `${pair} have not had a first conversation, and have arranged none.`;
    case "relationship-quiet":
      return what === "never"
        ? `${pair} have never met as ${mentee} and ${mentor}, and have arranged no meeting.`
        : `${pair} have not met for a while, and have arranged no meeting.`;
  }
}

/** What a row that is put aside was about, when its counts are not there any more. */
export function sayAside({ kind, names }: Pick<TodayRow, "kind" | "names">, words: Words): string {
  if (kind === "finding") return "Something that should be impossible, or that the clock could not do.";
  if (kind === "mails-failed") return "E-mails that could not be sent.";
  if (kind === "mentor-swamped") return `${names[0] ?? "Somebody"} had many unanswered proposals at once.`;
  if (kind === "support-request") return "A request for help.";
  return sayRow({ kind, names, count: 1, what: null }, words);
}

/** What the date of a row means. */
export const SINCE: Record<Kind, string> = {
  "sweep-late": "Last run",
  finding: "Found",
  "mails-failed": "The oldest is of",
  "mail-failed": "Written",
  "proposal-expiring": "Sent",
  "support-request": "Waiting since",
  "account-waiting": "Waiting since",
  "mentor-swamped": "The oldest was sent",
  "mentor-silent": "The last one expired",
  "no-first-conversation": "Began",
  "relationship-quiet": "The last that we know of",
};

/** A finding in words for somebody who is no engineer. The number in brackets is for whoever they ask. */
export function sayFinding(kind: string): string {
  return FINDINGS[kind] ?? `Something that should be impossible was found at night (${kind}).`;
}

const FINDINGS: Readonly<Record<string, string>> = {
  "sweep-failed": "The clock could not do what was due to one of them, and tries again each time it runs.",
  "accepted-without-relationship": "A proposal was accepted, and no relationship came of it.",
  "relationship-without-acceptance": "A relationship has no accepted proposal behind it.",
  "proposal-without-text": "A proposal has lost its text.",
  "open-with-nobody": "A proposal waits for an answer, and one of the two has no account any more.",
  "listing-wrong": "A mentor is shown with places that are not free.",
  "due-instant-wrong": "A proposal would be reminded or would expire at the wrong time.",
  "relationship-due-wrong": "A relationship would be asked about its end at the wrong time.",
  "meeting-due-wrong": "A meeting would be reminded of at the wrong time.",
  "unreadable-words":
    "Words that were kept sealed cannot be opened. Members see a reference in their place; the list has it too.",
  "meeting-of-a-stranger": "A meeting was arranged by somebody who is none of the two.",
};
