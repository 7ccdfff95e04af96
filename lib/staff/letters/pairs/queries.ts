import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { isInScope } from "@/lib/staff/coordinating/scope-sql";
import { readRelationshipFilter } from "@/lib/staff/relationships/input";
import { fate, hasHad, isTheirs, OUTCOME, sameLately } from "../conditions";
import type { Fate, LetterToPair, MemberLetter, Reader } from "../letter";
import { IS_APART, isAddressed, readersOf } from "./conditions";

/** So many letters are on the page of a relationship, the newest. */
const MOST_LETTERS = 50;
/** Beyond so many relationships nobody needs the exact number, and counting must end. */
export const MOST_PAIRS = 50_000;
/** Among the partners of so many relationships we look for the first whom it reaches. */
const FIRST_PAIRS = 200;

/** The first relationships whose partners it is for, in the order in which they are written to. */
async function found(letter: MemberLetter, most: number, settings: Settings, now: Date): Promise<Prisma.Sql> {
  return Prisma.sql`SELECT p."id", p."menteeId", p."mentorId" FROM "relationships" p
    WHERE ${await isAddressed(letter, settings, now)} ORDER BY p."id" LIMIT ${most}`;
}

/** What would become of the letter if it were sent now, of as many relationships as are counted. */
export async function countPairFates(
  letter: MemberLetter,
  settings: Settings,
  now: Date,
): Promise<{ fate: Fate; count: number }[]> {
  return db().$queryRaw<{ fate: Fate; count: number }[]>`
    WITH found AS MATERIALIZED (${await found(letter, MOST_PAIRS + 1, settings, now)}),
    readers AS MATERIALIZED (${readersOf(letter)}),
    same AS MATERIALIZED (SELECT ${sameLately(now)} AS "ids" FROM "member_letters" l WHERE l."id" = ${letter.id}::uuid)
    SELECT ${fate("letter-to-pairs", hasHad(Prisma.sql`same."ids"`, now, Prisma.sql`w."variant"`), IS_APART)} AS "fate",
      count(*)::integer AS "count"
    FROM readers w CROSS JOIN same LEFT JOIN "members" m ON m."id" = w."memberId" GROUP BY 1`;
}

/** Of how many relationships the partners are written to, counted to a limit: those of its list now, or when it was sent. */
export async function countPairs(viewer: Viewer, letter: MemberLetter, settings: Settings, now: Date): Promise<number> {
  if (scopeOf(viewer, "letters") === null) return 0;
  if (letter.pairsRead !== null) return letter.pairsRead;
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS "count" FROM (${await found(letter, MOST_PAIRS + 1, settings, now)}) few`;
  return row?.count ?? 0;
}

/** The first few whom it would reach, with whom they are, in the order of their relationships. */
export async function findFirstReaders(letter: MemberLetter, most: number, settings: Settings, now: Date): Promise<Reader[]> {
  return db().$queryRaw<Reader[]>`
    WITH found AS MATERIALIZED (${await found(letter, FIRST_PAIRS, settings, now)}), readers AS MATERIALIZED (${readersOf(letter)})
    SELECT m."name", w."role", o."name" AS "partnerName" FROM readers w
    JOIN "members" m ON m."id" = w."memberId" JOIN "members" o ON o."id" = w."partnerId"
    WHERE m."status" NOT IN ('suspended', 'deleted') AND NOT ${IS_APART}
    ORDER BY w."relationshipId", w."role" LIMIT ${most}`;
}

/** Whether it would reach anybody. */
export async function reachesPair(letter: MemberLetter, settings: Settings, now: Date): Promise<boolean> {
  const [row] = await db().$queryRaw<{ isThere: boolean }[]>`
    SELECT EXISTS (SELECT FROM "relationships" p JOIN "members" m ON m."id" IN (p."menteeId", p."mentorId")
      WHERE ${await isAddressed(letter, settings, now)} AND m."status" NOT IN ('suspended', 'deleted')) AS "isThere"`;
  return row?.isThere ?? false;
}

/** Whom a test names as the partner: the mentor of the first relationship. Null when there is none. */
export async function findExample(letter: MemberLetter, settings: Settings, now: Date): Promise<string | null> {
  const [row] = await db().$queryRaw<{ mentorId: string }[]>`${await found(letter, 1, settings, now)}`;
  return row?.mentorId ?? null;
}

/** Names of the programmes by which the lists of these letters are narrowed, by id. */
export async function findProgrammes(letters: readonly Pick<MemberLetter, "list" | "filters">[]): Promise<Map<string, string>> {
  const ids = letters.flatMap((letter) => programmeOf(letter) ?? []);
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; name: string }[]>`
    SELECT "id", "name" FROM "programmes" WHERE "id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The programme by which a list of relationships is narrowed; the society's own scheme is none by name. */
export function programmeOf({ list, filters }: Pick<MemberLetter, "list" | "filters">): string | null {
  const { programme = null } = list === "relationships" ? readRelationshipFilter(filters) : {};
  return programme;
}

/**
 * The letters to many pairs that one or both of these two got for this relationship, newest first. Whoever is one of the two reads them as
 * a member: what became of a letter for the other may be that they have blocked somebody.
 */
export async function listLettersToPair(viewer: Viewer, relationshipId: string): Promise<LetterToPair[]> {
  const scope = scopeOf(viewer, "relationships");
  if (scope === null || !isId(relationshipId)) return [];
  return db().$queryRaw<LetterToPair[]>`
    SELECT l."id", l."subject", a."name" AS "authorName", l."startedAt" AS "at", ${isTheirs(viewer)} AS "isTheirs",
      jsonb_object_agg(r."role", ${OUTCOME}) AS "outcomes"
    FROM "relationships" p JOIN "pair_letter_recipients" r ON r."memberId" IN (p."menteeId", p."mentorId") AND r."relationshipId" = p."id"
    JOIN "member_letters" l ON l."id" = r."letterId" LEFT JOIN "members" a ON a."id" = l."authorId"
    LEFT JOIN "mails" e ON e."key" = concat('letter-to-pairs:', r."letterId", ':', r."memberId", ':', r."relationshipId")
    WHERE p."id" = ${relationshipId}::uuid AND ${isInScope(scope, Prisma.sql`p."programmeId"`)}
      AND ${viewer.memberId}::uuid NOT IN (p."menteeId", p."mentorId")
    GROUP BY l."id", a."name" ORDER BY l."startedAt" DESC, l."id" LIMIT ${MOST_LETTERS}`;
}
