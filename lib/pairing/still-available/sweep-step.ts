import { addDays } from "@/lib/foundation/dates";
import { Prisma } from "@/lib/foundation/db/client";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { getSettings } from "@/lib/society/settings/queries";
import { dueStep, nextDue } from "./deadlines";
import { selectChecks } from "./load";
import { type Stepped, saveSteps } from "./save";
import { type Check, OPEN_DAYS } from "./still-available";

/** Asking mentors who have let a proposal expire, or have not been seen for long, whether they are still available. */
export const stillAvailableSweepStep: SweepStep<Check> = {
  name: "still-available",

  async findDue(now, after, limit) {
    const later = after?.dueAt
      ? Prisma.sql`AND (c."dueAt", c."memberId") > (${after.dueAt}::timestamptz, ${after.memberId}::uuid)`
      : Prisma.empty;
    return selectChecks(
      Prisma.sql`c."dueAt" <= ${now}::timestamptz ${later}`,
      Prisma.sql`c."dueAt", c."memberId" LIMIT ${limit}`,
    );
  },

  async step(checks, now) {
    const settings = await getSettings();
    const answerUntil = addDays(now, OPEN_DAYS, settings.society.timeZone);
    const steps = checks.map((check): Stepped => {
      const step = dueStep(check, settings, now);
      const kind =
        step.type === "look"
          ? null
          : step.type === "stand-down"
            ? ("stood-down" as const)
            : step.because === "expired"
              ? ("still-available" as const)
              : ("still-there" as const);
      const asked = step.type === "ask" ? { ...check, askedAt: now } : check;
      const { memberId, version } = check;
      return { memberId, version, step: step.type, kind, dueAt: nextDue(asked, settings, now), answerUntil };
    });
    const { asked, stoodDown } = await saveSteps(steps, now);
    return { askedIfAvailable: asked, madeUnavailable: stoodDown };
  },

  idOf: ({ memberId }) => memberId,

  overdue: dueIn("availability_checks", ["mentor to look at", "mentors to look at"]),
};
