import { Prisma } from "@/lib/foundation/db/client";
import type { FilmReach } from "./access";

/** Resources that show the film f to one of these audiences: as their film, or in their text. */
export function resourcesWith(audiences: readonly string[] | null): Prisma.Sql {
  const forThem = audiences === null ? Prisma.sql`true` : Prisma.sql`v."audience" = ANY(${audiences}::text[])`;
  return Prisma.sql`
    "resources" r JOIN "resource_versions" v ON v."resourceId" = r."id" AND v."number" = r."publishedNumber"
    WHERE ${forThem} AND (v."film" = '/films/' || f."id"::text OR strpos(v."body", '/films/' || f."id"::text) > 0)`;
}

/** Those of these texts whose published version shows the film f. */
export function textsWith(slugs: readonly string[] | null): Prisma.Sql {
  const theirs = slugs === null ? Prisma.sql`true` : Prisma.sql`d."slug" = ANY(${slugs}::text[])`;
  return Prisma.sql`
    "documents" d
    WHERE ${theirs} AND d."publishedAt" IS NOT NULL AND strpos(d."body", '/films/' || f."id"::text) > 0
      AND NOT EXISTS (
        SELECT FROM "documents" n WHERE n."slug" = d."slug" AND n."number" > d."number" AND n."publishedAt" IS NOT NULL)`;
}

/** Texts that programmes have of their own, whose published version shows the film f. */
export const PROGRAMME_TEXTS_WITH = Prisma.sql`
    "programme_documents" d
    WHERE d."publishedAt" IS NOT NULL AND strpos(d."body", '/films/' || f."id"::text) > 0
      AND NOT EXISTS (
        SELECT FROM "programme_documents" n WHERE n."programmeId" = d."programmeId" AND n."slug" = d."slug"
          AND n."number" > d."number" AND n."publishedAt" IS NOT NULL)`;

/** Whether anybody but staff can see the film f. */
export const IS_SHOWN = isShownIn(null, null, true);

/** Whether the film f is within somebody's reach. */
export function isWithin({ isStaff, audiences, slugs, isMember }: FilmReach): Prisma.Sql {
  if (isStaff) return Prisma.sql`true`;
  return isShownIn(audiences, slugs, isMember);
}

function isShownIn(audiences: readonly string[] | null, slugs: readonly string[] | null, isMember: boolean): Prisma.Sql {
  const inProgrammes = isMember ? Prisma.sql`OR EXISTS (SELECT FROM ${PROGRAMME_TEXTS_WITH})` : Prisma.empty;
  return Prisma.sql`(EXISTS (SELECT FROM ${resourcesWith(audiences)}) OR EXISTS (SELECT FROM ${textsWith(slugs)}) ${inProgrammes})`;
}
