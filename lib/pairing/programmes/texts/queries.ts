import type { Texts } from "@/lib/foundation/amending";
import { db } from "@/lib/foundation/db/client";
import { textOf } from "@/lib/pairing/programmes/settings-of";
import type { Newest } from "@/lib/society/content/editing";
import { composeDocument, findPublishedText } from "@/lib/society/content/queries";
import type { Surroundings } from "@/lib/society/content/vocabulary";
import type { OwnVersion, ProgrammeSlug, TextInProgramme, TextOf } from "./text";

/** The text that counts for relationships in a programme, with the society's words in it; null: in the society's own scheme. */
export async function getTextIn(
  programmeId: string | null,
  slug: ProgrammeSlug,
  surroundings: Surroundings,
  now: Date,
): Promise<TextInProgramme> {
  const [own, society] = await Promise.all([
    programmeId === null ? null : findOwnText({ programmeId, slug }, now),
    findPublishedText(slug, now),
  ]);
  const { isOfProgramme, text } = textOf(own, society);
  return { ...composeDocument(text, surroundings), isOfProgramme };
}

/** The own text that is published; null where the society's counts. */
async function findOwnText({ programmeId, slug }: TextOf, now: Date) {
  const newest = await db().programmeDocument.findFirst({
    where: { programmeId, slug, publishedAt: { lte: now } },
    orderBy: { number: "desc" },
    select: { number: true, title: true, body: true, publishedAt: true },
  });
  const { title = null, body = null } = newest ?? {};
  return newest && title !== null && body !== null ? { ...newest, title, body } : null;
}

/** The newest version, draft or not; the society's text where there is none, or the programme has gone back to it. */
export async function findNewestText(
  { programmeId, slug }: TextOf,
  now: Date,
): Promise<Newest & { publishedNumber: number | null }> {
  const [row] = await db().$queryRaw<NewestRow[]>`
    SELECT d."number", d."title", d."body", m."name" AS "authorName", published."number" AS "published"
    FROM "programme_documents" d LEFT JOIN "members" m ON m."id" = d."authorId" LEFT JOIN LATERAL (
      SELECT CASE WHEN p."body" IS NOT NULL THEN p."number" END AS "number" FROM "programme_documents" p
      WHERE p."programmeId" = d."programmeId" AND p."slug" = d."slug" AND p."publishedAt" <= ${now}::timestamptz
      ORDER BY p."number" DESC LIMIT 1) published ON true
    WHERE d."programmeId" = ${programmeId}::uuid AND d."slug" = ${slug} ORDER BY d."number" DESC LIMIT 1`;
  const texts = row && row.title !== null && row.body !== null ? { title: row.title, body: row.body } : null;
  return {
    number: row?.number ?? 0,
    texts: texts ?? (await findSocietysTexts(slug, now)),
    isLive: texts !== null && row?.number === row?.published,
    authorName: row?.authorName ?? null,
    publishedNumber: row?.published ?? null,
  };
}

/** The boxes of one version; 0: the society's text. Null if there is no such version, or it has no words of its own. */
export async function findVersionTexts({ programmeId, slug }: TextOf, number: number, now: Date): Promise<Texts | null> {
  if (number === 0) return findSocietysTexts(slug, now);
  const which = { programmeId_slug_number: { programmeId, slug, number } };
  const row = await db().programmeDocument.findUnique({ where: which, select: { title: true, body: true } });
  return row && row.title !== null && row.body !== null ? { title: row.title, body: row.body } : null;
}

/** How many versions are listed. Older ones are kept, but not listed. */
const MOST_VERSIONS = 100;

/** The newest versions without their bodies, newest first. */
export async function listTextVersions({ programmeId, slug }: TextOf): Promise<OwnVersion[]> {
  return db().$queryRaw<OwnVersion[]>`
    SELECT d."number", d."title", d."createdAt", d."publishedAt", m."name" AS "authorName"
    FROM "programme_documents" d LEFT JOIN "members" m ON m."id" = d."authorId"
    WHERE d."programmeId" = ${programmeId}::uuid AND d."slug" = ${slug} ORDER BY d."number" DESC LIMIT ${MOST_VERSIONS}`;
}

async function findSocietysTexts(slug: ProgrammeSlug, now: Date): Promise<Texts> {
  const { title, body } = await findPublishedText(slug, now);
  return { title, body };
}

interface NewestRow {
  number: number;
  title: string | null;
  body: string | null;
  authorName: string | null;
  published: number | null;
}
