import { db, Prisma } from "@/lib/db/client";
import { env } from "@/lib/env";
import { decrypt, encrypt } from "./cipher";
import { placeOf, SEALED } from "./places";

const BATCH_SIZE = 500;

/**
 * Seals with the current key everything that another one has sealed. Safe beside a running product, twice, and after being
 * stopped: each text is replaced only as it was read. Returns how many texts were sealed anew.
 */
export async function rotateKeys(): Promise<number> {
  let count = 0;
  for (const [column, keyColumns] of Object.entries(SEALED)) count += await rotateColumn(column, keyColumns);
  return count;
}

interface SealedRow {
  key: string[];
  sealed: string;
}

async function rotateColumn(column: string, keyColumns: readonly string[]): Promise<number> {
  const ring = env().wordsKeys;
  const [table = "", name = ""] = column.split(".");
  const target = Prisma.raw(`"${table}"`);
  const field = Prisma.raw(`"${name}"`);
  const key = Prisma.raw(`ARRAY[${keyColumns.map((one) => `"${one}"::text`).join(", ")}]`);
  let count = 0;
  for (;;) {
    const rows = await db().$queryRaw<SealedRow[]>`
      SELECT ${key} AS "key", ${field} AS "sealed" FROM ${target}
      WHERE ${field} IS NOT NULL AND NOT starts_with(${field}, ${`${ring.current}.`}) LIMIT ${BATCH_SIZE}`;
    if (rows.length === 0) return count;
    const anew = rows.map(({ key, sealed }) => {
      const place = placeOf(column, key);
      return { key, sealed, anew: encrypt(ring, place, decrypt(ring, place, sealed)) };
    });
    count += await db().$executeRaw`
      UPDATE ${target} t SET ${field} = i."anew"
      FROM jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) AS i("key" text[], "sealed" text, "anew" text)
      WHERE ${key} = i."key" AND t.${field} = i."sealed"`;
  }
}
