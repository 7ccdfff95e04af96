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
  const changes = texts.map(({ text, words }) => {
    const [table = "", name = ""] = text.column.split(".");
    const [target, field] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${name}"`)];
    const which = Prisma.sql`${keySql(SEALED[text.column] ?? [])} = ${text.key}::text[]`;
    return db().$executeRaw`UPDATE ${target} t SET ${field} = ${words} WHERE ${which}`;
  });
  await db().$transaction([db().$executeRaw`SET LOCAL session_replication_role = replica`, ...changes]);
}

/** What stands there now. */
export async function readSealed({ column, key }: SealedText): Promise<string | undefined> {
  return (await listSealed()).find((text) => text.column === column && text.key.join() === key.join())?.sealed;
}
