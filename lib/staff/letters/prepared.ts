import { braced } from "@/lib/notify/letters/placeholders";
import { labelOf, type Settings } from "@/lib/society/settings/settings";
import type { Filters } from "@/lib/staff/members/input";
import { isPrepared, PREPARED_LABELS, type Prepared, prepare, preparedFor } from "@/lib/staff/relationships/letters/prepared";
import type { LetterText } from "./letter";

/** A text for many pairs to start from: the same as for one, with placeholders where both have names. */
export function prepareForPairs(which: unknown, settings: Settings): LetterText | null {
  if (!isPrepared(which) || !preparedFor(true).includes(which)) return null;
  return prepare(which, { menteeName: braced("mentee"), mentorName: braced("mentor") }, settings);
}

/** The texts for many pairs. */
export const FOR_PAIRS: readonly { which: Prepared; label: string }[] = preparedFor(true).map((which) => ({
  which,
  label: PREPARED_LABELS[which],
}));

/** A text to start from for those who could offer a topic; null for any other list. */
export function prepareForMentors({ couldOffer }: Filters, { topics, words }: Settings): LetterText | null {
  const topic = couldOffer === null ? null : labelOf(topics, couldOffer);
  if (topic === null) return null;
  const [name, society, product] = [braced("name"), braced("society"), braced("product")];
  return {
    subject: `Could you help with ${topic}?`,
    words: [
      `Dear ${name},`,
      `More ${words.mentees} on ${product} are looking for help with ${topic} than our ${words.mentors} have places for.`,
      `If you know something of it, you could add ${topic} to the topics on your profile, or offer one more place. Half an hour now and then is often enough, and you decide whom you accept.`,
      `If it is not for you, there is nothing you need to do. Thank you for being one of our ${words.mentors}.`,
      `With kind regards\n${society}`,
    ].join("\n\n"),
  };
}
