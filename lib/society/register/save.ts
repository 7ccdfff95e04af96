import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { db, Prisma } from "@/lib/foundation/db/client";
import { withLongStatements } from "@/lib/foundation/long-statements";
import type { Actor, Encoding, ImportCounts, Mapping } from "./register-import";
import type { StagedRow } from "./rows";

/** Rows in one insert. */
const BATCH = 1000;

/** Enough for any register on any machine. A transaction that takes longer is rolled back. */
const LONGEST_STEP_SECONDS = 300;

/** All or nothing. Prisma's default would roll a transaction back after five seconds. */
export function inOneStep<Value>(work: (step: Prisma.TransactionClient) => Promise<Value>): Promise<Value> {
  return withLongStatements(() => db().$transaction(work, { timeout: LONGEST_STEP_SECONDS * 1000, maxWait: 30_000 }));
}

export interface NewImport {
  source: "upload" | "machine";
  byId: string | null;
  fileName: string;
  digest: string;
  encoding: Encoding;
  delimiter: string;
  file: Uint8Array | null;
  head: unknown;
  rows: number;
}

/** Saves a new import with its line in the audit trail. Null if an upload is already under way. */
export async function insertImport(given: NewImport, now: Date): Promise<string | null> {
  const id = randomUUID();
  const isUpload = given.source === "upload";
  const state = isUpload ? "uploaded" : "checking";
  const file = given.file && new Uint8Array(await promisify(gzip)(given.file, { level: 4 }));
  const count = await db().$executeRaw`
    WITH begun AS (
      INSERT INTO "register_imports" ("id", "state", "source", "byId", "startedAt", "changedAt", "fileName", "digest", "encoding",
        "delimiter", "file", "head", "run", "rows")
      VALUES (${id}::uuid, ${state}, ${given.source}, ${given.byId}::uuid, ${now}::timestamptz, ${now}::timestamptz, ${given.fileName},
        ${given.digest}, ${given.encoding}, ${given.delimiter}, ${file}::bytea, ${JSON.stringify(given.head)}::jsonb,
        ${isUpload ? 0 : 1}::integer, ${given.rows})
      ON CONFLICT ("source") WHERE "source" = 'upload' AND "state" IN ('uploaded', 'checking', 'checked') DO NOTHING
      RETURNING "id"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "data")
    SELECT ${now}::timestamptz, ${isUpload ? "staff" : "system"}, ${given.byId}::uuid, 'register-received', 'register',
      jsonb_build_object('import', "id", 'rows', ${given.rows}::integer)
    FROM begun`;
  return count === 0 ? null : id;
}

export interface BegunRun {
  run: number;
  file: Uint8Array;
  mapping: Mapping;
  encoding: Encoding;
  delimiter: string;
  columns: number;
}

/** Starts reading from the first row. Rows of an earlier reading are deleted, and that reading stops. */
export async function beginRun(id: string, now: Date): Promise<BegunRun | null> {
  const rows = await inOneStep(async (step) => {
    const taken = await step.$queryRaw<
      { run: number; file: Uint8Array; mapping: Mapping; encoding: Encoding; delimiter: string; columns: number }[]
    >`
      UPDATE "register_imports" SET "run" = "run" + 1, "rowsRead" = 0, "changedAt" = ${now}::timestamptz
      WHERE "id" = ${id}::uuid AND "state" = 'checking' AND "file" IS NOT NULL
      RETURNING "run", "file", "mapping", "encoding", "delimiter", jsonb_array_length("head") AS "columns"`;
    await step.$executeRaw`
      DELETE FROM "register_import_rows" r USING "register_imports" i
      WHERE r."importId" = ${id}::uuid AND i."id" = r."importId" AND i."state" = 'checking'`;
    return taken;
  });
  const [begun] = rows;
  return begun ? { ...begun, file: await promisify(gunzip)(begun.file) } : null;
}

/** Saves a batch of rows. False if another reading has started in the meantime, or the import was cancelled. */
export async function stage(
  id: string,
  run: number,
  rows: AsyncIterable<StagedRow> | Iterable<StagedRow>,
  clock: () => Date,
): Promise<boolean> {
  let batch: StagedRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    if (!(await stageBatch(id, run, batch, clock()))) return false;
    batch = [];
  }
  if (batch.length > 0 && !(await stageBatch(id, run, batch, clock()))) return false;
  // Without ANALYZE, the planner assumes only a few rows and compares each with every row of the register, which takes hours.
  await db().$executeRaw`ANALYZE "register_import_rows"`;
  return true;
}

async function stageBatch(id: string, run: number, batch: readonly StagedRow[], now: Date): Promise<boolean> {
  const count = await db().$executeRaw`
    WITH mine AS (
      UPDATE "register_imports" SET "rowsRead" = "rowsRead" + ${batch.length}, "changedAt" = ${now}::timestamptz
      WHERE "id" = ${id}::uuid AND "state" = 'checking' AND "run" = ${run} RETURNING "id"
    )
    INSERT INTO "register_import_rows" ("importId", "line", "number", "name", "surnameKey", "email", "standing", "problem", "said")
    SELECT mine."id", r."line", r."number", r."name", r."surnameKey", r."email", r."standing", r."problem", r."said"
    FROM mine, jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS r("line" integer, "number" text, "name" text,
      "surnameKey" text, "email" text, "standing" text, "problem" text, "said" text)`;
  return count > 0;
}

/** The members with an account (`m`) whose standing the rows of this import would make another one (`said`). */
const turning = (id: string) => Prisma.sql`
  "members" m LEFT JOIN "register_import_rows" s ON s."importId" = ${id}::uuid AND s."number" = m."number" AND s."problem" IS NULL
  LEFT JOIN "register_entries" e ON e."number" = m."number"
  CROSS JOIN LATERAL (SELECT coalesce(s."standing", 'lapsed') AS "standing") said
  WHERE (s."number" IS NOT NULL OR e."number" IS NOT NULL) AND m."erasedAt" IS NULL AND m."standing" <> said."standing"`;

/** The row differs from the register. */
const DIFFERS = Prisma.sql`(e."name", e."surnameKey", e."standing", e."email") IS DISTINCT FROM (s."name", s."surnameKey", s."standing", s."email")`;

/** The import that the register is from. */
const LATEST = Prisma.sql`
  (SELECT l."id" FROM "register_imports" l WHERE l."state" = 'imported' ORDER BY l."finishedAt" DESC, l."id" LIMIT 1)`;

/** The reading is finished: saves what the import would change. False if another reading has replaced this one. */
export async function finishRun(id: string, run: number, now: Date): Promise<boolean> {
  const count = await db().$executeRaw`
    UPDATE "register_imports" i SET "state" = 'checked', "changedAt" = ${now}::timestamptz, "basisId" = ${LATEST},
      "counts" = (
        SELECT jsonb_build_object(
          'problems', count(*) FILTER (WHERE s."problem" IS NOT NULL),
          'new', count(*) FILTER (WHERE s."problem" IS NULL AND e."number" IS NULL),
          'changed', count(*) FILTER (WHERE e."number" IS NOT NULL AND ${DIFFERS}),
          'unchanged', count(*) FILTER (WHERE e."number" IS NOT NULL AND NOT ${DIFFERS}),
          'saidLapsed', count(*) FILTER (WHERE e."standing" = 'current' AND s."standing" = 'lapsed'))
        FROM "register_import_rows" s LEFT JOIN "register_entries" e ON e."number" = s."number" AND s."problem" IS NULL
        WHERE s."importId" = i."id"
      ) || (
        SELECT jsonb_build_object('currentBefore', count(*), 'missing', count(*) FILTER (WHERE s."number" IS NULL))
        FROM "register_entries" e
        LEFT JOIN "register_import_rows" s ON s."importId" = i."id" AND s."number" = e."number" AND s."problem" IS NULL
        WHERE e."standing" = 'current'
      ) || (
        SELECT jsonb_build_object('accountsLapsing', count(*) FILTER (WHERE said."standing" = 'lapsed'),
          'accountsBack', count(*) FILTER (WHERE said."standing" = 'current'))
        FROM ${turning(id)}
      )
    WHERE i."id" = ${id}::uuid AND i."state" = 'checking' AND i."run" = ${run}`;
  return count > 0;
}

/** Whether the member with this id would lose access. */
export async function wouldShutOut(id: string, memberId: string): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT m."id" FROM ${turning(id)} AND m."id" = ${memberId}::uuid AND said."standing" = 'lapsed'`;
  return rows.length > 0;
}

/**
 * Makes the register what the rows of a checked import say, all of it in one step or nothing, with the standing of members'
 * accounts, the report and the lines of the audit trail. One import at a time: the lock comes first, so that this one sees what
 * another has just done. Returns what was changed; null when there is nothing to import any more, or the register has been
 * refreshed since the check.
 */
export async function applyImport(id: string, actor: Actor | null, now: Date): Promise<ImportCounts | null> {
  return inOneStep(async (step) => {
    await step.$executeRaw`LOCK TABLE "register_entries" IN SHARE ROW EXCLUSIVE MODE`;
    const rows = await step.$queryRaw<{ counts: ImportCounts }[]>`
      WITH i AS MATERIALIZED (
        SELECT i."id" FROM "register_imports" i
        WHERE i."id" = ${id}::uuid AND i."state" = 'checked' AND i."basisId" IS NOT DISTINCT FROM ${LATEST}
          -- The membership system has sent the same twice at once, and the other one was quicker.
          AND NOT (i."source" = 'machine' AND EXISTS (
            SELECT FROM "register_imports" same WHERE same."id" = i."basisId" AND same."digest" = i."digest"))
          AND NOT EXISTS (SELECT FROM "register_import_rows" s WHERE s."importId" = ${id}::uuid AND s."problem" IS NOT NULL)
        FOR UPDATE
      ), saved AS (
        INSERT INTO "register_entries" ("number", "name", "surnameKey", "email", "standing", "importedAt")
        SELECT s."number", s."name", s."surnameKey", s."email", s."standing", ${now}::timestamptz
        FROM i, "register_import_rows" s LEFT JOIN "register_entries" e ON e."number" = s."number"
        WHERE s."importId" = ${id}::uuid AND (e."number" IS NULL OR ${DIFFERS})
        ON CONFLICT ("number") DO UPDATE SET "name" = excluded."name", "surnameKey" = excluded."surnameKey",
          "email" = excluded."email", "standing" = excluded."standing", "importedAt" = excluded."importedAt"
        RETURNING xmax = 0 AS "isNew"
      ), missing AS (
        UPDATE "register_entries" e SET "standing" = 'lapsed', "importedAt" = ${now}::timestamptz FROM i
        WHERE e."standing" = 'current' AND NOT EXISTS (
          SELECT FROM "register_import_rows" s WHERE s."importId" = ${id}::uuid AND s."number" = e."number")
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
          "file" = NULL, "head" = '[]',
          "counts" = r."counts" || jsonb_build_object(
            'new', (SELECT count(*) FROM saved WHERE "isNew"), 'changed', (SELECT count(*) FROM saved WHERE NOT "isNew"),
            'unchanged', r."rows" - (SELECT count(*) FROM saved), 'missing', (SELECT count(*) FROM missing),
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
      WHERE s."importId" = ${id}::uuid AND i."id" = s."importId" AND i."state" = 'imported'`;
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
