import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { HAS_NOT_FOUND } from "@/lib/pairing/alerts/conditions";
import { offeredValue, readSendable } from "@/lib/pairing/joining/queries";
import type { Programme } from "@/lib/pairing/programmes/programme";
import type { Standing } from "./asking";

/** More than anybody asks in a lifetime; what is still moving is always among them. */
const MOST_ASKED = 500;

/** With the programmes in which the mentee looks for mentors now. */
export interface StandingInProgrammes extends Standing {
  programmes: Programme[];
}

/**
 * Whom the viewer has asked, and what became of it; whom they have saved, how many they have hidden, what they wait for, and where they look
 * besides the society's own scheme. The date decides: past its deadline a proposal has expired. One query.
 */
export async function findStanding(viewer: Viewer, now: Date, hasProgrammes: boolean): Promise<StandingInProgrammes> {
  const { memberId } = viewer;
  const [row] = await db().$queryPrepared<(Standing & { programmes: Record<string, unknown>[] })[]>`
    SELECT ${hasProgrammes ? offeredValue(viewer) : Prisma.sql`'[]'::jsonb`} AS "programmes",
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('mentorId', a."mentorId", 'id', a."id", 'became', a."became", 'programmeId', a."programmeId")
          ORDER BY a."isMoving" DESC, a."movedAt" DESC)
        FROM (
          SELECT p."mentorId", p."id", p."movedAt", p."programmeId",
            p."status" = 'sent' AND p."expiresAt" > ${now} OR p."status" = 'accepted' AND r."endedAt" IS NULL AS "isMoving",
            CASE
              WHEN p."status" = 'accepted' THEN CASE WHEN r."endedAt" IS NULL THEN 'partner' ELSE 'was-partner' END
              WHEN p."status" = 'sent' THEN CASE WHEN p."expiresAt" > ${now} THEN 'waiting' ELSE 'expired' END
              ELSE p."status" END AS "became"
          FROM "proposals" p LEFT JOIN "relationships" r ON r."id" = p."id"
          WHERE p."menteeId" = ${memberId}::uuid
          ORDER BY "isMoving" DESC, p."movedAt" DESC LIMIT ${MOST_ASKED}
        ) a
      ), '[]') AS "asked",
      ARRAY(SELECT "mentorId" FROM "mentor_marks" WHERE "memberId" = ${memberId}::uuid AND "mark" = 'saved') AS "saved",
      (SELECT count(*)::integer FROM "mentor_marks" WHERE "memberId" = ${memberId}::uuid AND "mark" = 'hidden') AS "hidden",
      ARRAY(SELECT a."about" FROM "mentor_alerts" a WHERE a."memberId" = ${memberId}::uuid AND ${HAS_NOT_FOUND}) AS "awaited"`;
  if (!row) throw new Error("The database did not say where the mentee stands.");
  return { ...row, programmes: readSendable(row.programmes, now) };
}
