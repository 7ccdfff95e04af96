import { db } from "@/lib/foundation/db/client";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import type { Reminder } from "./first-steps";
import { FIRST_STEPS_NOTICES } from "./notices";

/** What the sweep does about one member, decided on this version. */
export interface Stepped {
  memberId: string;
  version: number;
  kind: Reminder["kind"] | null;
  day: number | null;
  /** The programme in which the mentee finds the mentors that the mail names; null: the society's own scheme, or several. */
  programmeId: string | null;
  dueAt: Date | null;
}

/**
 * Reminds these members, each once for a day, or only notes when to look again, in one statement. Leaves out what has changed
 * meanwhile or another sweep holds. Returns how many were reminded.
 */
export async function saveSteps(steps: readonly Stepped[], now: Date): Promise<number> {
  const [counted] = await db().$queryRaw<{ reminded: number }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) AS i(
        "memberId" uuid, "version" integer, "kind" text, "day" integer, "programmeId" uuid, "dueAt" timestamptz)
    ), held AS MATERIALIZED (
      SELECT s."memberId" FROM input i JOIN "first_steps" s ON s."memberId" = i."memberId" AND s."version" = i."version"
      ORDER BY s."memberId" FOR UPDATE OF s SKIP LOCKED
    ), changed AS MATERIALIZED (
      UPDATE "first_steps" s SET "dueAt" = i."dueAt", "version" = s."version" + 1,
        "profileDay" = CASE WHEN i."kind" = 'profile-missing' THEN i."day" ELSE s."profileDay" END,
        "proposalDay" = CASE WHEN i."kind" = 'first-proposal' THEN i."day" ELSE s."proposalDay" END
      FROM input i JOIN held h ON h."memberId" = i."memberId" WHERE s."memberId" = i."memberId"
      RETURNING s."memberId", i."kind", i."day", i."programmeId"
    ), told AS MATERIALIZED (
      SELECT concat('first-steps:', "memberId", ':', "kind", ':', "day") AS "key", "memberId" AS "to",
        CASE WHEN "kind" = 'first-proposal' THEN 'mentee' END AS "role", "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        jsonb_strip_nulls(jsonb_build_object('day', "day", 'programmeId', "programmeId")) AS "data", ${now}::timestamptz AS "at"
      FROM changed WHERE "kind" IS NOT NULL
    ), ${NOTIFIED}, ${mailed(FIRST_STEPS_NOTICES)}
    SELECT count(*) FILTER (WHERE "kind" IS NOT NULL)::integer AS "reminded" FROM changed`;
  return counted?.reminded ?? 0;
}
