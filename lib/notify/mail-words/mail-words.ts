import { type OwnWords, wordsKey } from "@/lib/notify/letters/own-words";
import type { Part } from "@/lib/notify/letters/passages";

/** The words of the society for one passage; empty where it leaves the passage out. */
export interface OwnPassage {
  part: Part;
  /** Ours, as it was when the society wrote its own: the words are for this passage, and no other. */
  ours: string;
  own: string;
}

/** The most passages that a kind may have; a form has as many boxes. */
export const MOST_PASSAGES = 40;

/** The name of the box for a passage. */
export function fieldOf(number: number): string {
  return `p${number}`;
}

/** Which mails: those of a kind, in one programme or in all that have no words of their own. */
export interface MailOf {
  kind: string;
  programmeId: string | null;
}

/** What is published for some mails. */
export interface Published extends MailOf {
  passages: OwnPassage[];
}

/** One that was saved, without its words. Number 0 is ours. */
export interface Version {
  number: number;
  createdAt: Date;
  /** Null for a draft. */
  publishedAt: Date | null;
  /** Null when their account is no longer there. */
  authorName: string | null;
}

/** The kind of the mails by which staff try their words; it has none of its own. */
export const TEST_KIND = "mail-test";

/** The words for a mail: those of its programme, and where that has none, those of the society. */
export function wordsFor(published: readonly Published[], { kind, programmeId }: MailOf): OwnWords {
  const of = (id: string | null) => published.find((one) => one.kind === kind && one.programmeId === id)?.passages ?? [];
  const all = programmeId === null ? of(null) : [...of(null), ...of(programmeId)];
  return new Map(all.map((passage) => [wordsKey(passage), passage.own]));
}
