import { Prisma } from "@/lib/foundation/db/client";
import { PROGRAMME_SLUGS, type Standing } from "./text";

/** The newest version of each text of a programme that is published, and the newest that is not. */
export interface NewestVersion {
  slug: string;
  number: number;
  isOwn: boolean;
  isPublished: boolean;
}

export function newestVersions(programmeId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (d."slug", d."publishedAt" IS NULL) d."slug", d."number", d."body" IS NOT NULL AS "isOwn",
      d."publishedAt" IS NOT NULL AS "isPublished"
    FROM "programme_documents" d WHERE d."programmeId" = ${programmeId}::uuid
    ORDER BY d."slug", d."publishedAt" IS NULL, d."number" DESC`;
}

/** Where the programme stands with each of its texts. */
export function toStandings(rows: readonly NewestVersion[]): Standing[] {
  return PROGRAMME_SLUGS.map((slug) => {
    const published = rows.find((row) => row.slug === slug && row.isPublished);
    const draft = rows.find((row) => row.slug === slug && !row.isPublished);
    return {
      slug,
      publishedNumber: published?.isOwn ? published.number : null,
      draftNumber: draft && draft.number > (published?.number ?? 0) ? draft.number : null,
    };
  });
}
