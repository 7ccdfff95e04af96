import { db, Prisma } from "@/lib/foundation/db/client";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { getSettings } from "@/lib/society/settings/queries";
import { askNext } from "./commands";

interface Mentor {
  mentorId: string;
}

/** Mentors with a place free for whom somebody waits, for the sweep. */
export const queueSweepStep: SweepStep<Mentor> = {
  name: "queues",

  findDue(_now, after, limit) {
    const later = after ? Prisma.sql`AND q."mentorId" > ${after.mentorId}::uuid` : Prisma.empty;
    return db().$queryRaw<Mentor[]>`
      SELECT q."mentorId" FROM "queue_places" q JOIN "mentor_listings" l ON l."memberId" = q."mentorId"
      WHERE q."askedPlace" IS NULL ${later}
      GROUP BY q."mentorId" ORDER BY q."mentorId" LIMIT ${limit}`;
  },

  async step(mentors, now) {
    const settings = await getSettings();
    let askedAgain = 0;
    for (const { mentorId } of mentors) askedAgain += await askNext(mentorId, settings, now);
    return { askedAgain };
  },

  idOf: ({ mentorId }) => mentorId,
};
