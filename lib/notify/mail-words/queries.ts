import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Cast } from "./examples";
import type { MailOf, OwnPassage, Published, Version } from "./mail-words";

/** What is published for mails of these kinds, in a programme or without one; null: of all kinds. */
export async function findPublished(kinds: readonly string[] | null): Promise<Published[]> {
  if (kinds?.length === 0) return [];
  const chosen = kinds === null ? Prisma.empty : Prisma.sql`AND "kind" = ANY(${[...kinds]}::text[])`;
  return db().$queryRaw<Published[]>`
    SELECT DISTINCT ON ("kind", "programmeId") "kind", "programmeId", "passages" FROM "mail_words"
    WHERE "publishedAt" IS NOT NULL ${chosen}
    ORDER BY "kind", "programmeId", "number" DESC`;
}

/** The words that staff last saved for some mails, and those that these go out in. */
export interface Saved {
  newest: (Version & { passages: OwnPassage[] }) | null;
  /** Null while they go out in ours, or in the society's. */
  publishedNumber: number | null;
  /** The society's, where these are the mails of a programme; otherwise nothing. */
  base: OwnPassage[];
}

export async function findSaved(mails: MailOf): Promise<Saved> {
  const { programmeId } = mails;
  const [row] = await db().$queryRaw<{ newest: Row | null; published: number | null; base: OwnPassage[] | null }[]>`
    SELECT
      (SELECT to_jsonb(v) FROM (SELECT ${COLUMNS} ${of(mails)} ORDER BY w."number" DESC LIMIT 1) v) AS "newest",
      (SELECT w."number" ${of(mails)} AND w."publishedAt" IS NOT NULL ORDER BY w."number" DESC LIMIT 1) AS "published",
      (SELECT w."passages" ${of({ ...mails, programmeId: null })} AND w."publishedAt" IS NOT NULL AND ${programmeId !== null}
        ORDER BY w."number" DESC LIMIT 1) AS "base"`;
  const newest = row?.newest ?? null;
  return { newest: newest && fromRow(newest), publishedNumber: row?.published ?? null, base: row?.base ?? [] };
}

/** The words of one version; null if there is no such version. */
export async function findVersion(mails: MailOf, number: number): Promise<OwnPassage[] | null> {
  const [row] = await db().$queryRaw<{ passages: OwnPassage[] }[]>`
    SELECT w."passages" ${of(mails)} AND w."number" = ${number}`;
  return row?.passages ?? null;
}

/** How many versions are listed. Older ones are kept, but not listed. */
const MOST_VERSIONS = 100;

/** The newest versions without their words, newest first. */
export async function listVersions(mails: MailOf): Promise<Version[]> {
  return db().$queryRaw<Version[]>`
    SELECT w."number", w."createdAt", w."publishedAt", m."name" AS "authorName" ${of(mails)}
    ORDER BY w."number" DESC LIMIT ${MOST_VERSIONS}`;
}

/** The names of two members, for an example of a mail: those of the newest proposal; null where there is none yet. */
export async function findCast(): Promise<(Cast & { mentorId: string; menteeId: string }) | null> {
  const [row] = await db().$queryRaw<(Cast & { mentorId: string; menteeId: string })[]>`
    SELECT mentor."name" AS "mentor", mentee."name" AS "mentee", mentor."id" AS "mentorId", mentee."id" AS "menteeId"
    FROM (SELECT "mentorId", "menteeId", "sentAt", "id" FROM "proposals" ORDER BY "sentAt" DESC, "id" DESC LIMIT 20) p
    JOIN "members" mentor ON mentor."id" = p."mentorId" AND mentor."status" = 'active'
    JOIN "members" mentee ON mentee."id" = p."menteeId" AND mentee."status" = 'active'
    ORDER BY p."sentAt" DESC, p."id" DESC LIMIT 1`;
  return row ?? null;
}

/** Whether there is such a programme. */
export async function hasProgramme(id: string): Promise<boolean> {
  return isId(id) && (await db().programme.count({ where: { id } })) > 0;
}

type Row = Omit<Version, "createdAt" | "publishedAt"> & {
  createdAt: string;
  publishedAt: string | null;
  passages: OwnPassage[];
};

const COLUMNS = Prisma.sql`w."number", w."createdAt", w."publishedAt", m."name" AS "authorName", w."passages"`;

function of({ kind, programmeId }: MailOf): Prisma.Sql {
  return Prisma.sql`FROM "mail_words" w LEFT JOIN "members" m ON m."id" = w."authorId"
    WHERE w."kind" = ${kind} AND w."programmeId" IS NOT DISTINCT FROM ${programmeId}::uuid`;
}

function fromRow({ createdAt, publishedAt, ...row }: Row): Version & { passages: OwnPassage[] } {
  return { ...row, createdAt: new Date(createdAt), publishedAt: publishedAt === null ? null : new Date(publishedAt) };
}
