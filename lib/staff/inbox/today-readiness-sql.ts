import { Prisma } from "@/lib/foundation/db/client";
import type { Scope } from "@/lib/foundation/viewer";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { isProgrammeInScope } from "@/lib/pairing/programmes/scope-sql";
import { IS_ASKED } from "@/lib/pairing/readiness/asked-sql";
import { MOST_ROWS } from "./kinds";
import { open, row, stamp } from "./parts-sql";

/**
 * Conditions that staff have to decide on, each with how many people wait for it: approvals, checks to be recorded, and answers of referees
 * that ask for a look. Nobody is named but somebody who is alone. Once somebody else waits too, it is a new item; that staff decide on one of
 * several does not bring back what they have put aside.
 */
export function readinessWithStaff(now: Date, scope: Scope): Prisma.Sql {
  const columns = row("readiness-with-staff", {
    ...{ occasion: stamp('w."newest"'), subjectId: 'k."id"', since: 'w."oldest"', count: 'w."count"' },
    people: `CASE WHEN w."count" = 1 THEN w."someone" END`,
    what: `CASE WHEN k."programmeId" = '${SOCIETY_SCHEME}' THEN k."name" ELSE concat(k."name", ' (', g."name", ')') END`,
  });
  return open(
    Prisma.sql`
      SELECT ${columns} FROM "readiness_conditions" k JOIN "programmes" g ON g."id" = k."programmeId"
      CROSS JOIN LATERAL (
        SELECT count(*) AS "count", min(x."movedAt") AS "oldest", max(x."movedAt") AS "newest", (array_agg(x."memberId"))[1] AS "someone"
        FROM (SELECT i."movedAt", i."memberId" FROM "readiness_items" i JOIN "members" m ON m."id" = i."memberId"
          WHERE i."conditionId" = k."id" AND i."status" = 'with-staff' AND ${IS_ASKED}
          ORDER BY i."movedAt" DESC LIMIT ${MOST_ROWS + 1}) x
      ) w
      WHERE k."retiredAt" IS NULL AND w."count" > 0 AND ${isProgrammeInScope(scope, Prisma.sql`k."programmeId"`)}
        AND NOT EXISTS (SELECT FROM "today_dismissals" d WHERE d."kind" = 'readiness-with-staff' AND d."subjectId" = k."id"
          AND d."at" >= w."newest" AND (d."until" IS NULL OR d."until" > ${now}::timestamptz))`,
    `c."since", c."subjectId"`,
    now,
  );
}
