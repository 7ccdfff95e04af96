import { db } from "@/lib/db/client";
import type { Clockwork } from "@/lib/deadlines/clockwork";
import { dueCommand } from "./deadlines";
import { decide } from "./decide";
import type { Decision, Proposal } from "./proposal";
import { fromRow, PROPOSAL_COLUMNS } from "./row";
import { save } from "./save";

/** Reminders and expiry, for the sweep. */
export const proposalClockwork: Clockwork<Proposal> = {
  name: "proposals",

  async findDue(now, after, limit) {
    const later = after?.dueAt ? { OR: [{ dueAt: { gt: after.dueAt } }, { dueAt: after.dueAt, id: { gt: after.id } }] } : {};
    const rows = await db().proposal.findMany({
      where: { dueAt: { lte: now }, ...later },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: limit,
      select: PROPOSAL_COLUMNS,
    });
    return rows.map(fromRow);
  },

  async step(proposals, now) {
    const decisions = new Map<string, Decision>();
    for (const proposal of proposals) {
      const due = dueCommand(proposal, now);
      const decided = due && decide(proposal, { type: due.type, actor: { kind: "clock" } }, now);
      if (decided?.ok) decisions.set(proposal.id, decided);
    }
    const saved = await save([...decisions.values()], "what-is-free");
    const expired = saved.filter((id) => decisions.get(id)?.proposal.status === "expired").length;
    return { expired, reminded: saved.length - expired };
  },

  idOf: (proposal) => proposal.id,
};
