import { db } from "@/lib/foundation/db/client";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { getSettings } from "@/lib/society/settings/queries";
import { dueCommand } from "./deadlines";
import { decide } from "./decide";
import type { Decision, Relationship } from "./relationship";
import { fromRow, RELATIONSHIP_COLUMNS } from "./row";
import { save } from "./save";

/** Asking both before the agreed end, and the end itself, for the sweep. */
export const relationshipSweepStep: SweepStep<Relationship> = {
  name: "relationships",

  async findDue(now, after, limit) {
    const from = after?.dueAt;
    // By the first of the two the index is entered in its middle; by the second alone it would be read from its start each time.
    const later = from ? { gte: from } : {};
    const beyond = from ? { OR: [{ dueAt: { gt: from } }, { id: { gt: after.id } }] } : {};
    const rows = await db().relationship.findMany({
      where: { dueAt: { lte: now, ...later }, ...beyond },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: limit,
      select: RELATIONSHIP_COLUMNS,
    });
    return rows.map(fromRow);
  },

  async step(relationships, now) {
    const { timeZone } = (await getSettings()).society;
    const decisions = new Map<string, Decision>();
    for (const relationship of relationships) {
      const due = dueCommand(relationship, timeZone, now);
      const decided = due && decide(relationship, { type: due.type, actor: { kind: "sweep" }, timeZone }, now);
      if (decided?.ok) decisions.set(relationship.id, decided);
    }
    const saved = await save([...decisions.values()]);
    const completed = saved.filter((id) => decisions.get(id)?.relationship.endedAt).length;
    return { completed, askedToExtend: saved.length - completed };
  },

  idOf: (relationship) => relationship.id,

  overdue: dueIn("relationships", ["relationship", "relationships"]),
};
