import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { readBoxes, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { readOwn } from "@/lib/pairing/programmes/row";
import { missingTools } from "@/lib/pairing/programmes/settings-of";
import { isPartner } from "@/lib/pairing/relationships/access-sql";
import type { Reflection, Words } from "./reflection";

/** The viewer's own reflections of a calendar year, oldest first. Nobody else's, whoever asks. */
export async function listReflections({ memberId }: Viewer, year: number): Promise<Reflection[]> {
  return (
    await load(memberId, Prisma.sql`r."heldOn" >= make_date(${year}, 1, 1) AND r."heldOn" < make_date(${year + 1}, 1, 1)`)
  ).map(toReflection);
}

/** One of the viewer's own; null for any other. */
export async function findReflection({ memberId }: Viewer, id: string): Promise<Reflection | null> {
  if (!isId(id)) return null;
  const [row] = await load(memberId, Prisma.sql`r."id" = ${id}::uuid`);
  return row ? toReflection(row) : null;
}

/** The years in which the viewer has written, newest first. */
export async function listYears({ memberId }: Viewer): Promise<number[]> {
  const rows = await db().$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM "heldOn")::integer AS "year" FROM "reflections"
    WHERE "memberId" = ${memberId}::uuid ORDER BY "year" DESC`;
  return rows.map(({ year }) => year);
}

/**
 * All partners the viewer has ever had, the newest relationship first; without those whose programme does without reflections, unless
 * there are some about them.
 */
export async function listPartners({ memberId }: Viewer): Promise<{ relationshipId: string; name: string }[]> {
  const rows = await db().$queryRaw<{ relationshipId: string; name: string; own: unknown; isUsed: boolean }[]>`
    SELECT r."id" AS "relationshipId", partner."name", programme."own", programme."id" IS NOT NULL AND EXISTS (
      SELECT FROM "reflections" f WHERE f."relationshipId" = r."id" AND f."memberId" = ${memberId}::uuid) AS "isUsed"
    FROM "relationships" r LEFT JOIN "programmes" programme ON programme."id" = r."programmeId"
    JOIN "members" partner ON partner."id" = CASE WHEN r."menteeId" = ${memberId}::uuid THEN r."mentorId" ELSE r."menteeId" END
    WHERE ${isPartner({ memberId })}
    ORDER BY r."startedAt" DESC, r."id"`;
  const isThere = ({ own, isUsed }: (typeof rows)[number]) =>
    !missingTools(own === null ? null : readOwn(own), isUsed ? ["reflections"] : []).includes("reflections");
  return rows.filter(isThere).map(({ relationshipId, name }) => ({ relationshipId, name }));
}

type Row = Omit<Reflection, "words" | "isUnreadable"> & { words: string };

function load(memberId: string, condition: Prisma.Sql): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT r."id", to_char(r."heldOn", 'YYYY-MM-DD') AS "heldOn", r."minutes", r."isStructured", r."words", r."relationshipId",
      partner."name" AS "partnerName", r."version"
    FROM "reflections" r
    LEFT JOIN "relationships" rel ON rel."id" = r."relationshipId"
    LEFT JOIN "members" partner ON partner."id" = CASE WHEN rel."menteeId" = r."memberId" THEN rel."mentorId" ELSE rel."menteeId" END
    WHERE r."memberId" = ${memberId}::uuid AND ${condition}
    ORDER BY r."heldOn", r."writtenAt", r."id"`;
}

function toReflection({ words, ...row }: Row): Reflection {
  const opened = tryOpen<Words>("reflections.words", row.id, words, readBoxes);
  if (opened.isReadable) return { ...row, words: opened.words, isUnreadable: false };
  return { ...row, words: { done: "", learned: "", use: "", free: opened.instead }, isUnreadable: true };
}
