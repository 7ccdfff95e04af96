import { db, Prisma } from "@/lib/foundation/db/client";
import { SEALED } from "@/lib/foundation/sealing/places";
import { keySql, walk } from "@/lib/foundation/sealing/walk";

/** One sealed text of the database. */
export interface SealedText {
  column: string;
  key: string[];
  sealed: string;
}

/** All of them, of every column that lib/foundation/sealing/places.ts names. */
export async function listSealed(): Promise<SealedText[]> {
  const texts: SealedText[] = [];
  for (const [column, keyColumns] of Object.entries(SEALED))
    for await (const rows of walk(column, keyColumns)) texts.push(...rows.map((row) => ({ column, ...row })));
  return texts;
}

/** Puts other words in the place of these, past whatever guards them. */
export async function damage(texts: readonly { text: SealedText; words: string }[]): Promise<void> {
  for (const { text, words } of texts) {
    const [table = "", name = ""] = text.column.split(".");
    const [target, field] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${name}"`)];
    await db().$transaction([
      db().$executeRaw`SET LOCAL session_replication_role = replica`,
      db()
        .$executeRaw`UPDATE ${target} t SET ${field} = ${words} WHERE ${keySql(SEALED[text.column] ?? [])} = ${text.key}::text[]`,
    ]);
  }
}

/** What stands there now. */
export async function readSealed({ column, key }: SealedText): Promise<string | undefined> {
  return (await listSealed()).find((text) => text.column === column && text.key.join() === key.join())?.sealed;
}
