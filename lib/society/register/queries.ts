import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { lapsesIfMissing } from "./comparing-sql";
import type { Column, Encoding, ImportCounts, ImportState, Mapping, Reading } from "./register-import";

/** What the register says about a membership number. */
export interface RegisterAnswer {
  /** Null when the number is not on it. */
  entry: { name: string; surnameKey: string; email: string | null; standing: "current" | "lapsed" } | null;
  /** False as long as no register has been imported: then membership numbers cannot be checked. */
  isImported: boolean;
}

/** Looks up a membership number. */
export async function askRegister(number: string): Promise<RegisterAnswer> {
  const [row] = await db().$queryRaw<
    {
      isImported: boolean;
      name: string | null;
      surnameKey: string | null;
      email: string | null;
      standing: "current" | "lapsed" | null;
    }[]
  >`
    SELECT EXISTS (SELECT FROM "register_entries") AS "isImported", e."name", e."surnameKey", e."email", e."standing"
    FROM (SELECT 1) AS one LEFT JOIN "register_entries" e ON e."number" = ${number}`;
  const { isImported = false, name = null, surnameKey = null, email = null, standing = null } = row ?? {};
  return {
    isImported,
    entry: name === null || surnameKey === null || standing === null ? null : { name, surnameKey, email, standing },
  };
}

/** An import as staff see it. */
export interface ImportView {
  id: string;
  state: ImportState;
  source: "upload" | "machine";
  /** Who uploaded it; null for the membership system. */
  byName: string | null;
  startedAt: Date;
  changedAt: Date;
  finishedAt: Date | null;
  fileName: string;
  encoding: Encoding;
  delimiter: string;
  head: Column[];
  /** Not empty while staff have to choose how the letters are to be read. */
  readings: Reading[];
  /** The file holds only some of the members. */
  isPart: boolean;
  mapping: Mapping | null;
  rows: number;
  rowsRead: number;
  counts: ImportCounts;
}

const VIEW = Prisma.sql`
  i."id", i."state", i."source", m."name" AS "byName", i."startedAt", i."changedAt", i."finishedAt", i."fileName", i."encoding",
  i."delimiter", i."head", i."readings", i."isPart", i."mapping", i."rows", i."rowsRead", i."counts"`;

/** One import; null when there is none of that id. */
export async function getImport(id: string): Promise<ImportView | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<ImportView[]>`
    SELECT ${VIEW} FROM "register_imports" i LEFT JOIN "members" m ON m."id" = i."byId" WHERE i."id" = ${id}::uuid`;
  return row ?? null;
}

/** The upload that is under way, no matter who started it. */
export async function findOpenImport(): Promise<ImportView | null> {
  const [row] = await db().$queryRaw<ImportView[]>`
    SELECT ${VIEW} FROM "register_imports" i LEFT JOIN "members" m ON m."id" = i."byId"
    WHERE i."source" = 'upload' AND i."state" IN ('uploaded', 'checking', 'checked')`;
  return row ?? null;
}

/** The last finished import; null before the first. */
export async function findLatestImport(): Promise<(ImportView & { digest: string }) | null> {
  const [row] = await db().$queryRaw<(ImportView & { digest: string })[]>`
    SELECT ${VIEW}, i."digest" FROM "register_imports" i LEFT JOIN "members" m ON m."id" = i."byId"
    WHERE i."state" = 'imported' ORDER BY i."finishedAt" DESC, i."id" LIMIT 1`;
  return row ?? null;
}

/** How the membership system answered when we last asked it for the register; null before the first time. */
export async function findLastPull(): Promise<{
  result: string;
  detail: string | null;
  etag: string | null;
  digest: string | null;
} | null> {
  return db().registerPull.findUnique({ where: { id: 1 }, select: { result: true, detail: true, etag: true, digest: true } });
}

export interface ImportPage {
  imports: ImportView[];
  /** The cursor for older ones; null at the end. */
  older: string | null;
}

const HISTORY_PAGE = 20;

/** Finished and cancelled imports, newest first, one page. */
export async function listImports(cursor: string | null): Promise<ImportPage> {
  const after = readCursor(cursor);
  const before = after
    ? Prisma.sql`AND (i."finishedAt" < ${after.at}::timestamptz OR (i."finishedAt" = ${after.at}::timestamptz AND i."id" > ${after.id}::uuid))`
    : Prisma.empty;
  const rows = await db().$queryRaw<ImportView[]>`
    SELECT ${VIEW} FROM "register_imports" i LEFT JOIN "members" m ON m."id" = i."byId"
    WHERE i."finishedAt" IS NOT NULL ${before} ORDER BY i."finishedAt" DESC, i."id" LIMIT ${HISTORY_PAGE + 1}`;
  const older = cursorAfter(rows, HISTORY_PAGE, ({ finishedAt }) => finishedAt ?? new Date(0));
  return { imports: rows.slice(0, HISTORY_PAGE), older };
}

/** A row that cannot be taken: its line in the file, codes of its problems, and the words that are meant. */
export interface ProblemRow {
  line: number;
  problem: string;
  said: string | null;
  cells: string[] | null;
}

/** The rows that cannot be taken, in the order of the file, after this line. */
export async function listProblems(id: string, afterLine: number, limit: number): Promise<ProblemRow[]> {
  return db().$queryRaw<ProblemRow[]>`
    SELECT "line", "problem", "said", "cells" FROM "register_import_rows"
    WHERE "importId" = ${id}::uuid AND "problem" IS NOT NULL AND "line" > ${afterLine} ORDER BY "line" LIMIT ${limit}`;
}

const PROBLEMS_AT_ONCE = 1000;

/** All rows that cannot be taken, some at a time. */
export async function* eachProblem(id: string): AsyncGenerator<ProblemRow[]> {
  let after = 0;
  for (;;) {
    const rows = await listProblems(id, after, PROBLEMS_AT_ONCE);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PROBLEMS_AT_ONCE) return;
    after = last.line;
  }
}

/** Members with an account who would lose access, staff first. */
export async function listShutOut(id: string, limit: number): Promise<{ name: string; number: string; isStaff: boolean }[]> {
  return db().$queryRaw`
    SELECT m."name", m."number", m."staff" <> 'none' AS "isStaff"
    FROM "members" m
    LEFT JOIN "register_import_rows" s ON s."importId" = ${id}::uuid AND s."number" = m."number" AND s."problem" IS NULL
    LEFT JOIN "register_entries" e ON e."number" = m."number"
    WHERE (s."standing" = 'lapsed' OR (s."number" IS NULL AND e."number" IS NOT NULL AND ${lapsesIfMissing(id, Prisma.sql`m."number"`)}))
      AND m."erasedAt" IS NULL AND m."standing" = 'current'
    ORDER BY m."staff" = 'none', m."name", m."number" LIMIT ${limit}`;
}

/** How many entries are looked at for the further columns that there are: all were imported with the same ones. */
const MOST_LOOKED_AT = 1000;

/** The headings of the further columns that staff chose to keep. */
export async function listFurther(): Promise<string[]> {
  const rows = await db().$queryRaw<{ heading: string }[]>`
    SELECT DISTINCT jsonb_object_keys(e."further") AS "heading"
    FROM (SELECT "further" FROM "register_entries" WHERE "further" IS NOT NULL LIMIT ${MOST_LOOKED_AT}) e ORDER BY 1`;
  return rows.map(({ heading }) => heading);
}
