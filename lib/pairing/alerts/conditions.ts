/** When an alert stands, and whom it is for: pieces of SQL on a row `a` of mentor_alerts and `p` of mentor_profiles. */
import { Prisma } from "@/lib/foundation/db/client";
import { hasJoined, isOfferedIn } from "@/lib/pairing/joining/members-sql";
import { TAKES_PROPOSALS } from "@/lib/pairing/programmes/access-sql";

/** Whether nobody has accepted a proposal of the mentee's since it was made, in the programme that it is for. */
export const HAS_NOT_FOUND = Prisma.sql`NOT EXISTS (
    SELECT FROM "relationships" r WHERE r."menteeId" = a."memberId" AND r."startedAt" >= a."createdAt"
      AND (SELECT o."programmeId" FROM "proposals" o WHERE o."id" = r."id") IS NOT DISTINCT FROM a."programmeId")`;

/**
 * Whether it has not ended: its mentee is here, and, where it is for a programme, in it, and looks for somebody there; and nobody has
 * accepted a proposal of theirs in it since it was made.
 */
export const STANDS = Prisma.sql`EXISTS (
    SELECT FROM "members" m WHERE m."id" = a."memberId" AND m."status" = 'active' AND m."standing" = 'current' AND m."isMentee")
  AND ${HAS_NOT_FOUND}
  AND (a."programmeId" IS NULL OR (${hasJoined(Prisma.sql`a."programmeId"`, Prisma.sql`a."memberId"`)}
    AND EXISTS (SELECT FROM "programmes" g WHERE g."id" = a."programmeId" AND ${TAKES_PROPOSALS})))`;

/** Whether a mentor, who can be found, has a place in the programme that it is for. */
export const isFreeFor = (mentor: Prisma.Sql) =>
  Prisma.sql`(a."programmeId" IS NULL OR ${isOfferedIn(Prisma.sql`a."programmeId"`, mentor)})`;

/** What the words of a search are looked for in. */
export const VECTOR = Prisma.sql`to_tsvector('english', p."searchText")`;

/** Whether the mentor fits the search, and is free for it. What is quick to compare comes first; `vector` is VECTOR, made once where many are compared. */
export const fits = (vector = VECTOR) => Prisma.sql`a."mentorId" IS NULL
  AND (a."region" IS NULL OR a."region" = p."region") AND (a."sector" IS NULL OR a."sector" = p."sector")
  AND p."topics" @> a."topics"
  AND (a."language" IS NULL OR a."language" = ANY(p."languages")) AND (a."method" IS NULL OR a."method" = ANY(p."methods"))
  AND (a."words" = '' OR ${vector} @@ to_tsquery('english', a."words"))
  AND ${isFreeFor(Prisma.sql`p."memberId"`)}`;

/**
 * Of whom these mentees would not be glad to hear, as ("menteeId", "mentorId"): whom they have hidden, where one of the two has blocked the
 * other, who would rather not be matched with them, and with whom something is open. `members` is ANY(…).
 */
export function unwelcomeTo(members: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT "blockerId" AS "menteeId", "blockedId" AS "mentorId" FROM "blocks" WHERE "blockerId" = ${members}
    UNION ALL SELECT "blockedId", "blockerId" FROM "blocks" WHERE "blockedId" = ${members}
    UNION ALL SELECT "memberId", "mentorId" FROM "mentor_marks" WHERE "memberId" = ${members} AND "mark" = 'hidden'
    UNION ALL SELECT "menteeId", "mentorId" FROM "avoided_mentees" WHERE "menteeId" = ${members}
    UNION ALL SELECT "menteeId", "mentorId" FROM "proposals" WHERE "menteeId" = ${members} AND "status" = 'sent'
    UNION ALL SELECT "menteeId", "mentorId" FROM "relationships" WHERE "menteeId" = ${members} AND "endedAt" IS NULL`;
}
