import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import type { TestMember } from "@/testing/people";

/** A letter of staff to two partners, as both of them are now. */
export async function letterTo(id: string) {
  const which = { where: { id }, select: { version: true } };
  const proposal = await db().proposal.findUniqueOrThrow(which);
  const relationship = await db().relationship.findUniqueOrThrow(which);
  const words = { subject: "Your first meeting", words: "Dear both, have you met?" };
  return {
    id,
    letterId: randomUUID(),
    seen: `${proposal.version}.${relationship.version}`,
    to: "both",
    behalfOf: "society",
    ...words,
  } as const;
}

/** A draft of a letter to many, and one that was sent, of which one was not reached. */
export async function writeLetters(authorId: string, reached: string, missed: string, at: Date) {
  const text = { subject: "News for {{name}}", words: "Dear {{name}},\n\nthere is news at {{society}}." };
  const shared = { authorId, ...text, filters: "?role=mentee", changedAt: at };
  const [draft, scheduled, sent] = [randomUUID(), randomUUID(), randomUUID()];
  await db().memberLetter.createMany({
    data: [
      { id: draft, ...shared },
      { id: scheduled, ...shared, status: "scheduled", dueAt: new Date(at.getTime() + 30 * 86_400_000) },
      { id: sent, ...shared, status: "sent", startedAt: at, endedAt: at },
    ],
  });
  await db().memberLetterRecipient.createMany({
    data: [
      { letterId: sent, memberId: reached, state: "told", at },
      { letterId: sent, memberId: missed, state: "suspended", at },
    ],
  });
  return { draftLetter: draft, scheduledLetter: scheduled, sentLetter: sent };
}

/** A draft of a letter to the partners of relationships, and one that was sent to both of a pair. */
export async function writeToPairs(authorId: string, relationshipId: string, mentee: TestMember, mentor: TestMember, at: Date) {
  const text = { subject: "You and {{partner}}", words: "Dear {{name}},\n\n{{mentee}} and {{mentor}}, how is it going?" };
  const shared = { authorId, ...text, list: "relationships", filters: "?state=open", changedAt: at };
  const [draft, sent] = [randomUUID(), randomUUID()];
  await db().memberLetter.createMany({
    data: [
      { id: draft, ...shared },
      { id: sent, ...shared, status: "sent", startedAt: at, endedAt: at, pairsRead: 1 },
    ],
  });
  const of = { letterId: sent, relationshipId, state: "told", at };
  await db().pairLetterRecipient.createMany({
    data: [
      { ...of, memberId: mentee.id, role: "mentee", aboutId: mentor.id, variant: "to the mentor" },
      { ...of, memberId: mentor.id, role: "mentor", aboutId: mentee.id, variant: "to the mentee" },
    ],
  });
  return { draftToPairs: draft, sentToPairs: sent };
}
