import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { isMemberInScope } from "@/lib/staff/coordinating/scope-sql";
import { findProgrammesOf } from "@/lib/staff/matching/queries";
import { readFilters } from "@/lib/staff/members/input";
import { fate, hasHad, isAddressed, isTheirs, kindOf, OUTCOME, sameLately } from "./conditions";
import type { Fate, MemberLetter, Outcome, Reader } from "./letter";
import { countPairFates, countPairs, findFirstReaders, findProgrammes, MOST_PAIRS, programmeOf } from "./pairs/queries";

const PAGE_SIZE = 25;
/** Beyond so many members nobody needs the exact number, and counting must end. */
export const MOST_COUNTED = 100_000;
/** So many are shown the letter as they would get it. */
const FIRST = 3;

/**
 * A letter for staff, with who wrote it and whom it is for, when that is one alone. `programme`: the name of the one by which its list is
 * narrowed.
 */
export type LetterEntry = MemberLetter & {
  authorName: string | null;
  toName: string | null;
  programme: string | null;
  changedAt: Date;
};

const ENTRY = Prisma.sql`
  l."id", l."list", l."memberId", l."filters", l."authorId", l."programmeIds", l."subject", l."words", l."status", l."version",
  l."pairsRead", l."changedAt", l."dueAt", l."startedAt", l."endedAt",
  a."name" AS "authorName", o."name" AS "toName"
  FROM "member_letters" l LEFT JOIN "members" a ON a."id" = l."authorId" LEFT JOIN "members" o ON o."id" = l."memberId"`;

/** The letters of staff, the one that was changed last first, a page at a time. */
export async function listLetters(
  viewer: Viewer,
  after: string | undefined,
): Promise<{ letters: LetterEntry[]; next: string | null }> {
  if (scopeOf(viewer, "letters") === null) return { letters: [], next: null };
  const cursor = readCursor(after);
  const rows = await db().$queryRaw<LetterEntry[]>`
    SELECT ${ENTRY} WHERE ${isTheirs(viewer)}
    ${cursor ? Prisma.sql`AND (l."changedAt", l."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY l."changedAt" DESC, l."id" DESC LIMIT ${PAGE_SIZE + 1}`;
  return {
    letters: await withProgrammes(viewer, rows.slice(0, PAGE_SIZE)),
    next: cursorAfter(rows, PAGE_SIZE, ({ changedAt }) => changedAt) ?? null,
  };
}

export async function findLetter(viewer: Viewer, id: string): Promise<LetterEntry | null> {
  if (scopeOf(viewer, "letters") === null || !isId(id)) return null;
  const [row] = await db().$queryRaw<LetterEntry[]>`SELECT ${ENTRY} WHERE l."id" = ${id}::uuid AND ${isTheirs(viewer)}`;
  const [letter] = await withProgrammes(viewer, row ? [row] : []);
  return letter ?? null;
}

/** With the names of the programmes by which their lists are narrowed, or in which the matching was that left over who is on them. */
export async function withProgrammes<Letter extends Pick<MemberLetter, "list" | "filters">>(
  viewer: Viewer,
  letters: readonly Letter[],
): Promise<(Letter & { programme: string | null })[]> {
  const runs = letters.flatMap((letter) => runOf(letter) ?? []);
  const found = await Promise.all([findProgrammes(letters), findProgrammesOf(scopeOf(viewer, "letters"), runs)]);
  const names = new Map(found.flatMap((one) => [...one]));
  return letters.map((letter) => ({ ...letter, programme: names.get(programmeOf(letter) ?? runOf(letter) ?? "") ?? null }));
}

/** The run of matching of which a list of members has those left over. */
function runOf({ list, filters }: Pick<MemberLetter, "list" | "filters">): string | null {
  if (list !== "members") return null;
  const { leftOverMentees, leftOverMentors } = readFilters(Object.fromEntries(new URLSearchParams(filters)));
  return leftOverMentees ?? leftOverMentors;
}

/** Somebody to whom staff want to write alone; null when there is nobody to write to. */
export async function findAddressee(viewer: Viewer, memberId: string): Promise<{ name: string; number: string } | null> {
  const scope = scopeOf(viewer, "letters");
  if (scope === null || !isId(memberId)) return null;
  const [row] = await db().$queryRaw<{ name: string; number: string }[]>`
    SELECT m."name", m."number" FROM "members" m WHERE m."id" = ${memberId}::uuid AND m."erasedAt" IS NULL AND ${isMemberInScope(scope)}`;
  return row ?? null;
}

export interface Reach {
  fates: Partial<Record<Fate, number>>;
  /** Of how many relationships the partners are on the list; null for members. */
  pairs: number | null;
  /** There are more than were counted. */
  isMore: boolean;
}

const NOBODY: Reach = { fates: {}, pairs: null, isMore: false };

/** What would become of a letter if it were sent now: how many of its list it reaches and how, counted to a limit. */
export async function countFates(viewer: Viewer, letter: LetterEntry, settings: Settings, now: Date): Promise<Reach> {
  if (scopeOf(viewer, "letters") === null) return NOBODY;
  if (letter.list === "relationships") {
    const sent = asSentBy(viewer, letter);
    const [rows, pairs] = await Promise.all([countPairFates(sent, settings, now), countPairs(viewer, sent, settings, now)]);
    return { fates: toFates(rows), pairs, isMore: pairs > MOST_PAIRS };
  }
  const rows = await db().$queryRaw<Counted[]>`
    WITH same AS MATERIALIZED (SELECT ${sameLately(now)} AS "ids" FROM "member_letters" l WHERE l."id" = ${letter.id}::uuid)
    SELECT ${fate(kindOf(letter), hasHad(Prisma.sql`same."ids"`, now))} AS "fate", count(*)::integer AS "count"
    FROM (SELECT m.* FROM "members" m WHERE ${isAddressed(letter, settings, now)} LIMIT ${MOST_COUNTED + 1}) m, same GROUP BY 1`;
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  return { fates: toFates(rows), pairs: null, isMore: all > MOST_COUNTED };
}

type Counted = { fate: Fate; count: number };

const toFates = (rows: readonly Counted[]): Reach["fates"] => Object.fromEntries(rows.map(({ fate, count }) => [fate, count]));

/** Whoever sends a draft becomes its author, and is not written to about their own relationships. */
function asSentBy({ memberId }: Viewer, letter: LetterEntry): LetterEntry {
  return letter.status === "draft" ? { ...letter, authorId: memberId } : letter;
}

/** The first few whom it would reach, in the order in which it is sent. */
export async function findFirst(viewer: Viewer, letter: LetterEntry, settings: Settings, now: Date): Promise<Reader[]> {
  if (scopeOf(viewer, "letters") === null) return [];
  if (letter.list === "relationships") return findFirstReaders(asSentBy(viewer, letter), FIRST, settings, now);
  return db().$queryRaw<Reader[]>`
    SELECT m."name", NULL AS "role", NULL AS "partnerName" FROM "members" m
    WHERE ${isAddressed(letter, settings, now)} AND m."status" NOT IN ('suspended', 'deleted') ORDER BY m."id" LIMIT ${FIRST}`;
}

/** Recipients r of both kinds of list, with their letter l and the mail e. Of a member "pairId" is their own id: one row for each. */
const RECIPIENTS = Prisma.sql`(
    SELECT "letterId", "memberId", "memberId" AS "pairId", NULL::uuid AS "aboutId", "state", NULL AS "of" FROM "member_letter_recipients"
    UNION ALL
    SELECT "letterId", "memberId", "relationshipId", "aboutId", "state", concat(':', "relationshipId") FROM "pair_letter_recipients"
  ) r JOIN "member_letters" l ON l."id" = r."letterId"
  LEFT JOIN "mails" e ON e."key" = concat(CASE WHEN l."list" = 'relationships' THEN 'letter-to-pairs:'
    WHEN l."memberId" IS NULL THEN 'letter-to-many:' ELSE 'letter-to-one:' END, r."letterId", ':', r."memberId", r."of")`;

export type Outcomes = Partial<Record<Outcome, number>>;

/** How many of its recipients it has reached, and why not the others. */
export async function countOutcomes(viewer: Viewer, letterId: string): Promise<Outcomes> {
  if (scopeOf(viewer, "letters") === null) return {};
  const rows = await db().$queryRaw<{ outcome: Outcome; count: number }[]>`
    SELECT ${OUTCOME} AS "outcome", count(*)::integer AS "count" FROM ${RECIPIENTS}
    WHERE r."letterId" = ${letterId}::uuid AND ${isTheirs(viewer)} GROUP BY 1`;
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}

export interface Recipient {
  memberId: string;
  /** The relationship for which they are on the list; of a list of members their own id. */
  pairId: string;
  name: string;
  number: string;
  /** Whom the letter names as their partner. */
  partnerName: string | null;
}

/** For whom this has become of it, a page at a time, in the order of their ids. */
export async function listRecipients(viewer: Viewer, letterId: string, of: Outcome, after: string | null) {
  if (scopeOf(viewer, "letters") === null) return { recipients: [], next: null };
  const [memberId, pairId] = readPlace(after);
  const rows = await db().$queryRaw<Recipient[]>`
    SELECT r."memberId", r."pairId", m."name", m."number", o."name" AS "partnerName"
    FROM ${RECIPIENTS} JOIN "members" m ON m."id" = r."memberId" LEFT JOIN "members" o ON o."id" = r."aboutId"
    WHERE r."letterId" = ${letterId}::uuid AND ${isTheirs(viewer)} AND ${OUTCOME} = ${of}
      ${memberId && pairId ? Prisma.sql`AND (r."memberId", r."pairId") > (${memberId}::uuid, ${pairId}::uuid)` : Prisma.empty}
    ORDER BY r."memberId", r."pairId" LIMIT ${PAGE_SIZE + 1}`;
  const recipients = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? recipients.at(-1) : undefined;
  return { recipients, next: last ? `${last.memberId}.${last.pairId}` : null };
}

/** The end of the page before, as `next` names it. */
function readPlace(after: string | null): (string | undefined)[] {
  const ids = after?.split(".") ?? [];
  return ids.length === 2 && ids.every(isId) ? ids : [];
}

/** A letter that the viewer has been told of, as one whose partner it names reads it; null when it is none of their business. */
export async function readLetter({ memberId }: Viewer, id: string, of: string | null = null) {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<(Omit<Reader, "name"> & { subject: string; words: string; at: Date })[]>`
    SELECT l."subject", l."words", r."at", r."role", o."name" AS "partnerName" FROM (
      SELECT "letterId", "memberId", "state", "at", NULL AS "role", NULL::uuid AS "aboutId", NULL::uuid AS "pairId"
      FROM "member_letter_recipients"
      UNION ALL
      SELECT "letterId", "memberId", "state", "at", "role", "aboutId", "relationshipId" FROM "pair_letter_recipients"
    ) r JOIN "member_letters" l ON l."id" = r."letterId" LEFT JOIN "members" o ON o."id" = r."aboutId"
    WHERE r."letterId" = ${id}::uuid AND r."memberId" = ${memberId}::uuid AND r."state" = 'told'
      ${of === null ? Prisma.empty : Prisma.sql`AND r."pairId" = ${of}::uuid`}
    ORDER BY r."at", r."pairId" LIMIT 1`;
  return row ?? null;
}
