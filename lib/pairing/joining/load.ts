import { db } from "@/lib/foundation/db/client";
import type { Role } from "@/lib/foundation/viewer";
import { asOf } from "@/lib/pairing/programmes/decide";
import { loadProgramme } from "@/lib/pairing/programmes/load";
import type { Circumstances, Joining } from "./joining";
import { fromRow, JOINING_COLUMNS } from "./row";

/** Whose joining. */
export interface Which {
  programmeId: string;
  memberId: string;
  role: Role;
}

export interface Loaded {
  joining: Joining | null;
  circumstances: Circumstances;
}

/** A joining with what a decision about it depends on. Null when there is no such programme for members, or no such member. */
export async function loadJoining({ programmeId, memberId, role }: Which, now: Date): Promise<Loaded | null> {
  const [found, member, row] = await Promise.all([
    loadProgramme(programmeId),
    db().member.findUnique({
      where: { id: memberId, status: "active" },
      select: {
        ...{ isMentor: true, isMentee: true },
        mentorProfile: { select: { memberId: true } },
        menteeProfile: { select: { memberId: true } },
      },
    }),
    db().programmeMember.findUnique({
      where: { programmeId_memberId_role: { programmeId, memberId, role } },
      select: JOINING_COLUMNS,
    }),
  ]);
  const programme = found && asOf(found, now);
  if (!programme || !member || programme.status === "draft" || programme.status === "archived") return null;
  const [holdsRole, profile] =
    role === "mentor" ? [member.isMentor, member.mentorProfile] : [member.isMentee, member.menteeProfile];
  return {
    joining: row && fromRow(row),
    circumstances: { programme, member: { memberId, role, holdsRole, hasProfile: profile !== null } },
  };
}
