import { db } from "@/lib/db/client";
import type { Clockwork } from "@/lib/deadlines/clockwork";
import { endPauses } from "./commands";

interface Paused {
  memberId: string;
  availableAgainAt: Date | null;
}

/** Mentors whose day of return has come, for the sweep. */
export const availabilityClockwork: Clockwork<Paused> = {
  name: "availability",

  async findDue(now, after, limit) {
    const at = after?.availableAgainAt;
    const later = at
      ? { OR: [{ availableAgainAt: { gt: at } }, { availableAgainAt: at, memberId: { gt: after.memberId } }] }
      : {};
    return db().mentorProfile.findMany({
      where: { availableAgainAt: { lte: now }, ...later },
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
};
