import { db } from "@/lib/foundation/db/client";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { getSettings } from "@/lib/society/settings/queries";
import type { Condition } from "./condition";
import { CONDITION_COLUMNS, fromRow } from "./row";
import { spread } from "./spread";

/** Conditions that have not come to everybody yet: because they are new, have other words or another time to expire, or are retired. */
export const conditionSweepStep: SweepStep<Condition> = {
  name: "conditions",

  async findDue(now, after, limit) {
    const later = after?.spreadDueAt
      ? { OR: [{ spreadDueAt: { gt: after.spreadDueAt } }, { spreadDueAt: after.spreadDueAt, id: { gt: after.id } }] }
      : {};
    const rows = await db().readinessCondition.findMany({
      where: { spreadDueAt: { lte: now }, ...later },
      orderBy: [{ spreadDueAt: "asc" }, { id: "asc" }],
      take: limit,
      select: CONDITION_COLUMNS,
    });
    return rows.map(fromRow);
  },

  async step(conditions, now) {
    const { society } = await getSettings();
    let asked = 0;
    for (const condition of conditions) asked += await spread(condition, society.timeZone, now);
    return { conditionsAsked: asked };
  },

  idOf: ({ id }) => id,

  overdue: dueIn(
    "readiness_conditions",
    ["condition that some members have not been asked for", "conditions that some members have not been asked for"],
    "spreadDueAt",
  ),
};
