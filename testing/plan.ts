import { db, Prisma } from "@/lib/foundation/db/client";

/**
 * Whether PostgreSQL would run a statement in parallel if starting workers were free and every table and index were large
 * enough.
 */
export function asksForWorkers(statement: Prisma.Sql): Promise<boolean> {
  return db().$transaction(async (step) => {
    const costs = [
      "parallel_setup_cost",
      "parallel_tuple_cost",
      "min_parallel_table_scan_size",
      "min_parallel_index_scan_size",
    ];
    for (const name of costs) await step.$executeRaw`SELECT set_config(${name}, '0', true)`;
    const plan = await step.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`EXPLAIN ${statement}`);
    return plan.some((line) => line["QUERY PLAN"].includes("Gather"));
  });
}

/** The same statement, free to be planned for several processes. */
export function inAnyProcess({ strings, values }: Prisma.Sql): Prisma.Sql {
  return new Prisma.Sql(
    strings.map((part) => part.replace("in_one_process()", "true")),
    values,
  );
}
