import { Prisma } from "@/lib/foundation/db/client";

/** The tools with which the two of the relationship r have begun; nobody need ask where there is no programme. */
export const USED_TOOLS = Prisma.sql`CASE WHEN programme."id" IS NULL THEN ARRAY[]::text[] ELSE ARRAY(
  SELECT DISTINCT s."kind" FROM "sheets" s WHERE s."relationshipId" = r."id"
  UNION ALL SELECT 'goals' WHERE EXISTS (SELECT FROM "goals" g WHERE g."relationshipId" = r."id")) END`;
