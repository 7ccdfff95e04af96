import { db, Prisma } from "@/lib/foundation/db/client";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { closeOverdue } from "./commands";

interface Due {
  id: string;
  dueAt: Date;
}

/** Questions that nobody has answered in time, for the sweep. */
export const questionSweepStep: SweepStep<Due> = {
  name: "questions",

  async findDue(now, after, limit) {
    const later = after ? Prisma.sql`AND ("dueAt", "id") > (${after.dueAt}::timestamptz, ${after.id}::uuid)` : Prisma.empty;
    return db().$queryRaw<Due[]>`
      SELECT "id", "dueAt" FROM "questions" WHERE "dueAt" <= ${now}::timestamptz ${later} ORDER BY "dueAt", "id" LIMIT ${limit}`;
  },

  async step(due, now) {
    const ids = due.map(({ id }) => id);
    return { questionsClosed: await closeOverdue(ids, now) };
  },

  idOf: ({ id }) => id,

  overdue: dueIn("questions", ["question without a reply", "questions without a reply"]),
};
