import { Prisma } from "@/lib/foundation/db/client";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { getSettings } from "@/lib/society/settings/queries";
import type { Case, Decision } from "./check-in";
import { dueCommand } from "./deadlines";
import { decide } from "./decide";
import { selectCases } from "./load";
import { save } from "./save";

/** The sweep asks two partners how it goes, tells them that their pause is over, and tells staff when one of them has had no reply. */
export const checkInSweepStep: SweepStep<Case> = {
  name: "check-ins",

  async findDue(now, after, limit) {
    const later = after?.dueAt
      ? Prisma.sql`AND (c."dueAt", c."relationshipId") > (${after.dueAt}::timestamptz, ${after.relationshipId}::uuid)`
      : Prisma.empty;
    return selectCases(
      Prisma.sql`c."dueAt" <= ${now}::timestamptz ${later}`,
      Prisma.sql`c."dueAt", c."relationshipId" LIMIT ${limit}`,
    );
  },

  async step(cases, now) {
    const settings = await getSettings();
    const decisions = new Map<string, Decision>();
    const kinds = new Map<string, "ask" | "hand" | "resume" | "look">();
    for (const one of cases) {
      const command = dueCommand(one, settings, now) ?? { type: "look" as const };
      const decided = decide(one, { kind: "sweep" }, command, settings, now);
      if (!decided.ok) continue;
      decisions.set(one.relationshipId, decided);
      kinds.set(one.relationshipId, command.type);
    }
    const saved = await save([...decisions.values()], now);
    const count = (kind: string) => saved.filter((id) => kinds.get(id) === kind).length;
    return { askedHowItGoes: count("ask"), toldStaffOfSilence: count("hand"), pausesEnded: count("resume") };
  },

  idOf: ({ relationshipId }) => relationshipId,

  overdue: dueIn("check_ins", ["pair to look at", "pairs to look at"]),
};
