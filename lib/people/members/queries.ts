import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import { isId } from "@/lib/foundation/id";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { type HeldAnswer, readShown, shownValue } from "../profile-questions/queries";
import type { MenteeProfile, MentorProfile } from "./member";

/** A member's profile as a mentor, or null before they have made one. Pages ask for the viewer's own. */
export async function getMentorProfile(memberId: string): Promise<MentorProfile | null> {
  return db().mentorProfile.findUnique({ where: { memberId }, select: MENTOR });
}

/** A member's profile as a mentee, or null before they have made one. Pages ask for the viewer's own. */
export async function getMenteeProfile(memberId: string): Promise<MenteeProfile | null> {
  return db().menteeProfile.findUnique({ where: { memberId }, select: MENTEE });
}

/** A mentee's profile and what of their answers to the society's own questions the viewer may read, who may see the profile. One query. */
export async function findMenteeWithAnswers(viewer: Viewer, memberId: string, hasQuestions: boolean) {
  const held = hasQuestions ? shownValue(viewer, memberId, "mentee") : Prisma.sql`'[]'::jsonb`;
  const [row] = await db().$queryPrepared<(MenteeProfile & { held: HeldAnswer[] })[]>`
    SELECT ${listColumns(MENTEE)}, ${held} AS "held" FROM "mentee_profiles" WHERE "memberId" = ${memberId}::uuid`;
  if (!row) return null;
  const { held: answers, ...profile } = row;
  return { profile, answers: readShown(memberId, answers) };
}

/** Both profiles of a member, which staff read as other members do; null for everybody else, and for a member who is erased. */
export async function findProfilesForStaff(
  { staff }: Viewer,
  memberId: string,
): Promise<{ name: string; mentor: MentorProfile | null; mentee: MenteeProfile | null } | null> {
  if (staff === "none" || !isId(memberId)) return null;
  const [found] = await db().$queryPrepared<{ name: string; mentor: MentorProfile | null; mentee: MenteeProfile | null }[]>`
    SELECT m."name",
      (SELECT to_jsonb(p) FROM (SELECT ${listColumns(MENTOR)} FROM "mentor_profiles" WHERE "memberId" = m."id") p) AS "mentor",
      (SELECT to_jsonb(p) FROM (SELECT ${listColumns(MENTEE)} FROM "mentee_profiles" WHERE "memberId" = m."id") p) AS "mentee"
    FROM "members" m WHERE m."id" = ${memberId}::uuid AND m."erasedAt" IS NULL`;
  return found ?? null;
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
