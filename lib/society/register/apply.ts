import { db, Prisma } from "@/lib/foundation/db/client";
import { DIFFERS, LATEST, lapsesIfMissing, turning } from "./comparing-sql";
import type { Actor, ImportCounts } from "./register-import";
import { inOneStep } from "./save";

/** Whether the member with this id would lose access. */
export async function wouldShutOut(id: string, memberId: string): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT m."id" FROM ${turning(id)} AND m."id" = ${memberId}::uuid AND said."standing" = 'lapsed'`;
  return rows.length > 0;
}

/**
 * Makes the register what the rows of a checked import say, all of it in one step or nothing, with the standing of members'
 * accounts, the report and the lines of the audit trail. One import at a time: the lock comes first, so that this one sees what
 * another has just done. With `leaveOut`, rows with problems are left out and stay for a day, so that they can be downloaded and
 * corrected; without, there may be none. Returns what was changed; null when there is nothing to import any more, or the register has been
 * refreshed since the check.
 */
export async function applyImport(
  id: string,
  { actor, leaveOut }: { actor: Actor | null; leaveOut: boolean },
  now: Date,
): Promise<ImportCounts | null> {
  return inOneStep(async (step) => {
    await step.$executeRaw`LOCK TABLE "register_entries" IN SHARE ROW EXCLUSIVE MODE`;
    const rows = await step.$queryRaw<{ counts: ImportCounts }[]>`
      WITH i AS MATERIALIZED (
        SELECT i."id" FROM "register_imports" i
        WHERE i."id" = ${id}::uuid AND i."state" = 'checked' AND i."basisId" IS NOT DISTINCT FROM ${LATEST}
          -- The membership system has sent the same twice at once, and the other one was quicker.
          AND NOT (i."source" = 'machine' AND EXISTS (
            SELECT FROM "register_imports" same WHERE same."id" = i."basisId" AND same."digest" = i."digest"))
          AND (${leaveOut} OR NOT EXISTS (SELECT FROM "register_import_rows" s WHERE s."importId" = ${id}::uuid AND s."problem" IS NOT NULL))
        FOR UPDATE
      ), saved AS (
        INSERT INTO "register_entries" ("number", "name", "surnameKey", "email", "standing", "importedAt", "further")
        SELECT s."number", s."name", s."surnameKey", s."email", s."standing", ${now}::timestamptz, 
          CASE WHEN s."further" IS NULL THEN e."further" ELSE nullif(s."further", '{}') END
        FROM i, "register_import_rows" s LEFT JOIN "register_entries" e ON e."number" = s."number"
        WHERE s."importId" = ${id}::uuid AND s."problem" IS NULL AND (e."number" IS NULL OR ${DIFFERS})
        ON CONFLICT ("number") DO UPDATE SET "name" = excluded."name", "surnameKey" = excluded."surnameKey",
          "email" = excluded."email", "standing" = excluded."standing", "importedAt" = excluded."importedAt",
          "further" = excluded."further"
        RETURNING xmax = 0 AS "isNew"
      ), missing AS (
        UPDATE "register_entries" e SET "standing" = 'lapsed', "importedAt" = ${now}::timestamptz FROM i
        WHERE e."standing" = 'current' AND NOT EXISTS (
          SELECT FROM "register_import_rows" s WHERE s."importId" = ${id}::uuid AND s."number" = e."number" AND s."problem" IS NULL)
          AND ${lapsesIfMissing(id, Prisma.sql`e."number"`)}
        RETURNING e."number"
      ), turned AS (
        UPDATE "members" t SET "standing" = turning."standing"
        FROM (SELECT m."id", said."standing" FROM ${turning(id)} AND EXISTS (SELECT FROM i)) turning
        WHERE t."id" = turning."id"
        RETURNING t."id", t."standing"
      ), audited AS (
        INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
        SELECT ${now}::timestamptz, ${actor ? "staff" : "system"}, ${actor?.memberId ?? null}::uuid,
          CASE WHEN "standing" = 'lapsed' THEN 'lapsed' ELSE 'let-in-again' END, 'member', "id", jsonb_build_object('import', ${id}::text)
        FROM turned
      ), reported AS (
        UPDATE "register_imports" r SET "state" = 'imported', "changedAt" = ${now}::timestamptz,
          "finishedAt" = greatest(${now}::timestamptz, (SELECT max("finishedAt") + interval '1 millisecond' FROM "register_imports" WHERE "state" = 'imported')),
          "file" = NULL, "readings" = '[]',
          -- The headings stay with the rows that were left out, without the examples.
          "head" = (SELECT coalesce(jsonb_agg(jsonb_build_object('label', c->'label', 'examples', '[]'::jsonb, 'words', NULL) ORDER BY c.n), '[]')
            FROM jsonb_array_elements(r."head") WITH ORDINALITY c(c, n) WHERE (r."counts"->>'problems')::integer > 0),
          "counts" = r."counts" || jsonb_build_object(
            'new', (SELECT count(*) FROM saved WHERE "isNew"), 'changed', (SELECT count(*) FROM saved WHERE NOT "isNew"),
            'unchanged', r."rows" - (r."counts"->>'problems')::integer - (SELECT count(*) FROM saved), 'missing', (SELECT count(*) FROM missing),
            'accountsLapsing', (SELECT count(*) FROM turned WHERE "standing" = 'lapsed'),
            'accountsBack', (SELECT count(*) FROM turned WHERE "standing" = 'current'))
        FROM i WHERE r."id" = i."id"
        RETURNING r."counts"
      ), noted AS (
        INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "data")
        SELECT ${now}::timestamptz, ${actor ? "staff" : "system"}, ${actor?.memberId ?? null}::uuid, 'register-imported', 'register',
          jsonb_build_object('import', ${id}::text) || "counts"
        FROM reported
      )
      SELECT "counts" FROM reported`;
    await step.$executeRaw`
      DELETE FROM "register_import_rows" s USING "register_imports" i
      WHERE s."importId" = ${id}::uuid AND i."id" = s."importId" AND i."state" = 'imported' AND s."problem" IS NULL`;
    return rows[0]?.counts ?? null;
  });
}

/** Drops a push from the membership system if `judge` rejects its counts. Returns the counts if it did, and null otherwise. */
export async function dropRefused(
  id: string,
  judge: (counts: ImportCounts) => boolean,
  now: Date,
): Promise<ImportCounts | null> {
  const found = await db().registerImport.findUnique({ where: { id }, select: { counts: true } });
  const counts = found?.counts as unknown as ImportCounts | undefined;
  if (!counts || !judge(counts)) return null;
  await inOneStep(async (step) => {
    await step.$executeRaw`
      WITH dropped AS (
        UPDATE "register_imports" SET "state" = 'dropped', "finishedAt" = ${now}::timestamptz
        WHERE "id" = ${id}::uuid AND "source" = 'machine' AND "finishedAt" IS NULL RETURNING "id"
      )
      INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "data")
      SELECT ${now}::timestamptz, 'system', 'register-import-dropped', 'register', jsonb_build_object('import', "id") FROM dropped`;
    await step.$executeRaw`DELETE FROM "register_import_rows" WHERE "importId" = ${id}::uuid`;
  });
  return counts;
}
