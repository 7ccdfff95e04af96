import { Prisma } from "@/lib/foundation/db/client";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { findWhereToAsk } from "@/lib/pairing/matching/suggestions";
import { getSettings } from "@/lib/society/settings/queries";
import { dueReminder, nextDue } from "./deadlines";
import type { Beginner } from "./first-steps";
import { selectBeginners } from "./load";
import { type Stepped, saveSteps } from "./save";

/** Members who have registered and never begun: a reminder or two, and then no more. */
export const firstStepsSweepStep: SweepStep<Beginner> = {
  name: "first-steps",

  async findDue(now, after, limit) {
    const later = after?.dueAt
      ? Prisma.sql`AND (s."dueAt", s."memberId") > (${after.dueAt}::timestamptz, ${after.memberId}::uuid)`
      : Prisma.empty;
    return selectBeginners(
      Prisma.sql`s."dueAt" <= ${now}::timestamptz ${later}`,
      Prisma.sql`s."dueAt", s."memberId" LIMIT ${limit}`,
    );
  },

  async step(beginners, now) {
    const settings = await getSettings();
    const steps: Stepped[] = [];
    for (const one of beginners) {
      const { memberId, version } = one;
      const { kind, day } = dueReminder(one, settings, now) ?? { kind: null, day: null };
      const programmeId = kind === "first-proposal" ? await findWhereToAsk(memberId, settings) : null;
      steps.push({ memberId, version, kind, day, programmeId, dueAt: nextDue(one, settings, now) });
    }
    return { remindedToBegin: await saveSteps(steps, now) };
  },

  idOf: ({ memberId }) => memberId,

  overdue: dueIn("first_steps", ["new member to look at", "new members to look at"]),
};
