import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { dueCommand } from "./deadlines";
import { decide } from "./decide";
import type { Decision, Proposal } from "./proposal";
import { fromRow, PROPOSAL_COLUMNS, type ProposalRow } from "./row";
import { save } from "./save";

/** Reminders and expiry, for the sweep. */
export const proposalSweepStep: SweepStep<Proposal> = {
  name: "proposals",

  async findDue(now, after, limit) {
    // As one comparison of rows, which begins in the middle of the index; written with OR it is read from its start each time.
    const later = after ? Prisma.sql`AND ("dueAt", "id") > (${after.dueAt}::timestamptz, ${after.id}::uuid)` : Prisma.empty;
    const rows = await db().$queryRaw<ProposalRow[]>`
      SELECT ${listColumns(PROPOSAL_COLUMNS)} FROM "proposals" WHERE "dueAt" <= ${now}::timestamptz ${later}
      ORDER BY "dueAt", "id" LIMIT ${limit}`;
    return rows.map(fromRow);
  },

  async step(proposals, now) {
    const decisions = new Map<string, Decision>();
    for (const proposal of proposals) {
      const due = dueCommand(proposal, now);
      const decided = due && decide(proposal, { type: due.type, actor: { kind: "sweep" } }, now);
      if (decided?.ok) decisions.set(proposal.id, decided);
    }
    const saved = await save([...decisions.values()], "what-is-free");
    const expired = saved.filter((id) => decisions.get(id)?.proposal.status === "expired").length;
    return { expired, reminded: saved.length - expired };
  },

  idOf: (proposal) => proposal.id,

  overdue: dueIn("proposals", ["proposal", "proposals"]),
};
