import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Role, Scope, Viewer } from "@/lib/foundation/viewer";
import { isLetterFor } from "@/lib/pairing/relationships/access-sql";
import { isInScope } from "@/lib/staff/coordinating/scope-sql";
import { PARTIES, type Party, SEEN } from "@/lib/staff/relationships/conditions";
import type { Letter } from "./prepared";

/** A letter, and who wrote it. */
export type SentLetter = Letter & { authorName: string | null };

export type KeptLetter = Omit<SentLetter, "at"> & { at: string };

/** The letters to the two, or to one of them, that fulfil a condition on l, newest first, in a query that calls the proposal p. */
function selectLetters(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (SELECT json_agg(json_build_object('id', l."id", 'at', l."at", 'behalfOf', l."behalfOf", 'toOne', l."toOne", 'subject', l."subject",
        'words', l."words", 'authorName', a."name") ORDER BY l."at" DESC, l."id")
      FROM "staff_letters" l LEFT JOIN "members" a ON a."id" = l."authorId" WHERE l."proposalId" = p."id" AND ${condition})`;
}

/** All of them, for staff. */
export const LETTERS = selectLetters(Prisma.sql`true`);

export function readLetters(letters: KeptLetter[] | null): SentLetter[] {
  return (letters ?? []).map((letter) => ({ ...letter, at: new Date(letter.at) }));
}

/** Everything that a form for a letter needs to know of the two, if they are within the scope. */
export async function findAddressees(scope: Scope | null, id: string) {
  if (scope === null || !isId(id)) return null;
  const [row] = await db().$queryRaw<{ seen: string; mentee: Party; mentor: Party; isRelationship: boolean }[]>`
    SELECT ${SEEN} AS "seen", r."id" IS NOT NULL AS "isRelationship", ${PARTIES}
    FROM "proposals" p LEFT JOIN "relationships" r ON r."id" = p."id"
    JOIN "members" mentee ON mentee."id" = p."menteeId" JOIN "members" mentor ON mentor."id" = p."mentorId"
    WHERE p."id" = ${id}::uuid AND ${isInScope(scope, Prisma.sql`p."programmeId"`)}`;
  return row ?? null;
}

/** What the society wrote to the viewer, with their partner or alone, newest first; null when it is none of the viewer's business. */
export async function listLetters({ memberId }: Viewer, id: string) {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<
    { viewerIs: Role; partnerName: string; isRelationship: boolean; letters: KeptLetter[] | null }[]
  >`
    SELECT CASE WHEN p."menteeId" = ${memberId}::uuid THEN 'mentee' ELSE 'mentor' END AS "viewerIs",
      partner."name" AS "partnerName", r."id" IS NOT NULL AS "isRelationship", ${selectLetters(isLetterFor({ memberId }, "p"))} AS "letters"
    FROM "proposals" p LEFT JOIN "relationships" r ON r."id" = p."id"
    JOIN "members" partner
      ON partner."id" = CASE WHEN p."menteeId" = ${memberId}::uuid THEN p."mentorId" ELSE p."menteeId" END
    WHERE p."id" = ${id}::uuid AND ${memberId}::uuid IN (p."menteeId", p."mentorId")`;
  // Who wrote it is the society's own affair.
  const anonymous = ({ authorName, ...letter }: SentLetter): Letter => letter;
  return row ? { ...row, letters: readLetters(row.letters).map(anonymous) } : null;
}
