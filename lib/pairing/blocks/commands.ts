import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as questions from "@/lib/pairing/questions/commands";
import { endPlaces } from "@/lib/pairing/queue/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import type { Settings } from "@/lib/society/settings/settings";
import { findKnown } from "./queries";

/**
 * From now on the two cannot reach or find each other. Everything open between them closes by its own command, without a reason: the
 * viewer withdraws their proposal, rejects the other's and ends the relationship; a question closes. Returns the relationships that
 * ended. A member whom the viewer cannot know is `not-found`. Blocking again closes anything that is still open.
 */
export async function block(
  viewer: Viewer,
  memberId: string,
  settings: Settings,
  now: Date,
): Promise<Result<string[], "not-found">> {
  if (!(await findKnown(viewer, memberId))) return refuse("not-found");
  // Saved first, so that nothing new begins while we close the rest.
  await db().$executeRaw`
    INSERT INTO "blocks" ("blockerId", "blockedId", "at") VALUES (${viewer.memberId}::uuid, ${memberId}::uuid, ${now}::timestamptz)
    ON CONFLICT DO NOTHING`;
  await closeProposals(viewer, memberId, settings, now);
  await questions.closeBetween(viewer.memberId, memberId, now);
  await endPlaces(viewer.memberId, settings, now);
  return done(await endRelationships(viewer, memberId, settings, now));
}

/** The viewer takes back a block of theirs. Nothing that was closed opens again. */
export async function unblock({ memberId: blockerId }: Viewer, memberId: string): Promise<void> {
  if (!isId(memberId)) return;
  await db().block.deleteMany({ where: { blockerId, blockedId: memberId } });
}

async function closeProposals(viewer: Viewer, memberId: string, settings: Settings, now: Date): Promise<void> {
  const me = viewer.memberId;
  const between = [
    { menteeId: me, mentorId: memberId },
    { menteeId: memberId, mentorId: me },
  ];
  const open = await db().proposal.findMany({ where: { status: "sent", OR: between }, select: { id: true, menteeId: true } });
  for (const { id, menteeId } of open) {
    if (menteeId === me) await proposals.withdraw(viewer, id, settings, now);
    else await proposals.reject(viewer, id, null, settings, now);
  }
}

async function endRelationships(viewer: Viewer, memberId: string, settings: Settings, now: Date): Promise<string[]> {
  const me = viewer.memberId;
  const between = [
    { menteeId: me, mentorId: memberId },
    { menteeId: memberId, mentorId: me },
  ];
  const active = await db().relationship.findMany({ where: { endedAt: null, OR: between }, select: { id: true } });
  for (const { id } of active) await relationships.end(viewer, id, null, settings, now);
  return active.map(({ id }) => id);
}
