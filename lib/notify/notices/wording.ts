import { listInWords } from "@/lib/foundation/wording";
import {
  CHOOSABLE_GROUPS,
  choiceOf,
  FIXED_GROUPS,
  type GroupName,
  type MailChoice,
  type MailChoices,
  NOTICE_GROUPS,
} from "./groups";
import type { Unsubscription } from "./unsubscribe";

/** As the form offers them. */
export const CHOICE_LABELS: Record<MailChoice, string> = {
  "at-once": "At once",
  digest: "In a daily digest",
  none: "Not at all",
};

/** What is on, in a sentence or three: "We also mail you at once: My proposals and …." */
export function sayChoices(choices: MailChoices): string {
  const of = (choice: MailChoice) =>
    [...FIXED_GROUPS, ...CHOOSABLE_GROUPS].filter((group) => choiceOf(choices, group) === choice);
  const say = (begin: string, groups: GroupName[]) =>
    groups.length > 0 ? [`${begin}: ${listInWords(groups.map((group) => NOTICE_GROUPS[group].label))}.`] : [];
  return [
    ...say("We mail you at once", of("at-once")),
    ...say("In a daily digest", of("digest")),
    ...say("Only here, without a mail", of("none")),
  ].join(" ");
}

/** What a link in a mail stops: "mails of the kind “My relationships”". */
export function sayStopped(what: Unsubscription["what"]): string {
  return what === "digest" ? "the daily digest" : `mails of the kind “${NOTICE_GROUPS[what].label}”`;
}

/** A link that is not whole, or was never ours: it tells nobody which. */
export const BAD_LINK =
  "It may have been cut off on its way. Please copy the whole of it from the mail, or sign in and choose in Edit Account what is mailed to you.";

/** Of a link that answers a question. */
export const BAD_ANSWER_LINK =
  "It may have been cut off on its way, or its question is too old. Please copy the whole of it from the mail, or sign in and answer there.";

/** Of these groups a mail is always sent, and why. */
export function sayAlways(group: GroupName, because: string): string {
  return `${NOTICE_GROUPS[group].label}: always at once, because ${because}.`;
}
