import { randomUUID } from "node:crypto";
import { Prisma } from "@/lib/foundation/db/client";
import { type Kept, once } from "@/lib/foundation/once";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Viewer } from "@/lib/foundation/viewer";
import { isUniqueBreach, wasSent } from "@/lib/pairing/conversations/save";
import type { Settings } from "@/lib/society/settings/settings";
import { decideToAsk, decideToWrite } from "./decide";
import { loadCircumstances, loadExchange } from "./load";
import type { AskRefusal, WriteRefusal } from "./question";
import { closeWaiting, saveMessage, saveQuestion } from "./save";

interface Typed {
  key: string;
  words: string;
}

/**
 * The viewer asks a mentor a question, which begins their conversation or goes on with it. The same form again is the same question.
 * `programmeId` is the programme that it is asked in (null: the society's own scheme).
 * Returns the id of the conversation.
 */
export async function ask(
  viewer: Viewer,
  mentorId: string,
  { programmeId = null, ...typed }: Typed & { programmeId?: string | null },
  settings: Settings,
  now: Date,
): Promise<Result<string, AskRefusal>> {
  if (!viewer.isMentee) return refuse("not-yours");
  const attempt = async (): Promise<Result<string, AskRefusal> | null> => {
    const standing = await loadCircumstances(viewer.memberId, mentorId, programmeId, settings, now);
    if (!standing) return refuse("not-found");
    const place = standing.conversationId ?? randomUUID();
    const draft = { ...typed, place };
    const decided = decideToAsk(viewer.memberId, mentorId, standing, now);
    if (!decided.ok) {
      const isAgain = decided.reason === "asked-already" && (await wasSent(viewer.memberId, draft));
      return isAgain ? done(place) : decided;
    }
    // The sweep may not have come yet, and a question that is past its day holds its place until then.
    await closeWaiting(Prisma.sql`q."menteeId" = ${viewer.memberId}::uuid AND q."dueAt" <= ${now}::timestamptz`, now);
    const saved = await saveQuestion(viewer, { mentorId, programmeId }, draft, randomUUID(), decided.value, now);
    if (saved.ok === true || saved.ok === "taken") return done(place);
    return refuse("too-many-open");
  };
  const isLost = (error: unknown) => (isUniqueBreach(error) ? null : Promise.reject(error));
  return (await retry(() => attempt().catch(isLost), { pauseMs: 20 })) ?? refuse("too-many-open");
}

/**
 * A message of one of the two before there is a relationship: in the conversation with this id, or about the proposal with it,
 * whose clock goes on. The same form again is the same message.
 */
export async function write(
  viewer: Viewer,
  { id, key, words }: Typed & { id: string },
  settings: Settings,
  now: Date,
): Promise<Kept<void> | { ok: false; reason: WriteRefusal }> {
  const exchange = await loadExchange(viewer.memberId, id, now);
  if (!exchange) return refuse("not-found");
  const place = exchange.conversationId ?? id;
  const decided = decideToWrite(viewer.memberId, exchange, settings.society.timeZone, now);
  if (!decided.ok) return (await wasSent(viewer.memberId, { place, key, words })) ? done(undefined) : decided;
  const sent = await once(key, words, (key) => saveMessage(viewer, decided.value, { place, key, words }, now));
  return sent.ok ? sent : refuse("too-many");
}

/** Closes the waiting questions of a member who is gone, and tells those who asked them. */
export function closeAll(memberId: string, now: Date): Promise<number> {
  return closeWaiting(Prisma.sql`(q."menteeId" = ${memberId}::uuid OR q."mentorId" = ${memberId}::uuid)`, now);
}

/** Closes what waits between two people of whom one has blocked the other. */
export function closeBetween(one: string, other: string, now: Date): Promise<number> {
  const between = Prisma.sql`(q."menteeId", q."mentorId") IN ((${one}::uuid, ${other}::uuid), (${other}::uuid, ${one}::uuid))`;
  return closeWaiting(between, now);
}

/** Closes those that nobody has answered in time. */
export function closeOverdue(ids: readonly string[], now: Date): Promise<number> {
  return closeWaiting(Prisma.sql`q."id" = ANY(${[...ids]}::uuid[]) AND q."dueAt" <= ${now}::timestamptz`, now);
}
