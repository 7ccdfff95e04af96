import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";

/** What the society writes to both, as it is read. */
export interface Letter {
  id: string;
  at: Date;
  /** On whose behalf; null: in the society’s own name. */
  behalfOf: Role | null;
  subject: string;
  words: string;
}

/** In whose name a letter can be written. */
export const IN_NAME_OF = ["society", "mentee", "mentor"] as const;

export const PREPARED = ["first-meeting", "answer", "how-is-it-going"] as const;
export type Prepared = (typeof PREPARED)[number];

export const PREPARED_LABELS: Record<Prepared, string> = {
  "first-meeting": "Arrange a first meeting",
  answer: "Answer the proposal",
  "how-is-it-going": "How is it going?",
};

export function isPrepared(text: unknown): text is Prepared {
  return PREPARED.some((name) => name === text);
}

/** Which texts make sense: before there is a relationship, an answer is what is wanted. */
export function preparedFor(isRelationship: boolean): Prepared[] {
  return isRelationship ? ["first-meeting", "how-is-it-going"] : ["answer"];
}

/** A text to start from. Both read it, so that it speaks to both and blames neither. */
export function prepare(
  which: Prepared,
  { menteeName, mentorName }: { menteeName: string; mentorName: string },
  { words: { mentor, mentee }, society }: Settings,
): { subject: string; words: string } {
  const dear = `Dear ${menteeName} and ${mentorName},`;
  const end = `If anything is in the way, just answer this letter: we are glad to help.\n\nWith kind regards\n${society.name}`;
  const say = (subject: string, ...paragraphs: string[]) => ({ subject, words: [dear, ...paragraphs, end].join("\n\n") });
  switch (which) {
    case "first-meeting":
      return say(
        "Your first meeting",
        `You have found each other on ${society.product}, and there is no first meeting yet. The first step is the hardest, and half an hour by telephone or video is enough for it.`,
        "Whoever reads this first: suggest two or three times to the other today, under Meetings in your relationship.",
      );
    case "answer":
      return say(
        "The proposal between you",
        `A proposal between the two of you waits for an answer. ${mentorName}, a yes or a no are both good answers, and a short one will do.`,
        `${menteeName}, you may ask another ${mentor} at any time. Not every ${mentor} has room for another ${mentee} just now, and a no says nothing about you.`,
      );
    case "how-is-it-going":
      return say(
        "How is your mentoring going?",
        "It has been quiet for a while between the two of you, as far as we can tell from dates alone. That may be just right. If it is not, this is a good moment to arrange a meeting, or to agree that you have reached what you wanted.",
        "You can go on, or end it, from the page of your relationship. Nobody is to blame either way.",
      );
  }
}
