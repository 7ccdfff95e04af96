import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";

/** A letter from the society to both partners, or to one of them, as they read it. */
export interface Letter {
  id: string;
  at: Date;
  /** On whose behalf; null: in the society’s own name. */
  behalfOf: Role | null;
  /** Who alone reads it; null: both. */
  toOne: Role | null;
  subject: string;
  words: string;
}

/** The possible senders of a letter. */
export const IN_NAME_OF = ["society", "mentee", "mentor"] as const;

/** Whom a letter may be for. */
export const ADDRESSEES = ["both", "mentee", "mentor"] as const;

export const PREPARED = ["first-meeting", "answer", "how-is-it-going", "no-word"] as const;
export type Prepared = (typeof PREPARED)[number];

export const PREPARED_LABELS: Record<Prepared, string> = {
  "first-meeting": "Arrange a first meeting",
  answer: "Reply to the proposal",
  "how-is-it-going": "How is it going?",
  "no-word": "One of you is waiting",
};

export function isPrepared(text: unknown): text is Prepared {
  return PREPARED.some((name) => name === text);
}

/** The texts that make sense. Before there is a relationship, the only one is about replying to the proposal. */
export function preparedFor(isRelationship: boolean): Prepared[] {
  return isRelationship ? ["first-meeting", "how-is-it-going", "no-word"] : ["answer"];
}

/** A text to start from. Both read it, so it addresses both and blames neither. */
export function prepare(
  which: Prepared,
  { menteeName, mentorName }: { menteeName: string; mentorName: string },
  { words: { mentor, mentee }, society }: Settings,
): { subject: string; words: string } {
  const dear = `Dear ${menteeName} and ${mentorName},`;
  const end = `If anything is in the way, just reply to this e-mail: we are glad to help.\n\nWith kind regards\n${society.name}`;
  const say = (subject: string, ...paragraphs: string[]) => ({ subject, words: [dear, ...paragraphs, end].join("\n\n") });
  switch (which) {
    case "first-meeting":
      return say(
        "Your first meeting",
        `You have found each other on ${society.product}, but have not agreed on a first meeting yet. The first step is the hardest, and half an hour by phone or video is enough for it.`,
        "If you are the first to read this, why not suggest two or three times today, under Meetings in your relationship?",
      );
    case "answer":
      return say(
        "The proposal between you",
        `A proposal between the two of you is waiting for a reply. ${mentorName}, yes and no are both good answers, and a short one will do.`,
        `${menteeName}, you may ask another ${mentor} at any time. Not every ${mentor} has room for another ${mentee} just now, and a no says nothing about you.`,
      );
    case "no-word":
      return say(
        "Are you still in touch?",
        "One of you is waiting to hear from the other, and we have not had an answer to our own question either. Messages go astray, and everybody has busy months, so we are simply asking once more.",
        "A line from whoever reads this first is enough. And if this is not the time for it, that is a good answer too: either of you can end your relationship from its page, without giving a reason, and nobody is to blame.",
      );
    case "how-is-it-going":
      return say(
        "How is your mentoring going?",
        "It has been quiet for a while between the two of you, as far as we can tell from dates alone. That may be just right. If it is not, this is a good moment to arrange a meeting, or to agree that you have reached what you wanted.",
        "You can continue or end it from the page of your relationship. Nobody is to blame either way.",
      );
  }
}

/** What stands for the two names in a letter to several pairs: "[mentee]". */
export function namePlaces({ words: { mentor, mentee } }: Pick<Settings, "words">): { menteeName: string; mentorName: string } {
  return { menteeName: `[${mentee}]`, mentorName: `[${mentor}]` };
}

/** A letter to several pairs as one of them reads it. */
export function fillNames(
  letter: { subject: string; words: string },
  [mentee = "", mentor = ""]: readonly string[],
  settings: Pick<Settings, "words">,
): { subject: string; words: string } {
  const { menteeName, mentorName } = namePlaces(settings);
  const fill = (text: string) =>
    text
      .split(menteeName)
      .map((part) => part.replaceAll(mentorName, () => mentor))
      .join(mentee);
  return { subject: fill(letter.subject), words: fill(letter.words) };
}
