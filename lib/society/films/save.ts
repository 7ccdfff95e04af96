import { db, Prisma } from "@/lib/foundation/db/client";
import { type ExaminedFile, type FilmChange, MOST_FILMS, PIECE, type Piece } from "./film";
import { IS_SHOWN } from "./shown-sql";

/** Files on their way at one time, with those that were given up on the way. */
const MOST_ARRIVING = 10;

const IS_LOOSE = Prisma.sql`NOT EXISTS (SELECT FROM "films" m WHERE m."fileId" = a."id")`;

/** The first piece makes the file, and sweeps away what its sender gave up earlier. False when the file is somebody else's, or a film's. */
export async function insertPiece(actorId: string, { fileId, number, bytes }: Piece, now: Date): Promise<boolean> {
  const count = await db().$executeRaw`
    WITH given_up AS (
      DELETE FROM "film_files" a
      WHERE ${number}::integer = 0 AND a."actorId" = ${actorId}::uuid AND a."id" <> ${fileId}::uuid AND ${IS_LOOSE}
        AND a."begunAt" < ${now}::timestamptz - make_interval(hours => 1)
      RETURNING a."id"
    ), begun AS (
      INSERT INTO "film_files" ("id", "begunAt", "actorId")
      SELECT ${fileId}::uuid, ${now}::timestamptz, ${actorId}::uuid
      WHERE ${number}::integer = 0 AND ${MOST_ARRIVING} > (
        SELECT count(*) FROM "film_files" a WHERE ${IS_LOOSE} AND a."id" NOT IN (SELECT "id" FROM given_up))
      ON CONFLICT DO NOTHING RETURNING "id"
    ), mine AS (
      SELECT "id" FROM begun
      UNION ALL
      SELECT a."id" FROM "film_files" a WHERE a."id" = ${fileId}::uuid AND a."actorId" = ${actorId}::uuid AND ${IS_LOOSE}
    )
    INSERT INTO "film_pieces" ("fileId", "number", "bytes") SELECT "id", ${number}::integer, ${bytes}::bytea FROM mine
    ON CONFLICT ("fileId", "number") DO UPDATE SET "bytes" = excluded."bytes"`;
  return count === 1;
}

/** The size of a file that its sender has sent to the end; null where a piece is missing, or it is not theirs. */
export async function findArrived(actorId: string, fileId: string): Promise<number | null> {
  const [row] = await db().$queryRaw<{ size: number; isWhole: boolean }[]>`
    SELECT sum(octet_length(p."bytes"))::integer AS "size",
      count(*) = max(p."number") + 1 AND count(*) FILTER (WHERE octet_length(p."bytes") < ${PIECE}) <= 1
        AND sum(octet_length(p."bytes")) > max(p."number") * ${PIECE}::bigint AS "isWhole"
    FROM "film_files" a JOIN "film_pieces" p ON p."fileId" = a."id"
    WHERE a."id" = ${fileId}::uuid AND a."actorId" = ${actorId}::uuid AND ${IS_LOOSE} GROUP BY a."id"`;
  return row?.isWhole ? row.size : null;
}

/** Deletes a file with its pieces, unless somebody else sends it, or it is a film's. */
export async function deleteFile(actorId: string, fileId: string): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "film_files" a WHERE a."id" = ${fileId}::uuid AND a."actorId" = ${actorId}::uuid AND ${IS_LOOSE}`;
}

type NewFilm = Omit<FilmChange, "fileId" | "captions"> & { captions: string; file: ExaminedFile };

/** False when there is a film of this id, or no room for another. */
export async function insertFilm(actorId: string, { id, title, captions, file }: NewFilm, now: Date): Promise<boolean> {
  const count = await db().$executeRaw`
    WITH saved AS (
      INSERT INTO "films" ("id", "title", "captions", "fileId", "kind", "size", "seconds", "createdAt", "changedAt")
      SELECT ${id}::uuid, ${title}, ${captions}, ${file.fileId}::uuid, ${file.kind}, ${file.size}::integer, ${file.seconds}::integer,
        ${now}::timestamptz, ${now}::timestamptz
      WHERE (SELECT count(*) FROM "films") < ${MOST_FILMS}
      ON CONFLICT DO NOTHING RETURNING "id"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${actorId}::uuid, 'film-uploaded', 'film', "id", '{}' FROM saved`;
  return count === 1;
}

type OtherFilm = Omit<FilmChange, "fileId"> & { file: ExaminedFile | null };

/** False when it is of another version by now. The file that another takes the place of goes in the same statement. */
export async function updateFilm(actorId: string, change: OtherFilm, now: Date): Promise<boolean> {
  const { id, base, title, captions, file } = change;
  const what = [...(file ? ["file"] : []), ...(captions === null ? [] : ["captions"])];
  const [row] = await db().$queryRaw<{ count: number }[]>`
    WITH before AS (
      SELECT "id", "fileId" FROM "films" WHERE "id" = ${id}::uuid AND "version" = ${base}::integer FOR UPDATE
    ), saved AS (
      UPDATE "films" f SET "title" = ${title}, "captions" = coalesce(${captions}, f."captions"),
        "fileId" = coalesce(${file?.fileId ?? null}::uuid, f."fileId"), "kind" = coalesce(${file?.kind ?? null}, f."kind"),
        "size" = coalesce(${file?.size ?? null}::integer, f."size"),
        "seconds" = CASE WHEN ${file !== null} THEN ${file?.seconds ?? null}::integer ELSE f."seconds" END,
        "version" = f."version" + 1, "changedAt" = ${now}::timestamptz
      FROM before WHERE f."id" = before."id" RETURNING f."id", before."fileId" AS "earlier"
    ), replaced AS (
      DELETE FROM "film_files" a USING saved WHERE ${file !== null} AND a."id" = saved."earlier"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'staff', ${actorId}::uuid, 'film-changed', 'film', "id",
        jsonb_build_object('replaced', ${what.join(" and ") || null}::text)
      FROM saved
    )
    SELECT count(*)::integer AS "count" FROM saved`;
  return row?.count === 1;
}

/** False when there is none of this id, or members see it somewhere. */
export async function deleteFilm(actorId: string, id: string, now: Date): Promise<boolean> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    WITH gone AS (
      DELETE FROM "films" f WHERE f."id" = ${id}::uuid AND NOT ${IS_SHOWN} RETURNING f."id", f."fileId"
    ), files AS (
      DELETE FROM "film_files" a USING gone WHERE a."id" = gone."fileId"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'staff', ${actorId}::uuid, 'film-removed', 'film', "id", '{}' FROM gone
    )
    SELECT count(*)::integer AS "count" FROM gone`;
  return row?.count === 1;
}
