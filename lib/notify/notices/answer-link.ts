import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { isSignedBy, signWith } from "./signature";

const PURPOSE = "answer from mail";

/**
 * The questions that a mail's link can answer, each with the address of its page: one to two partners, one to a mentor, one to
 * whoever is invited to a meeting, a survey, and one to somebody who may recommend a member.
 */
export const ANSWER_PAGES = {
  met: "/met",
  available: "/answer",
  meeting: "/meeting",
  survey: "/answer",
  referee: "/referee",
} as const;
export type Answerable = keyof typeof ANSWER_PAGES;

/** A link in a mail lets anybody who has it answer one question for one member, and nothing else. */
export interface AnswerLink {
  memberId: string;
  what: Answerable;
  /** The relationship, the mentor, the meeting, what was asked in a survey, or the referee. */
  subjectId: string;
  /** Which of the questions about it. */
  round: number;
  /** Until when it works. */
  until: Date;
}

/** The token of such a link: it names all of it, and is signed. It works for as long as we know the secret that signed it. */
export function signAnswerLink({ memberId, what, subjectId, round, until }: AnswerLink, secrets: readonly string[]): string {
  const words = [memberId, what, subjectId, round, Math.floor(until.getTime() / 1000)].join(".");
  return `${words}.${signWith(secrets, PURPOSE, words)}`;
}

/** Reads a token; null when we did not sign it for this kind of question, or it has expired. */
export function readAnswerLink(token: string, what: Answerable, secrets: readonly string[], now: Date): AnswerLink | null {
  const [memberId, kind, subjectId, round, until, mark = "", ...rest] = token.split(".");
  const words = [memberId, kind, subjectId, round, until].join(".");
  if (rest.length > 0 || !isSignedBy(secrets, PURPOSE, words, mark)) return null;
  const parsed = Words.safeParse({ memberId, what: kind, subjectId, round, until });
  return parsed.success && parsed.data.what === what && parsed.data.until > now ? parsed.data : null;
}

const Words = z.object({
  memberId: IdInput,
  what: z.enum(Object.keys(ANSWER_PAGES) as [Answerable, ...Answerable[]]),
  subjectId: IdInput,
  round: z.coerce.number().int().min(1),
  until: z.coerce
    .number()
    .int()
    .transform((seconds) => new Date(seconds * 1000)),
});
