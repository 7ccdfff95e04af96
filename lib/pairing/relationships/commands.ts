import { db, type Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { getSettings } from "@/lib/society/settings/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { decide } from "./decide";
import type { Command, Decision, RefusalReason, Relationship } from "./relationship";
import { fromRow, RELATIONSHIP_COLUMNS } from "./row";
import { save } from "./save";

/** How often we look again when somebody else was quicker with one of them; what is left then is closed at night. */
const TRIES = 5;

/** A command of one of the two, without the actor, who is the viewer. */
export type MemberCommand = WithoutActor<Exclude<Command, { type: "remind" | "complete" | "close" | `${string}-by-staff` }>>;
type WithoutActor<One> = One extends Command ? Omit<One, "actor"> : never;
export type CommandRefusal = RefusalReason | "not-found" | "changed-meanwhile";

/** One of the two acts on their relationship: load, decide, save. What the viewer may not see is `not-found`. */
export async function run(
  viewer: Viewer,
  id: string,
  command: MemberCommand,
  { society: { timeZone } }: Settings,
  now: Date,
): Promise<Result<Relationship, CommandRefusal>> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const row = await db().relationship.findUnique({ where: { id }, select: RELATIONSHIP_COLUMNS });
    const kind = row && partOf(viewer, row);
    if (!row || !kind) return refuse("not-found");
    const actor = { kind, memberId: viewer.memberId };
    const decided = decide(fromRow(row), { ...command, actor } as Command, { now, timeZone });
    if (!decided.ok) return decided;
    if ((await save([decided])).length > 0) return done(decided.relationship);
  }
  return refuse("changed-meanwhile");
}

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

type Because = Extract<Command, { type: "close" }>["because"];

async function close(
  relationships: Relationship[],
  becauseOf: (relationship: Relationship) => Because,
  now: Date,
): Promise<number> {
  const { timeZone } = (await getSettings()).society;
  const decisions = relationships.map((one) =>
    decide(one, { type: "close", actor: { kind: "system" }, because: becauseOf(one) }, { now, timeZone }),
  );
  return (await save(decisions.filter((decided): decided is Decision => decided.ok))).length;
}

function partOf({ memberId }: Viewer, { menteeId, mentorId }: Pick<Relationship, "menteeId" | "mentorId">) {
  if (memberId === menteeId) return "mentee";
  return memberId === mentorId ? "mentor" : null;
}

async function loadActive(where: Prisma.RelationshipWhereInput): Promise<Relationship[]> {
  const rows = await db().relationship.findMany({ where: { ...where, endedAt: null }, select: RELATIONSHIP_COLUMNS });
  return rows.map(fromRow);
}
