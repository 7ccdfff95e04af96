import { db, Prisma } from "@/lib/db/client";
import { env } from "@/lib/env";
import { decrypt } from "./cipher";
import { placeOf, SEALED } from "./places";

/** Whether WORDS_KEYS opens what one key has sealed in one column. */
export interface SealCheck {
  column: string;
  /** The key's name, as it stands before what it sealed. */
  key: string;
  texts: number;
  opens: boolean;
}

/** Tries one text for each column and key. What it says goes nowhere. */
export async function checkSeals(): Promise<SealCheck[]> {
  const checks: SealCheck[] = [];
  for (const [column, keyColumns] of Object.entries(SEALED)) checks.push(...(await checkColumn(column, keyColumns)));
  return checks;
}

async function checkColumn(column: string, keyColumns: readonly string[]): Promise<SealCheck[]> {
  const [table = "", name = ""] = column.split(".");
  const [target, field] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${name}"`)];
  const key = Prisma.raw(`ARRAY[${keyColumns.map((one) => `t."${one}"::text`).join(", ")}]`);
  const rows = await db().$queryRaw<{ by: string; texts: number; place: string[]; sealed: string }[]>`
    SELECT used."by", used."texts", ${key} AS "place", t.${field} AS "sealed"
    FROM (
      SELECT split_part(${field}, '.', 1) AS "by", count(*)::integer AS "texts", min(ctid) AS "first"
      FROM ${target} WHERE ${field} IS NOT NULL GROUP BY 1
    ) used JOIN ${target} t ON t.ctid = used."first" ORDER BY used."by"`;
  return rows.map(({ by, texts, place, sealed }) => ({
    column,
    key: by,
    texts,
    opens: isOpened(placeOf(column, place), sealed),
  }));
}

function isOpened(place: string, sealed: string): boolean {
  try {
    decrypt(env().wordsKeys, place, sealed);
    return true;
  } catch {
    return false;
  }
}
