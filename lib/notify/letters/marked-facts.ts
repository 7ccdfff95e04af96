import { withArticle } from "@/lib/foundation/wording";
import type { Facts } from "@/lib/notify/notices/letter";
import { braced } from "./placeholders";

/** Placeholders that every mail can have. The others are there where the facts of a kind bring them. */
export const EVERYWHERE = [
  ...["name", "society", "product"],
  ...["mentor", "a mentor", "mentors", "mentee", "a mentee", "mentees"],
] as const;

/** The society's words for the roles, which begin with a capital at the beginning of a sentence. */
export const ROLE_WORDS: readonly string[] = ["mentor", "a mentor", "mentors", "mentee", "a mentee", "mentees"];

/** What the placeholders stand for in this mail. What is not there has no value. */
export function valuesOf(facts: Facts): Record<string, string> {
  const { recipient, name, society, product, words, partner, data, deadline, pauseDay } = facts;
  const values: Record<string, string | null | undefined> = {
    name: recipient.name,
    partner: name,
    society,
    product,
    ...words,
    "a mentor": withArticle(words.mentor),
    "a mentee": withArticle(words.mentee),
    headline: partner.headline,
    email: partner.email,
    deadline,
    within: facts.expireDays,
    end: facts.endDate,
    "pause end": pauseDay,
    programme: data.programme,
    reference: data.reference,
  };
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** The same facts with the placeholder itself in the place of each text, so that a letter about them is its own pattern. */
export function markFacts(facts: Facts): Facts {
  const { partner, data, settings } = facts;
  const words = {
    mentor: braced("mentor"),
    mentors: braced("mentors"),
    mentee: braced("mentee"),
    mentees: braced("mentees"),
  };
  const markedData = { ...data };
  if (data.programme) markedData.programme = braced("programme");
  if (data.reference) markedData.reference = braced("reference");
  return {
    ...facts,
    say: braced,
    name: braced("partner"),
    recipient: { ...facts.recipient, name: braced("name") },
    society: braced("society"),
    product: braced("product"),
    words,
    settings: { ...settings, words },
    partner: {
      headline: partner.headline && braced("headline"),
      email: partner.email && braced("email"),
    },
    data: markedData,
    deadline: facts.deadline && braced("deadline"),
    expireDays: braced("within"),
    endDate: braced("end"),
    pauseDay: facts.pauseDay && braced("pause end"),
  };
}

/** The same facts, which note under its placeholder whatever a letter says of them. */
export function listenTo(facts: Facts): { facts: Facts; heard: Record<string, string> } {
  const heard: Record<string, string> = {};
  const say = (placeholder: string, text: string) => {
    heard[placeholder] = text;
    return text;
  };
  return { facts: { ...facts, say }, heard };
}
