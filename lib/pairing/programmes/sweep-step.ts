import { db } from "@/lib/foundation/db/client";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { dueMove } from "./deadlines";
import { decide } from "./decide";
import type { Decision, Programme } from "./programme";
import { fromRow, PROGRAMME_COLUMNS } from "./row";
import { save } from "./save";

/** Intakes whose dates have come: they open, take nobody more, start, and end. */
export const programmeSweepStep: SweepStep<Programme> = {
  name: "programmes",

  async findDue(now, after, limit) {
    const later = after?.dueAt ? { OR: [{ dueAt: { gt: after.dueAt } }, { dueAt: after.dueAt, id: { gt: after.id } }] } : {};
    const rows = await db().programme.findMany({
      where: { dueAt: { lte: now }, ...later },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: limit,
      select: PROGRAMME_COLUMNS,
    });
    return rows.map(fromRow);
  },

  async step(programmes, now) {
    const decisions = programmes.flatMap((programme): Decision[] => {
      const due = dueMove(programme, now);
      const decided = due && decide(programme, { type: due, actor: { kind: "sweep" } }, now);
      return decided?.ok ? [decided] : [];
    });
    return { programmesMoved: (await save(decisions)).length };
  },

  idOf: ({ id }) => id,

  overdue: dueIn("programmes", ["programme", "programmes"]),
};
