import { db, Prisma } from "@/lib/foundation/db/client";
import { dueRows } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { getSettings } from "@/lib/society/settings/queries";
import { goOn } from "./commands";

interface Ended {
  proposalId: string;
}

/** Proposals that have come to nothing and go to the mentee's next choice, for the sweep. */
export const choiceSweepStep: SweepStep<Ended> = {
  name: "choices",

  findDue(_now, after, limit) {
    const later = after ? Prisma.sql`AND "proposalId" > ${after.proposalId}::uuid` : Prisma.empty;
    return db().$queryRaw<Ended[]>`
      SELECT DISTINCT "proposalId" FROM "proposal_choices" WHERE "isDue" ${later} ORDER BY "proposalId" LIMIT ${limit}`;
  },

  async step(ended, now) {
    const settings = await getSettings();
    let passedOn = 0;
    for (const { proposalId } of ended) if (await goOn(proposalId, settings, now)) passedOn++;
    return { passedOn };
  },

  idOf: ({ proposalId }) => proposalId,

  overdue: dueRows(
    ["next choice to ask", "next choices to ask"],
    () => Prisma.sql`SELECT DISTINCT "proposalId" FROM "proposal_choices" WHERE "isDue"`,
  ),
};
