/** When an alert stands, and whom it is for: pieces of SQL on a row `a` of mentor_alerts and `p` of mentor_profiles. */
import { Prisma } from "@/lib/foundation/db/client";

/** Whether it has not ended: its mentee is here, and nobody has accepted a proposal of theirs since it was made. */
export const STANDS = Prisma.sql`EXISTS (
    SELECT FROM "members" m WHERE m."id" = a."memberId" AND m."status" = 'active' AND m."standing" = 'current' AND m."isMentee")
  AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."menteeId" = a."memberId" AND r."startedAt" >= a."createdAt")`;

/** What the words of a search are looked for in. */
export const VECTOR = Prisma.sql`to_tsvector('english', p."searchText")`;

/** Whether the mentor fits the search. What is quick to compare comes first; `vector` is VECTOR, made once where many are compared. */
export const fits = (vector = VECTOR) => Prisma.sql`a."mentorId" IS NULL
  AND (a."region" IS NULL OR a."region" = p."region") AND (a."sector" IS NULL OR a."sector" = p."sector")
  AND p."topics" @> a."topics"
  AND (a."language" IS NULL OR a."language" = ANY(p."languages")) AND (a."method" IS NULL OR a."method" = ANY(p."methods"))
  AND (a."words" = '' OR ${vector} @@ to_tsquery('english', a."words"))`;

/** Whether this mentee would be glad to hear of this mentor: not themselves, not hidden, not blocked, and nothing is open between them. */
export function isWelcomeTo(mentee: Prisma.Sql, mentor: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${mentee} <> ${mentor}
    AND NOT EXISTS (SELECT FROM "blocks" b WHERE b."blockerId" = ${mentee} AND b."blockedId" = ${mentor})
    AND NOT EXISTS (SELECT FROM "blocks" b WHERE b."blockerId" = ${mentor} AND b."blockedId" = ${mentee})
    AND NOT EXISTS (SELECT FROM "mentor_marks" k WHERE k."memberId" = ${mentee} AND k."mentorId" = ${mentor} AND k."mark" = 'hidden')
    AND NOT EXISTS (SELECT FROM "proposals" q WHERE q."menteeId" = ${mentee} AND q."mentorId" = ${mentor} AND q."status" = 'sent')
    AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."menteeId" = ${mentee} AND r."mentorId" = ${mentor} AND r."endedAt" IS NULL)`;
}
