import { sayDate, sayDateTime } from "@/lib/foundation/dates";
import { asRole } from "@/lib/foundation/destination";
import type { Role } from "@/lib/foundation/viewer";
import { capital, FORMER_MEMBER, withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { definitionOf, type Notices } from "./define";
import type { Notice, NoticeData } from "./notice";

export interface SentenceFacts {
  /** Null when their account is no longer there. */
  partnerName: string | null;
  /** The role in which the reader is told. */
  role: Role | null;
  data: NoticeData;
  settings: Settings;
  /** The reader's. */
  timeZone: string;
  now: Date;
}

/** One short sentence for the member who is told. */
export function notificationSentence(notices: Notices, kind: string, facts: SentenceFacts): string {
  const { partnerName, role, data, settings, timeZone, now } = facts;
  const definition = definitionOf(notices, kind);
  // A later version may have written it, and been taken back.
  if (!definition) return `You have a notice from ${settings.society.product}.`;
  const sentence = definition.sentence({
    name: partnerName ?? partnerWord(role, settings),
    role,
    data,
    words: settings.words,
    product: settings.society.product,
    day: (instant) => (instant ? sayDate(new Date(instant), now, timeZone) : null),
    time: (instant) => (instant ? sayDateTime(new Date(instant), now, timeZone) : null),
  });
  // A name is written as its owner writes it, even at the beginning of a sentence.
  return partnerName === null || partnerName === FORMER_MEMBER ? capital(sentence) : sentence;
}

/** Where the sentence leads, addressed to the role in which its reader is told. */
export function notificationHref(
  notices: Notices,
  kind: string,
  { proposalId, role, data }: Pick<Notice, "proposalId" | "role" | "data">,
): string {
  return asRole(definitionOf(notices, kind)?.leadsTo({ proposalId, data }) ?? "/notifications", role);
}

/** "a mentor", for somebody told as a mentee. */
export function partnerWord(role: Role | null, { words }: Settings): string {
  return withArticle(role === "mentee" ? words.mentor : words.mentee);
}
