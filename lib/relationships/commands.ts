import { db, type Prisma } from "@/lib/db/client";
import { decide } from "./decide";
import type { Command, EndedBecause, Relationship } from "./relationship";
import { save } from "./save";

/** How often we look again when somebody else was quicker with one of them; what is left then is closed at night. */
const TRIES = 5;

/** Ends every active relationship of a member whose account goes, as mentee and as mentor, and tells each partner. Returns how many. */
export async function closeAll(memberId: string, now: Date): Promise<number> {
  let closed = 0;
  for (let tries = 1; tries <= TRIES; tries++) {
    const active = await loadActive({ OR: [{ menteeId: memberId }, { mentorId: memberId }] });
    if (active.length === 0) break;
    closed += await close(active, ({ menteeId }) => (menteeId === memberId ? "mentee-left" : "mentor-left"), now);
  }
  return closed;
}

/** Ends what an account that was going has left behind, because it opened at the same moment or the work was interrupted. Returns how many. */
export async function closeLeftBehind(now: Date): Promise<number> {
  const isGone = { status: "deleted" };
  const byMentee = await loadActive({ mentee: isGone });
  const byMentor = await loadActive({ mentor: isGone, mentee: { status: { not: "deleted" } } });
  return (await close(byMentee, () => "mentee-left", now)) + (await close(byMentor, () => "mentor-left", now));
}

async function close(
  relationships: Relationship[],
  becauseOf: (relationship: Relationship) => Command["because"],
  now: Date,
): Promise<number> {
  const decisions = relationships.map((one) => decide(one, { type: "close", because: becauseOf(one) }, now));
  return (await save(decisions.filter((decided) => decided.ok))).length;
}

type Where = Prisma.RelationshipWhereInput;

async function loadActive(where: Where): Promise<Relationship[]> {
  const rows = await db().relationship.findMany({ where: { ...where, endedAt: null }, select: COLUMNS });
  return rows.map((row) => ({ ...row, endedBecause: row.endedBecause as EndedBecause | null }));
}

const COLUMNS = {
  id: true,
  menteeId: true,
  mentorId: true,
  startedAt: true,
  agreedUntil: true,
  endedAt: true,
  endedBecause: true,
  version: true,
} as const;
