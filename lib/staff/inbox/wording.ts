import { asSentence, capital, sayNumber, sayUpTo } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { type Kind, MOST_ROWS, type TodayRow } from "./kinds";

type Words = Settings["words"];
type Said = Pick<TodayRow, "kind" | "names" | "count" | "what">;

/** The sentence for an item. Dates are shown next to it. */
export function sayRow({ kind, names, count, what }: Said, { mentor, mentee }: Words): string {
  const [first = "Somebody", second = "somebody"] = names;
  const partners = `${first} and ${second}`;
  switch (kind) {
    case "sweep-late":
      return "The sweep has not run, so no reminders or e-mails are sent and no proposals expire.";
    case "finding":
      return `${count > 1 ? `${sayNumber(count)} times: ` : ""}${sayFinding(what ?? "")}`;
    case "mails-failed":
      return `${sayNumber(count)} e-mails could not be sent.`;
    case "mail-failed":
      return `An e-mail to ${first} could not be sent.`;
    case "proposal-expiring":
      return `${second} has not replied to ${first}’s proposal, and the deadline is close.`;
    case "support-request":
      return what ? `${first} has asked for help: ${what}` : `${first} has asked for help.`;
    case "account-waiting":
      return `${first} has registered and is waiting for your approval.`;
    case "readiness-with-staff":
      return `${sayWho(first, count)} waiting for you to look at this: ${asSentence(what ?? "")}`;
    case "survey-contact":
      return what === "low"
        ? `${first} is not happy with the mentoring, and would like somebody to get in touch.`
        : `${first} has answered a survey, and would like somebody to get in touch.`;
    case "mentor-swamped":
      return `${first} has ${sayNumber(count)} unanswered proposals at once.`;
    case "mentor-silent":
      return `${first} has let the last two proposals expire without replying.`;
    case "partner-silent":
      return `${first} has had no reply from ${second}, and ${second} has not answered us either.`;
    case "no-first-conversation":
      return `${partners} have not had a first conversation and have not agreed on a time for one.`;
    case "relationship-quiet":
      return what === "never"
        ? `${partners} have never met as ${mentee} and ${mentor} and have not agreed on a meeting.`
        : `${partners} have not met for a while and have not agreed on a meeting.`;
  }
}

/** The sentence for an item that is put aside, when its counts are no longer known. */
export function sayAside({ kind, names }: Pick<TodayRow, "kind" | "names">, words: Words): string {
  if (kind === "finding") return "A fault in the data, or a record that the sweep could not process.";
  if (kind === "mails-failed") return "E-mails that could not be sent.";
  if (kind === "mentor-swamped") return `${names[0] ?? "Somebody"} had many unanswered proposals at once.`;
  if (kind === "partner-silent") return `${names.join(" and ")}: one of them had no reply from the other.`;
  if (kind === "support-request") return "A request for help.";
  if (kind === "readiness-with-staff")
    return `Members waiting for you to look at this: ${asSentence(names[0] ?? "a condition")}`;
  return sayRow({ kind, names, count: 1, what: null }, words);
}

/** The heading over the items of a kind. */
export function sayKind(kind: Kind, { mentors }: Words): string {
  return {
    "sweep-late": "The sweep",
    finding: "Faults found by the nightly checks",
    "mails-failed": "E-mails that could not be sent",
    "mail-failed": "E-mails that could not be sent",
    "proposal-expiring": "Proposals close to their deadline",
    "support-request": "Requests for help",
    "account-waiting": "New accounts",
    "readiness-with-staff": "Conditions for you to look at",
    "survey-contact": "Members who asked to be contacted in a survey",
    "mentor-swamped": `${capital(mentors)} with many unanswered proposals`,
    "mentor-silent": `${capital(mentors)} who let proposals expire`,
    "partner-silent": "Partners who do not reply",
    "no-first-conversation": "No first conversation yet",
    "relationship-quiet": "No meeting for a while",
  }[kind];
}

/** "Gareth Evans is", or "12 people are" where there are more. */
function sayWho(name: string, count: number): string {
  if (count === 1) return `${name} is`;
  return `${capital(sayUpTo(count, MOST_ROWS))} people are`;
}

/** The label of an item's date. */
export const SINCE: Record<Kind, string> = {
  "sweep-late": "Last run",
  finding: "Found",
  "mails-failed": "Oldest from",
  "mail-failed": "Written",
  "proposal-expiring": "Sent",
  "support-request": "Asked",
  "account-waiting": "Registered",
  "readiness-with-staff": "Waiting since",
  "survey-contact": "Answered",
  "mentor-swamped": "Oldest sent",
  "mentor-silent": "Last one expired",
  "partner-silent": "Asked",
  "no-first-conversation": "Began",
  "relationship-quiet": "Last contact",
};

/** A finding for readers who are not engineers. An unknown kind is named in brackets, so that they can quote it. */
export function sayFinding(kind: string): string {
  return FINDINGS[kind] ?? `The nightly job found an inconsistency in the data (${kind}).`;
}

const FINDINGS: Readonly<Record<string, string>> = {
  "sweep-failed": "The sweep could not process one of these records. It tries again on every run.",
  "accepted-without-relationship": "A proposal was accepted, but no relationship was created.",
  "relationship-without-acceptance": "A relationship exists without an accepted proposal.",
  "relationship-elsewhere": "A relationship counts for another programme than its proposal.",
  "proposal-without-text": "The text of a proposal is missing.",
  "open-with-nobody": "A proposal is waiting for a reply, but one of the two no longer has an account.",
  "register-not-fetched": "The register could not be fetched from the membership system.",
  "listing-wrong": "A mentor is shown as having free places, but has none.",
  "due-instant-wrong": "A proposal's reminder or deadline is set to the wrong time.",
  "relationship-due-wrong": "The question about extending a relationship is set to the wrong time.",
  "meeting-due-wrong": "A meeting's reminder is set to the wrong time.",
  "unreadable-words":
    "Something a member wrote cannot be decrypted. Members see a reference number in its place, which is also in the list.",
  "meeting-of-a-stranger": "A meeting was arranged by somebody who is not one of the two partners.",
};
