import { db, Prisma } from "@/lib/foundation/db/client";

export interface MentorGapRow {
  /** Which of the steps of AGES they joined after; 0: longest ago. */
  since: number;
  all: number;
  /** Without a mentee now, and those who never had one. */
  alone: number;
  never: number;
  /** Those to whom nobody ever sent a proposal. */
  unasked: number;
  /** Those who let a proposal expire and never replied to one. */
  silent: number;
}

/** Mentors whom the scheme does not reach at present, by when they joined. `limits` are instants, oldest first. */
export async function countMentorGaps(limits: readonly Date[]): Promise<MentorGapRow[]> {
  return db().$queryRaw<MentorGapRow[]>(mentorGaps(limits));
}

export const mentorGaps = (limits: readonly Date[]) => Prisma.sql`
    SELECT ${since(limits)} AS "since", count(*)::integer AS "all",
      (count(*) FILTER (WHERE r."isNow" IS NOT TRUE))::integer AS "alone", (count(*) FILTER (WHERE r."id" IS NULL))::integer AS "never",
      (count(*) FILTER (WHERE a."id" IS NULL))::integer AS "unasked", (count(*) FILTER (WHERE a."isSilent"))::integer AS "silent"
    FROM "members" p
    LEFT JOIN (SELECT "mentorId" AS "id", bool_or("endedAt" IS NULL) AS "isNow" FROM "relationships" GROUP BY 1) r USING ("id")
    LEFT JOIN (
      SELECT "mentorId" AS "id", bool_or("status" = 'expired') AND NOT bool_or("status" IN ('accepted', 'rejected')) AS "isSilent"
      FROM "proposals" GROUP BY 1
    ) a USING ("id")
    WHERE ${TAKING_PART} AND p."isMentor" GROUP BY 1`;

/** `never`: never sent a proposal. */
export type MenteeGapRow = Omit<MentorGapRow, "silent" | "unasked">;

/** The same of mentees. */
export async function countMenteeGaps(limits: readonly Date[]): Promise<MenteeGapRow[]> {
  return db().$queryRaw<MenteeGapRow[]>(menteeGaps(limits));
}

export const menteeGaps = (limits: readonly Date[]) => Prisma.sql`
    SELECT ${since(limits)} AS "since", count(*)::integer AS "all", (count(*) FILTER (WHERE r."id" IS NULL))::integer AS "alone",
      (count(*) FILTER (WHERE NOT EXISTS (SELECT FROM "proposals" a WHERE a."menteeId" = p."id")))::integer AS "never"
    FROM "members" p
    LEFT JOIN (SELECT DISTINCT "menteeId" AS "id" FROM "relationships" WHERE "endedAt" IS NULL) r USING ("id")
    WHERE ${TAKING_PART} AND p."isMentee" GROUP BY 1`;

const TAKING_PART = Prisma.sql`p."status" = 'active' AND p."standing" = 'current'`;

function since(limits: readonly Date[]): Prisma.Sql {
  return Prisma.sql`width_bucket(p."createdAt", ${limits.map((at) => at.toISOString())}::timestamptz[])`;
}
