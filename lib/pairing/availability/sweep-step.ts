import { db } from "@/lib/foundation/db/client";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { endPauses } from "./commands";

interface Paused {
  memberId: string;
  availableAgainAt: Date | null;
}

/** Mentors whose day of return has come, for the sweep. */
export const availabilitySweepStep: SweepStep<Paused> = {
  name: "availability",

  async findDue(now, after, limit) {
    const at = after?.availableAgainAt;
    // By the first of the two the index is entered in its middle; by the second alone it would be read from its start each time.
    const later = at ? { gte: at } : {};
    const beyond = at ? { OR: [{ availableAgainAt: { gt: at } }, { memberId: { gt: after.memberId } }] } : {};
    return db().mentorProfile.findMany({
      where: { availableAgainAt: { lte: now, ...later }, ...beyond },
      orderBy: [{ availableAgainAt: "asc" }, { memberId: "asc" }],
      take: limit,
      select: { memberId: true, availableAgainAt: true },
    });
  },

  async step(paused, now) {
    return {
      availableAgain: await endPauses(
        paused.map(({ memberId }) => memberId),
        now,
      ),
    };
  },

  idOf: ({ memberId }) => memberId,

  overdue: dueIn("mentor_profiles", ["pause of a mentor", "pauses of mentors"], "availableAgainAt"),
};
