import { db, Prisma } from "@/lib/foundation/db/client";
import { dueRows } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
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

  overdue: dueRows(
    ["queue with a place to offer", "queues with a place to offer"],
    () => Prisma.sql`
      SELECT q."mentorId" FROM "queue_places" q JOIN "mentor_listings" l ON l."memberId" = q."mentorId"
      JOIN "members" m ON m."id" = q."menteeId"
      WHERE q."askedPlace" IS NULL AND m."status" = 'active' AND m."standing" = 'current' AND m."isMentee"
        AND NOT are_blocked(q."menteeId", q."mentorId")
        AND NOT EXISTS (SELECT FROM "readiness_items" i
          WHERE i."memberId" = q."menteeId" AND i."role" = 'mentee' AND i."programmeId" = ${SOCIETY_SCHEME}::uuid AND i."isLacking")
      GROUP BY q."mentorId", l."placesFree"
      HAVING l."placesFree" > (SELECT count(*) FROM "queue_places" a
        WHERE a."mentorId" = q."mentorId" AND a."askedPlace" IS NOT NULL)`,
  ),
};
