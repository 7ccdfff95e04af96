import { db, Prisma } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { encrypt } from "./cipher";
import { findWords, keyNameOf, referenceOf } from "./find-words";
import { PLAIN_BEFORE, placeOf, SEALED } from "./places";
import { keySql, type SealedRow, walk } from "./walk";

export interface Rotation {
  /** How many texts were stored unencrypted, and are sealed now. */
  sealedFirst: number;
  /** How many texts were re-encrypted. */
  sealedAnew: number;
  /** How many of those were bound to another spelling of their row's id. */
  rescued: number;
  /** Column, reference and reason for each text that was left alone because it cannot be decrypted or may not be changed. */
  left: { column: string; reference: string; why: string }[];
}

type Anew = SealedRow & { anew: string };

/**
 * Re-encrypts everything with the current key and the right id. It can run next to a serving product, twice, and again after
 * being stopped: a text is replaced only if it is still as it was read. Texts that cannot be decrypted are left alone and
 * reported.
 */
export async function rotateKeys(): Promise<Rotation> {
  const rotation: Rotation = { sealedFirst: 0, sealedAnew: 0, rescued: 0, left: [] };
  for (const [column, keyColumns] of Object.entries(SEALED)) {
    const plain = PLAIN_BEFORE[column];
    if (plain) rotation.sealedFirst += await sealFirst(column, keyColumns, plain);
    for await (const rows of walk(column, keyColumns)) await rotate(column, keyColumns, rows, rotation);
  }
  return rotation;
}

/** Moves a text from the plain column into the sealed one, unless somebody has changed it since we read it. */
async function sealFirst(column: string, keyColumns: readonly string[], plain: string): Promise<number> {
  const ring = env().wordsKeys;
  const [table = "", name = ""] = column.split(".");
  const [target, field, before] = [table, name, plain].map((part) => Prisma.raw(`"${part}"`));
  if (!target || !field || !before) return 0;
  let count = 0;
  for await (const rows of walk(`${table}.${plain}`, keyColumns)) {
    const typed = rows.filter(({ sealed }) => sealed !== "");
    if (typed.length === 0) continue;
    const all = typed.map(({ key, sealed }) => ({ key, sealed, anew: encrypt(ring, placeOf(column, key), sealed) }));
    count += await db().$executeRaw`
      UPDATE ${target} t SET ${field} = i."anew", ${before} = ''
      FROM jsonb_to_recordset(${JSON.stringify(all)}::jsonb) AS i("key" text[], "sealed" text, "anew" text)
      WHERE ${keySql(keyColumns)} = i."key" AND t.${before} = i."sealed" AND t.${field} IS NULL`;
  }
  return count;
}

async function rotate(column: string, keyColumns: readonly string[], rows: readonly SealedRow[], rotation: Rotation) {
  const ring = env().wordsKeys;
  const all: Anew[] = [];
  for (const { key, sealed } of rows) {
    const found = findWords(ring, column, key, sealed, true);
    if (found.words === null) {
      rotation.left.push({ column, reference: referenceOf(column, key), why: found.why });
    } else if (found.isMisplaced || keyNameOf(sealed) !== ring.current) {
      all.push({ key, sealed, anew: encrypt(ring, placeOf(column, key), found.words) });
      if (found.isMisplaced) rotation.rescued += 1;
    }
  }
  try {
    rotation.sealedAnew += await replace(column, keyColumns, all);
  } catch {
    // One of them may not be changed, for example a contract, which a trigger protects. So retry them one by one.
    for (const one of all) {
      try {
        rotation.sealedAnew += await replace(column, keyColumns, [one]);
      } catch (error) {
        rotation.left.push({ column, reference: referenceOf(column, one.key), why: String(error) });
      }
    }
  }
}

async function replace(column: string, keyColumns: readonly string[], rows: readonly Anew[]): Promise<number> {
  if (rows.length === 0) return 0;
  const [table = "", name = ""] = column.split(".");
  const [target, field] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${name}"`)];
  return db().$executeRaw`
    UPDATE ${target} t SET ${field} = i."anew"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i("key" text[], "sealed" text, "anew" text)
    WHERE ${keySql(keyColumns)} = i."key" AND t.${field} = i."sealed"`;
}
