import type { Texts } from "@/lib/foundation/amending";
import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Version } from "@/lib/society/content/document";
import type { Newest } from "@/lib/society/content/editing";
import { composeText } from "@/lib/society/content/queries";
import type { Surroundings } from "@/lib/society/content/vocabulary";
import { audiencesOf } from "./access";
import { readFilm } from "./film";
import type { Resource, ResourceItem, ShelvedResource } from "./resource";

/** The resources for members in this role, in the order set by staff, with placeholders not yet filled in. */
export async function listResources({ activeRole }: Pick<Viewer, "activeRole">): Promise<ResourceItem[]> {
  return db().$queryRaw<ResourceItem[]>`
    SELECT r."id", v."title", v."summary", v."film" <> '' AS "isFilm"
    FROM "resources" r JOIN "resource_versions" v ON v."resourceId" = r."id" AND v."number" = r."publishedNumber"
    WHERE v."audience" = ANY(${audiencesOf(activeRole)}::text[])
    ORDER BY r."position", r."id"`;
}

/** One of them; null for drafts, and for what is for the others. */
export async function findResource(
  { activeRole }: Pick<Viewer, "activeRole">,
  id: string,
  surroundings: Surroundings,
): Promise<Resource | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<(Texts & { publishedAt: Date })[]>`
    SELECT v."title", v."summary", v."film", v."body", v."publishedAt"
    FROM "resources" r JOIN "resource_versions" v ON v."resourceId" = r."id" AND v."number" = r."publishedNumber"
    WHERE r."id" = ${id}::uuid AND v."audience" = ANY(${audiencesOf(activeRole)}::text[])`;
  if (!row) return null;
  const { publishedAt, ...texts } = row;
  const { title, lede = "", blocks } = composeText(texts, surroundings);
  return { id, title, summary: lede, film: readFilm(texts.film ?? ""), blocks, publishedAt };
}

/** All of them in order, for staff. */
export async function listShelf(): Promise<ShelvedResource[]> {
  return db().$queryRaw<ShelvedResource[]>`
    SELECT r."id", v."title", v."audience", v."film" <> '' AS "isFilm", v."number", r."publishedNumber", v."createdAt",
      m."name" AS "authorName"
    FROM "resources" r ${NEWEST} LEFT JOIN "members" m ON m."id" = v."authorId"
    ORDER BY r."position", r."id"`;
}

export interface NewestResource extends Newest {
  publishedNumber: number | null;
}

/** The newest version; null if there is no such resource. */
export async function findNewestResource(id: string): Promise<NewestResource | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<NewestResource[]>`
    SELECT v."number", ${TEXTS} AS "texts", m."name" AS "authorName", r."publishedNumber",
      r."publishedNumber" IS NOT DISTINCT FROM v."number" AS "isLive"
    FROM "resources" r ${NEWEST} LEFT JOIN "members" m ON m."id" = v."authorId"
    WHERE r."id" = ${id}::uuid`;
  return row ?? null;
}

/** The boxes of one version; null when there is none of this number. */
export async function findResourceTexts(id: string, number: number): Promise<Texts | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<{ texts: Texts }[]>`
    SELECT ${TEXTS} AS "texts" FROM "resource_versions" v WHERE v."resourceId" = ${id}::uuid AND v."number" = ${number}::integer`;
  return row?.texts ?? null;
}

const MOST_VERSIONS = 100;

/** Its newest versions without their words, newest first. */
export async function listResourceVersions(id: string): Promise<Version[]> {
  return db().$queryRaw<Version[]>`
    SELECT v."number", v."title", v."createdAt", v."publishedAt", m."name" AS "authorName"
    FROM "resource_versions" v LEFT JOIN "members" m ON m."id" = v."authorId"
    WHERE v."resourceId" = ${id}::uuid ORDER BY v."number" DESC LIMIT ${MOST_VERSIONS}`;
}

const NEWEST = Prisma.sql`CROSS JOIN LATERAL (
  SELECT n.* FROM "resource_versions" n WHERE n."resourceId" = r."id" ORDER BY n."number" DESC LIMIT 1) v`;

const TEXTS = Prisma.sql`jsonb_build_object('title', v."title", 'summary', v."summary", 'audience', v."audience",
  'film', v."film", 'body', v."body")`;
