import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { db, Prisma } from "@/lib/foundation/db/client";
import { withLongStatements } from "@/lib/foundation/long-statements";
import { DIFFERS, LATEST, lapsesIfMissing, turning } from "./comparing-sql";
import type { PullResult } from "./pull-result";
import type { Column, Encoding, Mapping, Reading } from "./register-import";
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
  /** How else the letters could be read, between which staff have to choose. */
  readings: readonly Reading[];
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
        "delimiter", "file", "head", "readings", "run", "rows")
      VALUES (${id}::uuid, ${state}, ${given.source}, ${given.byId}::uuid, ${now}::timestamptz, ${now}::timestamptz, ${given.fileName},
        ${given.digest}, ${given.encoding}, ${given.delimiter}, ${file}::bytea, ${JSON.stringify(given.head)}::jsonb, ${JSON.stringify(given.readings)}::jsonb,
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
  head: Column[];
}

/** The file of an import; null when it is gone. */
export async function readFile(id: string): Promise<Uint8Array | null> {
  const found = await db().registerImport.findUnique({ where: { id }, select: { file: true } });
  return found?.file ? await promisify(gunzip)(found.file) : null;
}

/** Starts reading from the first row. Rows of an earlier reading are deleted, and that reading stops. */
export async function beginRun(id: string, now: Date): Promise<BegunRun | null> {
  const rows = await inOneStep(async (step) => {
    const taken = await step.$queryRaw<
      { run: number; file: Uint8Array; mapping: Mapping; encoding: Encoding; delimiter: string; head: Column[] }[]
    >`
      UPDATE "register_imports" SET "run" = "run" + 1, "rowsRead" = 0, "changedAt" = ${now}::timestamptz
      WHERE "id" = ${id}::uuid AND "state" = 'checking' AND "file" IS NOT NULL
      RETURNING "run", "file", "mapping", "encoding", "delimiter", "head"`;
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
    INSERT INTO "register_import_rows" ("importId", "line", "number", "name", "surnameKey", "email", "standing", "further", "problem", "said", "keeps", "cells")
    SELECT mine."id", r."line", r."number", r."name", r."surnameKey", r."email", r."standing", nullif(r."further", 'null'), r."problem", r."said", r."keeps", r."cells"
    FROM mine, jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS r("line" integer, "number" text, "name" text,
      "surnameKey" text, "email" text, "standing" text, "further" jsonb, "problem" text, "said" text, "keeps" text, "cells" jsonb)`;
  return count > 0;
}

/** Rows that were staged as good turn out to have a problem: another row further down has the same number. */
export async function restage(id: string, run: number, rows: readonly StagedRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH)
    await db().$executeRaw`
      UPDATE "register_import_rows" s SET "number" = NULL, "name" = NULL, "surnameKey" = NULL, "email" = NULL, "standing" = NULL, "further" = NULL,
        "problem" = r."problem", "said" = r."said", "keeps" = r."keeps", "cells" = r."cells"
      FROM "register_imports" i, jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + BATCH))}::jsonb)
        AS r("line" integer, "problem" text, "said" text, "keeps" text, "cells" jsonb)
      WHERE i."id" = ${id}::uuid AND i."state" = 'checking' AND i."run" = ${run} AND s."importId" = i."id" AND s."line" = r."line"
        AND s."problem" IS NULL`;
}

/** The reading is finished: saves what the import would change. False if another reading has replaced this one. */
export async function finishRun(id: string, run: number, now: Date): Promise<boolean> {
  const count = await db().$executeRaw`
    UPDATE "register_imports" i SET "state" = 'checked', "changedAt" = ${now}::timestamptz, "basisId" = ${LATEST},
      "counts" = (
        SELECT jsonb_build_object(
          'problems', count(*) FILTER (WHERE s."problem" IS NOT NULL),
          'unnamed', count(*) FILTER (WHERE s."problem" IS NOT NULL AND s."keeps" IS NULL),
          'zeros', count(*) FILTER (WHERE s."problem" LIKE '%zeros%'),
          'new', count(*) FILTER (WHERE s."problem" IS NULL AND e."number" IS NULL),
          'changed', count(*) FILTER (WHERE e."number" IS NOT NULL AND ${DIFFERS}),
          'unchanged', count(*) FILTER (WHERE e."number" IS NOT NULL AND NOT ${DIFFERS}),
          'saidLapsed', count(*) FILTER (WHERE e."standing" = 'current' AND s."standing" = 'lapsed'))
        FROM "register_import_rows" s LEFT JOIN "register_entries" e ON e."number" = s."number" AND s."problem" IS NULL
        WHERE s."importId" = i."id"
      ) || (
        SELECT jsonb_build_object('currentBefore', count(*), 'missing', count(*) FILTER (
          WHERE s."number" IS NULL AND ${lapsesIfMissing(id, Prisma.sql`e."number"`)}))
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

/** How the membership system answered. What it said of an earlier body is kept unless this says otherwise. */
export async function savePull(
  values: PullResult & { askedAt: Date; etag?: string | null; digest?: string | null },
): Promise<void> {
  await db().registerPull.upsert({ where: { id: 1 }, create: { id: 1, ...values }, update: values, select: { id: true } });
}
