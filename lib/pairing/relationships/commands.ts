import { db, type Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Viewer } from "@/lib/foundation/viewer";
import { getSettings } from "@/lib/society/settings/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { partOf } from "./access";
import { decide } from "./decide";
import type { Command, Decision, Given, RefusalReason, Relationship } from "./relationship";
import { fromRow, RELATIONSHIP_COLUMNS } from "./row";
import { save } from "./save";

export type CommandRefusal = RefusalReason | "not-found" | "changed-meanwhile";
export type StaffRefusal = CommandRefusal | "not-staff";

/** A mail's link names the member, who need not be signed in: so there is no viewer. */
type Member = Pick<Viewer, "memberId">;
type Answered = Promise<Result<Relationship, CommandRefusal>>;

/** Either of the two ends it; the reason is for the society, not for the partner. */
export function end(viewer: Member, id: string, reason: string | null, settings: Settings, now: Date): Answered {
  return act(viewer, id, (given) => ({ type: "end", ...given, reason }), settings, now);
}

/** When the two held their first conversation. */
export function holdFirstConversation(viewer: Member, id: string, at: Date, settings: Settings, now: Date): Answered {
  return act(viewer, id, (given) => ({ type: "hold-first-conversation", ...given, at }), settings, now);
}

/** Asks the partner to go on for so many months more. */
export function askExtension(viewer: Viewer, id: string, months: number, settings: Settings, now: Date): Answered {
  return act(viewer, id, (given) => ({ type: "ask-extension", ...given, months }), settings, now);
}

/** A yes to the partner's question, with the months that the member saw. */
export function agreeExtension(viewer: Viewer, id: string, months: number, settings: Settings, now: Date): Answered {
  return act(viewer, id, (given) => ({ type: "agree-extension", ...given, months }), settings, now);
}

/** A no to the partner's question, or the end of a question of one's own. */
export function dropExtension(viewer: Viewer, id: string, settings: Settings, now: Date): Answered {
  return act(viewer, id, (given) => ({ type: "drop-extension", ...given }), settings, now);
}

/** One of the two acts on their relationship: load, decide, save. What the viewer may not see is `not-found`. */
async function act(
  viewer: Member,
  id: string,
  toCommand: (given: Given) => Command,
  { society: { timeZone } }: Settings,
  now: Date,
): Answered {
  const result = await retry<Awaited<Answered>>(async () => {
    const row = await db().relationship.findUnique({ where: { id }, select: RELATIONSHIP_COLUMNS });
    const kind = row && partOf(viewer, row);
    if (!row || !kind) return refuse("not-found");
    const decided = decide(fromRow(row), toCommand({ actor: { kind, memberId: viewer.memberId }, timeZone }), now);
    if (!decided.ok) return decided;
    return (await save([decided])).length > 0 ? done(decided.relationship) : null;
  });
  return result ?? refuse("changed-meanwhile");
}

interface Seen {
  id: string;
  /** The version that the member of staff saw. */
  seen: number;
}

/** Staff end it, and say whether the two may read why. Both are told. */
export function endByStaff(
  viewer: Viewer,
  which: Seen,
  said: { reason: string; isShared: boolean },
  settings: Settings,
  now: Date,
) {
  return actAsStaff(viewer, which, (given) => ({ type: "end-by-staff", ...given, ...said }), settings, now);
}

/** Staff agree a later end for the two. Both are told. */
export function extendByStaff(viewer: Viewer, which: Seen, months: number, settings: Settings, now: Date) {
  return actAsStaff(viewer, which, (given) => ({ type: "extend-by-staff", ...given, months }), settings, now);
}

/** Staff act on a relationship as they saw it: whoever was quicker with it since has won, and they are told. Refuses what is their own. */
async function actAsStaff(
  { staff, memberId }: Viewer,
  { id, seen }: Seen,
  toCommand: (given: Given) => Command,
  { society: { timeZone } }: Settings,
  now: Date,
): Promise<Result<null, StaffRefusal>> {
  if (staff === "none") return refuse("not-staff");
  const row = isId(id) ? await db().relationship.findUnique({ where: { id }, select: RELATIONSHIP_COLUMNS }) : null;
  if (!row) return refuse("not-found");
  const decided = decide(fromRow(row), toCommand({ actor: { kind: "staff", memberId }, timeZone }), now);
  if (!decided.ok) return decided;
  const saved = row.version === seen ? await save([decided]) : [];
  return saved.length > 0 ? done(null) : refuse("changed-meanwhile");
}

/**
 * Ends every active relationship of a member whose account goes, as mentee and as mentor, and tells each partner. Returns how
 * many; what somebody else was quicker with every time is closed at night.
 */
export async function closeAll(memberId: string, now: Date): Promise<number> {
  let closed = 0;
  await retry(async () => {
    const active = await loadActive({ OR: [{ menteeId: memberId }, { mentorId: memberId }] });
    closed += await close(active, ({ menteeId }) => (menteeId === memberId ? "mentee-left" : "mentor-left"), now);
    return active.length === 0 ? closed : null;
  });
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
    decide(one, { type: "close", actor: { kind: "system" }, because: becauseOf(one), timeZone }, now),
  );
  return (await save(decisions.filter((decided): decided is Decision => decided.ok))).length;
}

async function loadActive(where: Prisma.RelationshipWhereInput): Promise<Relationship[]> {
  const rows = await db().relationship.findMany({ where: { ...where, endedAt: null }, select: RELATIONSHIP_COLUMNS });
  return rows.map(fromRow);
}
