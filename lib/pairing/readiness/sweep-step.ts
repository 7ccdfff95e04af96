import { Prisma } from "@/lib/foundation/db/client";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { doDue } from "./commands";
import { dueCommand } from "./deadlines";
import { type Loaded, loadItems } from "./load";

/** What begins to count, expires soon, has expired, or has had no answer. */
export const readinessSweepStep: SweepStep<Loaded> = {
  name: "readiness",

  async findDue(now, after, limit) {
    const later = after
      ? Prisma.sql`AND (i."dueAt", i."id") > (${after.item.dueAt}::timestamptz, ${after.item.id}::uuid)`
      : Prisma.empty;
    return loadItems(Prisma.sql`i."dueAt" <= ${now}::timestamptz ${later} ORDER BY i."dueAt", i."id" LIMIT ${limit}`);
  },

  async step(loaded, now) {
    return { readinessMoved: await doDue(loaded, (item) => dueCommand(item, now), now) };
  },

  idOf: ({ item }) => item.id,

  overdue: dueIn("readiness_items", ["day of a condition", "days of conditions"]),
};
