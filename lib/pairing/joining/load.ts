import { db } from "@/lib/foundation/db/client";
import type { Role } from "@/lib/foundation/viewer";
import { asOf } from "@/lib/pairing/programmes/decide";
import { loadProgramme } from "@/lib/pairing/programmes/load";
import type { Circumstances, Joining } from "./joining";
import { fromRow, JOINING_COLUMNS } from "./row";

/** Whose joining, within a programme. */
export interface Who {
  memberId: string;
  role: Role;
}

export interface Loaded {
  joining: Joining | null;
  circumstances: Circumstances;
}

/**
 * Joinings of one programme with what a decision about each depends on, in three queries for all. Null for whoever is no active member, and
 * for all where members know no such programme.
 */
export async function loadJoinings(programmeId: string, whom: readonly Who[], now: Date): Promise<(Loaded | null)[]> {
  const ids = whom.map(({ memberId }) => memberId);
  const [found, members, rows] = await Promise.all([
    loadProgramme(programmeId),
    db().member.findMany({
      where: { id: { in: ids }, status: "active" },
      select: {
        ...{ id: true, isMentor: true, isMentee: true },
        mentorProfile: { select: { memberId: true } },
        menteeProfile: { select: { memberId: true } },
      },
    }),
    db().programmeMember.findMany({ where: { programmeId, memberId: { in: ids } }, select: JOINING_COLUMNS }),
  ]);
  const programme = found && asOf(found, now);
  if (!programme || programme.status === "draft" || programme.status === "archived") return whom.map(() => null);
  return whom.map(({ memberId, role }) => {
    const member = members.find(({ id }) => id === memberId);
    if (!member) return null;
    const row = rows.find((one) => one.memberId === memberId && one.role === role);
    const [holdsRole, profile] =
      role === "mentor" ? [member.isMentor, member.mentorProfile] : [member.isMentee, member.menteeProfile];
    return {
      joining: row ? fromRow(row) : null,
      circumstances: { programme, member: { memberId, role, holdsRole, hasProfile: profile !== null } },
    };
  });
}
