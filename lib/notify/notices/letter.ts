import type { ReactNode } from "react";
import type { Settings } from "@/lib/society/settings/settings";
import type { Occasion, Suggestion } from "./occasion";

/** What a notice says by mail: the layout puts the rest around it. */
export interface Letter {
  subject: string;
  /** What an inbox shows beside the subject. */
  preview: string;
  /** The subject, when it is not there. */
  heading?: string;
  /** Somebody wrote it, greeting and all. */
  greetsItself?: boolean;
  /** Its reader has no account: there is nothing to open, and nothing to choose. */
  isToOutsider?: boolean;
  body: ReactNode;
  /** Why they get this mail: the end of a sentence that begins "You get this mail because". */
  because: string;
}

/** A link as a letter shows it. */
export interface LetterLink {
  href: string;
  /** The society's colour, #rrggbb. */
  accent: string;
}

/** An occasion, ready to be written about: names as one line, links whole, dates in the reader's zone. */
export interface Facts extends Omit<Occasion, "partner"> {
  /**
   * A text that differs from mail to mail and is none of the facts below: a date, a number of days. Under this name the society can
   * put it into words of its own.
   */
  say(placeholder: string, text: string): string;
  /** The name of the other person; "a mentor" when there is none to say. */
  name: string;
  partner: { headline: string | null; email: string | null };
  settings: Settings;
  words: Settings["words"];
  product: string;
  society: string;
  accent: string;
  topicLabels: string[];
  now: Date;
  /** The reader's. */
  timeZone: string;
  /** The page that the notice leads to. */
  here: LetterLink;
  mentors: LetterLink;
  account: LetterLink;
  home: LetterLink;
  toMentor(suggestion: Suggestion): LetterLink;
  /** The form for a proposal to them, with the words of an earlier one. */
  toSame(suggestion: Suggestion, earlier: { id: string }): LetterLink;
  toPage(path: string): LetterLink;
  toAddress(email: string): LetterLink;
  /** A page with this mail's one-time link, whose secret is put in as the mail leaves. */
  toOneTimePage(path: string): LetterLink;
  /** The page on which this answer is given with one more press, without signing in. */
  toAnswer(answer: string): LetterLink;
  /** Where mails of this kind are stopped; null when they cannot be. */
  unsubscribe: string | null;
  /** What a digest tells, each in a sentence with the page it leads to. */
  lines: { sentence: string; to: LetterLink }[];
  /** "Saturday 14 November, 14:05", or null when the occasion has no deadline. */
  deadline: string | null;
  /** "within 21 days" */
  expireDays: string;
  /** "14 November 2027": the end of a relationship that this is about. */
  endDate: string;
  /** "3 May": until when a relationship is to be paused. */
  pauseDay: string | null;
}
