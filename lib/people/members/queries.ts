import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { MenteeProfile, MentorProfile } from "./member";

/** A member's profile as a mentor, or null before they have made one. Pages ask for the viewer's own. */
export async function getMentorProfile(memberId: string): Promise<MentorProfile | null> {
  return db().mentorProfile.findUnique({ where: { memberId }, select: MENTOR });
}

/** A member's profile as a mentee, or null before they have made one. Pages ask for the viewer's own. */
export async function getMenteeProfile(memberId: string): Promise<MenteeProfile | null> {
  return db().menteeProfile.findUnique({ where: { memberId }, select: MENTEE });
}

/** Both profiles of a member, which staff read as other members do; null for everybody else, and for a member who is erased. */
export async function findProfilesForStaff(
  { staff }: Viewer,
  memberId: string,
): Promise<{ name: string; mentor: MentorProfile | null; mentee: MenteeProfile | null } | null> {
  if (staff === "none" || !isId(memberId)) return null;
  const found = await db().member.findUnique({
    where: { id: memberId, erasedAt: null },
    select: { name: true, mentorProfile: { select: MENTOR }, menteeProfile: { select: MENTEE } },
  });
  return found && { name: found.name, mentor: found.mentorProfile, mentee: found.menteeProfile };
}

/** Whether the viewer has made a profile for this role of theirs. */
export async function hasProfile({ memberId }: Viewer, role: Role): Promise<boolean> {
  const question = { where: { memberId }, select: { memberId: true } } as const;
  const found =
    role === "mentor" ? await db().mentorProfile.findUnique(question) : await db().menteeProfile.findUnique(question);
  return found !== null;
}

const SHARED = {
  memberId: true,
  headline: true,
  about: true,
  topics: true,
  sector: true,
  region: true,
  languages: true,
  methods: true,
} as const;

const MENTOR = {
  ...SHARED,
  yearsOfExperience: true,
  capacity: true,
  takesNoQuestions: true,
  isAvailable: true,
  answerHours: true,
  askedCount: true,
  repliedCount: true,
} as const;

const MENTEE = { ...SHARED, aims: true, careerStage: true } as const;
