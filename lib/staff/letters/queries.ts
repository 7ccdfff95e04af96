import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { fate, hasHad, isAddressed, kindOf, sameLately } from "./conditions";
import type { Fate, MemberLetter, Outcome } from "./letter";

const PAGE_SIZE = 25;
/** Beyond so many members nobody needs the exact number, and counting must end. */
export const MOST_COUNTED = 100_000;
/** So many are shown the letter as they would get it. */
const FIRST = 3;

/** A letter for staff, with who wrote it and whom it is for, when that is one alone. */
export type LetterEntry = MemberLetter & { authorName: string | null; toName: string | null; changedAt: Date };

const ENTRY = Prisma.sql`
  l."id", l."memberId", l."filters", l."subject", l."words", l."status", l."version", l."changedAt", l."dueAt", l."startedAt", l."endedAt",
  a."name" AS "authorName", o."name" AS "toName"
  FROM "member_letters" l LEFT JOIN "members" a ON a."id" = l."authorId" LEFT JOIN "members" o ON o."id" = l."memberId"`;

/** The letters of staff, the one that was changed last first, a page at a time. */
export async function listLetters(
  viewer: Viewer,
  after: string | undefined,
): Promise<{ letters: LetterEntry[]; next: string | null }> {
  if (viewer.staff === "none") return { letters: [], next: null };
  const cursor = readCursor(after);
  const rows = await db().$queryRaw<LetterEntry[]>`
    SELECT ${ENTRY}
    ${cursor ? Prisma.sql`WHERE (l."changedAt", l."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY l."changedAt" DESC, l."id" DESC LIMIT ${PAGE_SIZE + 1}`;
  return {
    letters: rows.slice(0, PAGE_SIZE),
    next: cursorAfter(rows, PAGE_SIZE, ({ changedAt }) => changedAt) ?? null,
  };
}

export async function findLetter(viewer: Viewer, id: string): Promise<LetterEntry | null> {
  if (viewer.staff === "none" || !isId(id)) return null;
  const [row] = await db().$queryRaw<LetterEntry[]>`SELECT ${ENTRY} WHERE l."id" = ${id}::uuid`;
  return row ?? null;
}

/** Somebody to whom staff want to write alone; null when there is nobody to write to. */
export async function findAddressee(viewer: Viewer, memberId: string): Promise<{ name: string; number: string } | null> {
  if (viewer.staff === "none" || !isId(memberId)) return null;
  const where = { id: memberId, erasedAt: null };
  return db().member.findFirst({ where, select: { name: true, number: true } });
}

export type Fates = Partial<Record<Fate, number>>;

/** What would become of a letter if it were sent now: how many of its list it reaches and how, counted to a limit. */
export async function countFates(viewer: Viewer, letter: LetterEntry, settings: Settings, now: Date): Promise<Fates> {
  if (viewer.staff === "none") return {};
  const rows = await db().$queryRaw<{ fate: Fate; count: number }[]>`
    WITH same AS MATERIALIZED (SELECT ${sameLately(now)} AS "ids" FROM "member_letters" l WHERE l."id" = ${letter.id}::uuid)
    SELECT ${fate(kindOf(letter), hasHad(Prisma.sql`same."ids"`, now))} AS "fate", count(*)::integer AS "count"
    FROM (SELECT m.* FROM "members" m WHERE ${isAddressed(letter, settings, now)} LIMIT ${MOST_COUNTED + 1}) m, same GROUP BY 1`;
  return Object.fromEntries(rows.map(({ fate, count }) => [fate, count]));
}

/** Names of the first few whom it would reach, in the order in which it is sent. */
export async function findFirst(viewer: Viewer, letter: LetterEntry, settings: Settings, now: Date): Promise<string[]> {
  if (viewer.staff === "none") return [];
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT m."name" FROM "members" m
    WHERE ${isAddressed(letter, settings, now)} AND m."status" NOT IN ('suspended', 'deleted') ORDER BY m."id" LIMIT ${FIRST}`;
  return rows.map(({ name }) => name);
}

/** What has become of it for a recipient r, whose mail is called e: an Outcome. */
const OUTCOME = Prisma.sql`CASE WHEN r."state" = 'waiting' AND l."status" = 'stopped' THEN 'stopped' WHEN r."state" <> 'told' THEN r."state"
  WHEN e."status" IS NULL THEN 'product-only' WHEN e."status" IN ('held', 'digested') THEN 'digest'
  WHEN e."status" = 'waiting' THEN 'on-its-way' ELSE e."status" END`;

const RECIPIENTS = Prisma.sql`"member_letter_recipients" r JOIN "member_letters" l ON l."id" = r."letterId"
  LEFT JOIN "mails" e ON e."key" = concat(
    CASE WHEN l."memberId" IS NULL THEN 'letter-to-many:' ELSE 'letter-to-one:' END, r."letterId", ':', r."memberId")`;

export type Outcomes = Partial<Record<Outcome, number>>;

/** How many of its recipients it has reached, and why not the others. */
export async function countOutcomes(viewer: Viewer, letterId: string): Promise<Outcomes> {
  if (viewer.staff === "none") return {};
  const rows = await db().$queryRaw<{ outcome: Outcome; count: number }[]>`
    SELECT ${OUTCOME} AS "outcome", count(*)::integer AS "count" FROM ${RECIPIENTS} WHERE r."letterId" = ${letterId}::uuid GROUP BY 1`;
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}

export interface Recipient {
  memberId: string;
  name: string;
  number: string;
}

/** For whom this has become of it, a page at a time, in the order in which it was sent. */
export async function listRecipients(viewer: Viewer, letterId: string, of: Outcome, after: string | null) {
  if (viewer.staff === "none") return { recipients: [], next: null };
  const rows = await db().$queryRaw<Recipient[]>`
    SELECT r."memberId", m."name", m."number" FROM ${RECIPIENTS} JOIN "members" m ON m."id" = r."memberId"
    WHERE r."letterId" = ${letterId}::uuid AND ${OUTCOME} = ${of}
      ${after ? Prisma.sql`AND r."memberId" > ${after}::uuid` : Prisma.empty}
    ORDER BY r."memberId" LIMIT ${PAGE_SIZE + 1}`;
  const recipients = rows.slice(0, PAGE_SIZE);
  return { recipients, next: rows.length > PAGE_SIZE ? (recipients.at(-1)?.memberId ?? null) : null };
}

/** A letter that the viewer has been told of; null when it is none of their business. */
export async function readLetter({ memberId }: Viewer, id: string) {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<{ subject: string; words: string; at: Date }[]>`
    SELECT l."subject", l."words", r."at" FROM "member_letter_recipients" r JOIN "member_letters" l ON l."id" = r."letterId"
    WHERE r."letterId" = ${id}::uuid AND r."memberId" = ${memberId}::uuid AND r."state" = 'told'`;
  return row ?? null;
}
