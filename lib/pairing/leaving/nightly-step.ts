import { db, Prisma } from "@/lib/foundation/db/client";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { eraseDue } from "./commands";

interface Due {
  id: string;
  at: Date;
}

/** An erasure touches every table, so a night does this many, which takes some minutes, and the next night goes on. */
const MOST_A_NIGHT = 500;

/** Accounts whose members asked for everything to be erased, once the time for coming back is over. */
export function erasureStep(): SweepStep<Due> {
  // Somebody may press Come back in the last moment: an hour later that has been saved, or was too late.
  return stepOver(Prisma.sql`"eraseDueAt"`, 3_600_000);
}

/** Each step is for one night. */
function stepOver(column: Prisma.Sql, afterMs: number): SweepStep<Due> {
  let left = MOST_A_NIGHT;
  return {
    name: "erasure",
    async findDue(now, after, limit) {
      const before = new Date(now.getTime() - afterMs);
      const rows = await db().$queryRaw<Due[]>`
        SELECT "id", ${column} AS "at" FROM "members"
        WHERE ${column} <= ${before}::timestamptz AND "status" = 'deleted' AND "erasedAt" IS NULL
          ${after ? Prisma.sql`AND (${column}, "id") > (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
        ORDER BY ${column}, "id" LIMIT ${Math.min(limit, left)}`;
      left -= rows.length;
      return rows;
    },
    async step(rows, now) {
      for (const { id } of rows) await eraseDue(id, now);
      return { erased: rows.length };
    },
    idOf: ({ id }) => id,
    // It is the nightly job's, and waits for the next night where there are too many.
    overdue: null,
  };
}
