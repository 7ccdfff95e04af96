import type { ByteRange } from "@/lib/foundation/byte-range";
import { db, Prisma } from "@/lib/foundation/db/client";
import { inOneValue } from "@/lib/foundation/db/one-value";
import { isId } from "@/lib/foundation/id";
import { type FilmViewer, reachOf } from "./access";
import { type FilmFile, type FilmPlace, MOST_FILMS, PIECE, type ShelvedFilm } from "./film";
import { IS_SHOWN, isWithin, PROGRAMME_TEXTS_WITH, resourcesWith, textsWith } from "./shown-sql";

/** The file of a film, for whoever can open a resource or a text that shows it; null for anybody else. */
export async function findFilmFile(viewer: FilmViewer | null, id: string): Promise<FilmFile | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<FilmFile[]>`
    SELECT f."fileId", f."kind", f."size" FROM "films" f WHERE f."id" = ${id}::uuid AND ${isWithin(reachOf(viewer))}`;
  return row ?? null;
}

/** Its captions, for the same people. */
export async function findFilmCaptions(
  viewer: FilmViewer | null,
  id: string,
): Promise<{ captions: string; version: number } | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<{ captions: string; version: number }[]>`
    SELECT f."captions", f."version" FROM "films" f WHERE f."id" = ${id}::uuid AND ${isWithin(reachOf(viewer))}`;
  return row ?? null;
}

/** A part of a file, a piece at a time, each read when the one before has been taken. Throws when the file has gone meanwhile. */
export async function* readFilmBytes(fileId: string, { from, to }: ByteRange): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let number = Math.floor(from / PIECE); number * PIECE <= to; number++) {
    const start = Math.max(0, from - number * PIECE);
    const length = Math.min(PIECE, to + 1 - number * PIECE) - start;
    const [row] = await db().$queryRaw<{ part: Uint8Array<ArrayBuffer> }[]>`
      SELECT substring("bytes" FROM ${start + 1}::integer FOR ${length}::integer) AS "part"
      FROM "film_pieces" WHERE "fileId" = ${fileId}::uuid AND "number" = ${number}::integer`;
    if (row?.part.length !== length) throw new Error("A piece of a film is not there any more.");
    yield row.part;
  }
}

const COLUMNS = Prisma.sql`f."id", f."title", f."kind", f."size", f."seconds", f."version", f."changedAt", ${IS_SHOWN} AS "isShown"`;

/** The society's own films, for staff. */
export async function listFilms(): Promise<ShelvedFilm[]> {
  return db().$queryRaw<ShelvedFilm[]>`SELECT ${COLUMNS} FROM "films" f ORDER BY f."title", f."id" LIMIT ${MOST_FILMS}`;
}

/** One of them; null if there is none with this id. */
export async function findFilm(id: string): Promise<ShelvedFilm | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<ShelvedFilm[]>`SELECT ${COLUMNS} FROM "films" f WHERE f."id" = ${id}::uuid`;
  return row ?? null;
}

const MOST_PLACES = 20;

interface Places {
  resources: { id: string; title: string }[];
  texts: { slug: string }[];
  programmes: { id: string; name: string; slug: string }[];
}

const NOWHERE: Places = { resources: [], texts: [], programmes: [] };

/** Where members see a film, for staff. */
export async function listFilmPlaces(id: string): Promise<FilmPlace[]> {
  const inResources = Prisma.sql`
    SELECT p."id", p."title" FROM "films" f
    CROSS JOIN LATERAL (SELECT r."id", v."title", r."position" FROM ${resourcesWith(null)}) p
    WHERE f."id" = ${id}::uuid ORDER BY p."position", p."id" LIMIT ${MOST_PLACES}`;
  const inTexts = Prisma.sql`
    SELECT p."slug" FROM "films" f CROSS JOIN LATERAL (SELECT d."slug" FROM ${textsWith(null)}) p
    WHERE f."id" = ${id}::uuid ORDER BY p."slug" LIMIT ${MOST_PLACES}`;
  const inProgrammes = Prisma.sql`
    SELECT w."id", w."name", p."slug" FROM "films" f
    CROSS JOIN LATERAL (SELECT d."programmeId", d."slug" FROM ${PROGRAMME_TEXTS_WITH}) p
    JOIN "programmes" w ON w."id" = p."programmeId"
    WHERE f."id" = ${id}::uuid ORDER BY w."name", w."id", p."slug" LIMIT ${MOST_PLACES}`;
  const [row] = await db().$queryRaw<Places[]>`
    SELECT ${inOneValue(inResources)} AS "resources", ${inOneValue(inTexts)} AS "texts", ${inOneValue(inProgrammes)} AS "programmes"`;
  const { resources, texts, programmes } = row ?? NOWHERE;
  return [
    ...texts.map(({ slug }) => ({ in: "text", slug }) as const),
    ...programmes.map((one) => ({ in: "programme", ...one }) as const),
    ...resources.map((resource) => ({ in: "resource", ...resource }) as const),
  ];
}
