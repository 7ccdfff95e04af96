import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { TAKES_PART } from "@/lib/pairing/availability/takes-part-sql";
import { isOfferedIn } from "@/lib/pairing/joining/members-sql";
import { type HeldAnswer, readShown, shownValue } from "@/lib/people/profile-questions/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { aboutMentor } from "../input";
import type { MentorCard, MentorDetails } from "../mentor";
import { WAITING } from "../ranked-page-sql";
import { reasonsFor } from "../reasons";
import { NO_WISH, type Wanted } from "../score";

interface DetailsRow extends Omit<MentorCard, "reasons"> {
  about: string;
  programmeId: string | null;
  mark: MentorDetails["mark"];
  isAwaited: boolean;
  isListed: boolean;
  takesPart: boolean;
  isAvailable: boolean;
  backAt: Date | null;
  wanted: Wanted | null;
  held: HeldAnswer[];
  proposalId: string | null;
  status: string | null;
  withdrawnBecause: string | null;
  expiresAt: Date | null;
}

interface Looking {
  /** The programme in which the viewer looks: whether the mentor can be asked is then said of it, if they are in it. */
  lookedIn?: string | null | undefined;
  /** Whether the society asks questions of its own; else no answers are looked for. */
  hasQuestions?: boolean;
}

/**
 * One mentor in full: oneself, one who takes part, also while they are full or away, or one whom the viewer has
 * asked before, saved or hidden.
 * Null for everybody else: what you may not see does not exist. One query.
 */
export async function findMentor(
  viewer: Viewer,
  settings: Settings,
  id: string,
  now: Date,
  { lookedIn = null, hasQuestions = false }: Looking = {},
): Promise<MentorDetails | null> {
  if (!isId(id)) return null;
  const programme = Prisma.sql`${lookedIn}::uuid`;
  const [row] = await db().$queryPrepared<DetailsRow[]>`
    SELECT m."id" AS "memberId", m."name", p."headline", p."about", p."sector", p."region", p."yearsOfExperience", p."topics",
      p."methods", p."languages", p."capacity", p."answerHours", p."askedCount", p."repliedCount", ${WAITING} AS "waiting",
      i."picture", here."programmeId",
      l."memberId" IS NOT NULL AND (here."programmeId" IS NULL OR ${isOfferedIn(programme, Prisma.sql`m."id"`)}) AS "isListed",
      p."capacity" - (SELECT count(*)::integer FROM "relationships" WHERE "mentorId" = m."id" AND "endedAt" IS NULL) AS "placesFree",
      (SELECT to_jsonb(w) FROM "mentee_profiles" w WHERE w."memberId" = ${viewer.memberId}::uuid) AS "wanted",
      ${TAKES_PART} AS "takesPart", CASE WHEN NOT p."isAvailable" THEN p."availableAgainAt" END AS "backAt",
      ${hasQuestions ? shownValue(viewer, id, "mentor") : Prisma.sql`'[]'::jsonb`} AS "held",
      p."isAvailable", q."id" AS "proposalId", q."status", q."withdrawnBecause", q."expiresAt", mark."mark",
      EXISTS (SELECT FROM "mentor_alerts" a WHERE a."memberId" = ${viewer.memberId}::uuid AND a."about" = CASE WHEN here."programmeId" IS NULL THEN m."id"::text ELSE ${aboutMentor(id, lookedIn)} END) AS "isAwaited"
    FROM "members" m
    JOIN "mentor_profiles" p ON p."memberId" = m."id"
    LEFT JOIN "mentor_listings" l ON l."memberId" = m."id"
    LEFT JOIN "pictures" i ON i."memberId" = m."id"
    LEFT JOIN LATERAL (
      SELECT "id", "status", "withdrawnBecause", "expiresAt" FROM "proposals"
      WHERE "menteeId" = ${viewer.memberId}::uuid AND "mentorId" = m."id" ORDER BY "movedAt" DESC LIMIT 1
    ) q ON true
    LEFT JOIN "programme_members" here ON here."programmeId" = ${programme} AND here."memberId" = m."id" AND here."role" = 'mentor' AND here."status" = 'joined'
    LEFT JOIN "mentor_marks" mark ON mark."memberId" = ${viewer.memberId}::uuid AND mark."mentorId" = m."id"
    WHERE m."id" = ${id}::uuid AND m."isMentor" AND m."status" = 'active' AND NOT are_blocked(${viewer.memberId}::uuid, m."id")`;
  if (!row) return null;
  const { isListed, takesPart, isAvailable, wanted, held, proposalId, status, withdrawnBecause, expiresAt, ...mentor } = row;
  const isViewer = mentor.memberId === viewer.memberId;
  if (!isViewer && !(viewer.isMentee && (takesPart || proposalId !== null || mentor.mark !== null))) return null;
  const placesFree = Math.max(0, mentor.placesFree);
  return {
    ...mentor,
    answers: readShown(id, held),
    placesFree,
    reasons: isViewer ? [] : reasonsFor(wanted ?? NO_WISH, mentor, settings),
    isViewer,
    closedBecause: closedBecause(isListed, isAvailable && takesPart),
    backAt: mentor.backAt !== null && mentor.backAt > now ? mentor.backAt : null,
    proposal:
      proposalId !== null && status !== null && expiresAt !== null
        ? { id: proposalId, status, withdrawnBecause, expiresAt }
        : null,
  };
}

function closedBecause(isListed: boolean, isThere: boolean): MentorDetails["closedBecause"] {
  if (isListed) return null;
  return isThere ? "full" : "unavailable";
}
