import { dayOf, lastTimeAt } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import { upToMost } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";

/** The hour of the society's day at which the digest is due: read with the morning's mail, and nobody is woken. */
export const DIGEST_HOUR = 8;

interface Waiting {
  memberId: string;
}

/**
 * For the sweep: members with mails held for a digest since before the last time it was due. One step makes the digest of
 * the day for each, under one key for member and day, and gathers what was held into it; what is held after that, or was
 * saved too late to be seen, goes into the next one. A member for whom nothing is held gets none.
 */
export function digestSweepStep(timeZone: string): SweepStep<Waiting> {
  return {
    name: "digest",

    async findDue(now, after, limit) {
      const dueAt = lastTimeAt(DIGEST_HOUR, now, timeZone);
      const later = after ? Prisma.sql`AND "memberId" > ${after.memberId}::uuid` : Prisma.empty;
      return db().$queryRaw<Waiting[]>`
        SELECT DISTINCT "memberId" FROM "mails" WHERE "status" = 'held' AND "createdAt" < ${dueAt}::timestamptz ${later}
        ORDER BY "memberId" LIMIT ${limit}`;
    },

    async step(waiting, now) {
      const dueAt = lastTimeAt(DIGEST_HOUR, now, timeZone);
      const day = dayOf(dueAt, timeZone);
      const [counted] = await db().$queryRaw<{ digests: number }[]>`
        WITH due AS MATERIALIZED (
          SELECT DISTINCT "memberId" FROM "mails"
          WHERE "status" = 'held' AND "createdAt" < ${dueAt}::timestamptz
            AND "memberId" = ANY(${waiting.map(({ memberId }) => memberId)}::uuid[])
          ORDER BY "memberId"
        ), made AS (
          INSERT INTO "mails" ("key", "memberId", "kind", "createdAt", "nextAttemptAt")
          SELECT concat('digest:', "memberId", ':', ${day}::text), "memberId", 'digest', ${now}::timestamptz, ${now}::timestamptz
          FROM due ORDER BY "memberId"
          ON CONFLICT DO NOTHING
          RETURNING "key", "memberId"
        ), gathered AS (
          UPDATE "mails" m SET "status" = 'digested', "digestKey" = made."key" FROM made
          WHERE m."memberId" = made."memberId" AND m."status" = 'held' AND m."createdAt" < ${dueAt}::timestamptz
        )
        SELECT count(*)::integer AS "digests" FROM made`;
      return { digests: counted?.digests ?? 0 };
    },

    idOf: ({ memberId }) => memberId,

    overdue: {
      words: ["daily digest", "daily digests"],
      count: (now) => {
        const held = Prisma.sql`FROM "mails" WHERE "status" = 'held' AND "createdAt" < ${lastTimeAt(DIGEST_HOUR, now, timeZone)}::timestamptz`;
        // Members are counted by one index, and the oldest of all is found by another.
        const members = upToMost(Prisma.sql`SELECT NULL::timestamptz AS "at" FROM (SELECT DISTINCT "memberId" ${held}) m`);
        return Prisma.sql`SELECT "overdue", (SELECT min("createdAt") ${held}) AS "since" FROM (${members}) counted`;
      },
    },
  };
}
