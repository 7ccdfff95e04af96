import { db, Prisma } from "@/lib/foundation/db/client";
import { dueRows } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { compareOpenings, tellFound } from "./commands";

/** Mentors who have become free, to be compared with what mentees wait for. */
export const openingSweepStep: SweepStep<{ mentorId: string }> = {
  name: "openings",

  async findDue(_now, after, limit) {
    const later = after ? { mentorId: { gt: after.mentorId } } : {};
    return db().mentorOpening.findMany({ where: later, orderBy: { mentorId: "asc" }, take: limit, select: { mentorId: true } });
  },

  async step(openings, now) {
    await compareOpenings(
      openings.map(({ mentorId }) => mentorId),
      now,
    );
    return {};
  },

  idOf: ({ mentorId }) => mentorId,

  overdue: dueRows(
    ["mentor to compare with what mentees wait for", "mentors to compare with what mentees wait for"],
    () => Prisma.sql`SELECT FROM "mentor_openings"`,
  ),
};

/** Mentees whose alerts have found somebody. */
export function alertSweepStep(timeZone: string): SweepStep<{ memberId: string }> {
  return {
    name: "alerts",

    async findDue(now, after, limit) {
      return db().$queryRaw<{ memberId: string }[]>`
        SELECT DISTINCT "memberId" FROM "mentor_alert_finds"
        WHERE "dueAt" IS NOT NULL AND "dueAt" <= ${now}::timestamptz AND "memberId" > ${after?.memberId ?? NOBODY}::uuid
        ORDER BY "memberId" LIMIT ${limit}`;
    },

    async step(members, now) {
      return {
        alertsTold: await tellFound(
          members.map(({ memberId }) => memberId),
          timeZone,
          now,
        ),
      };
    },

    idOf: ({ memberId }) => memberId,

    overdue: dueRows(
      ["mentor whom a mentee waits for", "mentors whom mentees wait for"],
      (now) => Prisma.sql`SELECT FROM "mentor_alert_finds" WHERE "dueAt" <= ${now}::timestamptz`,
    ),
  };
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
