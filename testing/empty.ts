import { db } from "@/lib/foundation/db/client";

/**
 * Empties these tables and all whose rows refer to theirs, without any trigger. TRUNCATE would make new files for each of a hundred
 * tables and their indexes, which takes longer than most tests.
 */
export async function empty(...tables: string[]): Promise<void> {
  const all = await db().$queryRaw<{ name: string }[]>`
    WITH RECURSIVE found AS (
      SELECT "oid" FROM pg_class WHERE "relname" = ANY(${tables}) AND "relnamespace" = 'public'::regnamespace AND "relkind" = 'r'
      UNION
      SELECT c."conrelid" FROM pg_constraint c JOIN found f ON c."confrelid" = f."oid" WHERE c."contype" = 'f'
    )
    SELECT "oid"::regclass::text AS "name" FROM found`;
  const deletes = all.map(({ name }) => `DELETE FROM ${name};`).join(" ");
  await db().$executeRawUnsafe(`DO $$ BEGIN SET LOCAL session_replication_role = replica; ${deletes} END $$`);
}
