import { db, Prisma } from "@/lib/db/client";

/** How PostgreSQL would go about a statement, were starting workers free and every table worth one. */
export function planEagerly(statement: Prisma.Sql): Promise<string> {
  return db().$transaction(async (step) => {
    for (const name of ["parallel_setup_cost", "parallel_tuple_cost", "min_parallel_table_scan_size"])
      await step.$executeRaw`SELECT set_config(${name}, '0', true)`;
    const lines = await step.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`EXPLAIN ${statement}`);
    return lines.map((line) => line["QUERY PLAN"]).join("\n");
  });
}
