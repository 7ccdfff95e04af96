import { db, Prisma } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { findWords } from "./find-words";
import { SEALED } from "./places";

/** Whether WORDS_KEYS can decrypt what one key has encrypted in one column. */
export interface SealCheck {
  column: string;
  /** The key's name, as it stands before what it sealed. */
  key: string;
  texts: number;
  opens: boolean;
}

/** Decrypts two texts for each column and key, because a single one might be damaged. The text itself is discarded. */
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
      SELECT left(split_part(${field}, '.', 1), 20) AS "by", count(*)::integer AS "texts", min(ctid) AS "first", max(ctid) AS "last"
      FROM ${target} WHERE ${field} IS NOT NULL GROUP BY 1
    ) used JOIN ${target} t ON t.ctid IN (used."first", used."last") ORDER BY used."by"`;
  const checks = new Map<string, SealCheck>();
  for (const { by, texts, place, sealed } of rows) {
    const isOpened = findWords(env().wordsKeys, column, place, sealed).words !== null;
    checks.set(by, { column, key: by, texts, opens: isOpened || (checks.get(by)?.opens ?? false) });
  }
  return [...checks.values()];
}
