import { db, Prisma } from "@/lib/foundation/db/client";

/** Enough that round trips do not dominate; decrypting a batch takes a few milliseconds. */
const BATCH_SIZE = 500;

export interface SealedRow {
  key: string[];
  sealed: string;
}

/** The key columns of the row as texts, in the order of places.ts. */
export function keySql(keyColumns: readonly string[]): Prisma.Sql {
  return Prisma.raw(`ARRAY[${keyColumns.map((one) => `t."${one}"::text`).join(", ")}]`);
}

/** All encrypted texts of a column, in batches in key order, so that concurrent changes do no harm. */
export async function* walk(column: string, keyColumns: readonly string[]): AsyncGenerator<SealedRow[], void> {
  const [table = "", name = ""] = column.split(".");
  const [target, field] = [Prisma.raw(`"${table}"`), Prisma.raw(`t."${name}"`)];
  const order = Prisma.raw(keyColumns.map((one) => `t."${one}"`).join(", "));
  const cursor = Prisma.raw(keyColumns.map((one) => `c."${one}"`).join(", "));
  for (let after: string | null = null; ; ) {
    // The cursor gets the types of its columns from the table.
    const isNext: Prisma.Sql =
      after === null
        ? Prisma.sql`true`
        : Prisma.sql`(${order}) > (SELECT ${cursor} FROM jsonb_populate_record(NULL::${target}, ${after}::jsonb) c)`;
    const rows: SealedRow[] = await db().$queryRaw<SealedRow[]>`
      SELECT ${keySql(keyColumns)} AS "key", ${field} AS "sealed" FROM ${target} t
      WHERE ${field} IS NOT NULL AND ${isNext} ORDER BY ${order} LIMIT ${BATCH_SIZE}`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = JSON.stringify(Object.fromEntries(keyColumns.map((one, i) => [one, last.key[i]])));
  }
}
