import { Prisma } from "@/lib/foundation/db/client";

/** Whether the member `m` has a second step. */
export const HAS_SECOND_STEP = Prisma.sql`(EXISTS (SELECT FROM "passkeys" k WHERE k."memberId" = m."id")
  OR EXISTS (SELECT FROM "code_apps" a WHERE a."memberId" = m."id" AND a."confirmedAt" IS NOT NULL))`;

/** Parts of a statement that take all of it away from the member in `changed`, an app that was never confirmed too. */
export const WITHOUT_SECOND_STEP = Prisma.sql`without_passkeys AS (
    DELETE FROM "passkeys" USING changed WHERE "memberId" = changed."id"
  ), without_app AS (
    DELETE FROM "code_apps" USING changed WHERE "memberId" = changed."id"
  ), without_codes AS (
    DELETE FROM "recovery_codes" USING changed WHERE "memberId" = changed."id"
  ),`;
