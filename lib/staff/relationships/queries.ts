import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { Proposal, Status, WithdrawnBecause } from "@/lib/pairing/proposals/proposal";
import type { Settings } from "@/lib/society/settings/settings";
import { ageCondition, cursorAfter, nameQuery, PAGE_SIZE, RARE_UP_TO, readCursor, SEEN } from "./conditions";
import type { ProposalFilter } from "./input";
import type { Letter } from "./prepared";

/** The most people that a part of a name may match. */
const MOST_PEOPLE = 50;

/** One of a pair, as staff see them. */
export interface Party {
  memberId: string;
  name: string;
  number: string;
}

/** A proposal as staff see it: dates, states, topics and counts, never its words. */
export interface ProposalLine {
  id: string;
  mentee: Party;
  mentor: Party;
  status: Status;
  withdrawnBecause: WithdrawnBecause | null;
  sentAt: Date;
  expiresAt: Date;
  movedAt: Date;
  topics: number[];
  remindersSent: number;
}

/** People by membership number or by the beginnings of their names; null if no person was asked for. */
export async function findPeople(who: string | undefined): Promise<string[] | null> {
  if (who === undefined) return null;
  const words = nameQuery(who);
  if (words === null) return [];
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "members" WHERE "number" = ${who}
    UNION
    (SELECT "id" FROM "members" WHERE to_tsvector('simple', "name") @@ to_tsquery('simple', ${words}) LIMIT ${MOST_PEOPLE})`;
  return rows.map(({ id }) => id);
}

/**
 * How a list of what p names is narrowed to a topic. For a rare topic we look up the ids first: walking a list of a million
 * rows to find a few would be slow.
 */
export async function topicCondition(topic: number | undefined): Promise<Prisma.Sql> {
  if (topic === undefined) return Prisma.sql`true`;
  const rows = await db().$queryRaw<{ proposalId: string }[]>`
    SELECT "proposalId" FROM "proposal_texts" WHERE "topics" @> ${[topic]}::integer[] LIMIT ${RARE_UP_TO + 1}`;
  const isRare = rows.length <= RARE_UP_TO;
  const among = isRare ? Prisma.sql`p."id" = ANY(${rows.map(({ proposalId }) => proposalId)}::uuid[])` : Prisma.sql`true`;
  // An earlier text of the same proposal may have had it.
  return Prisma.sql`(${among} AND EXISTS (
    SELECT FROM "proposals" a JOIN "proposal_texts" t ON t."proposalId" = a."id" AND t."number" = a."textNumber"
    WHERE a."id" = p."id" AND t."topics" @> ${[topic]}::integer[]))`;
}

/** A page of all proposals, newest first, in one query besides those for people and for a topic. */
export async function listProposals(filter: ProposalFilter, settings: Settings, now: Date) {
  const people = await findPeople(filter.who);
  const cursor = readCursor(filter.after);
  const conditions = [
    ageCondition(Prisma.sql`p."sentAt"`, filter.age, settings.society.timeZone, now),
    filter.state ? Prisma.sql`p."status" = ${filter.state}` : Prisma.sql`true`,
    // The date decides: a proposal past its deadline is no longer waiting, even before the sweep.
    filter.state === "sent" ? Prisma.sql`p."expiresAt" > ${now}::timestamptz` : Prisma.sql`true`,
    people ? ofPeople(people) : Prisma.sql`true`,
    cursor ? Prisma.sql`(p."sentAt", p."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.sql`true`,
    await topicCondition(filter.topic),
  ];
  const rows = await db().$queryRaw<ProposalLine[]>`
    SELECT l."id", l."status", l."withdrawnBecause", l."sentAt", l."expiresAt", l."movedAt", l."topics", l."remindersSent", ${PARTIES}
    FROM (
      SELECT p."id", p."menteeId", p."mentorId", p."status", p."withdrawnBecause", p."sentAt", p."expiresAt", p."movedAt",
        t."topics", (SELECT count(*)::integer FROM unnest(p."remindDays") AS day WHERE day <= p."remindedDay") AS "remindersSent"
      FROM "proposals" p JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
      WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY p."sentAt" DESC, p."id" DESC LIMIT ${PAGE_SIZE + 1}
    ) l
    JOIN "members" mentee ON mentee."id" = l."menteeId" JOIN "members" mentor ON mentor."id" = l."mentorId"
    ORDER BY l."sentAt" DESC, l."id" DESC`;
  return { proposals: rows.slice(0, PAGE_SIZE), next: cursorAfter(rows, ({ sentAt }) => sentAt) };
}

/** Both of a pair, from the members that a query calls mentee and mentor. */
export const PARTIES = Prisma.sql`
  json_build_object('memberId', mentee."id", 'name', mentee."name", 'number', mentee."number") AS "mentee",
  json_build_object('memberId', mentor."id", 'name', mentor."name", 'number', mentor."number") AS "mentor"`;

/** One of the pair is among these. */
export function ofPeople(people: readonly string[]): Prisma.Sql {
  return Prisma.sql`(p."menteeId" = ANY(${[...people]}::uuid[]) OR p."mentorId" = ANY(${[...people]}::uuid[]))`;
}

/** Everything that the page of a proposal shows to staff. */
export interface ProposalRecord {
  proposal: Proposal;
  mentee: Party;
  mentor: Party;
  topics: number[];
  isRelationship: boolean;
  letters: SentLetter[];
}

/** A letter, and who wrote it. */
export type SentLetter = Letter & { authorName: string | null };

type ProposalRow = Omit<Proposal, "reminders" | "rejectionReason"> &
  Omit<ProposalRecord, "proposal" | "letters"> & { remindDays: number[]; remindAt: Date[]; letters: KeptLetter[] | null };
type KeptLetter = Omit<SentLetter, "at"> & { at: string };

/** The proposal with this id, for staff, without the mentor's reason for rejecting it. */
export async function findProposalRecord(id: string): Promise<ProposalRecord | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<ProposalRow[]>`
    SELECT p."id", p."menteeId", p."mentorId", p."status", p."withdrawnBecause", p."withdrawnWords", p."round", p."slot", p."sentAt",
      p."remindDays", p."remindAt", p."expireDay", p."expiresAt", p."extraDays", p."remindedDay", p."dueAt", p."textNumber",
      p."movedAt", p."version", t."topics", r."id" IS NOT NULL AS "isRelationship", ${LETTERS} AS "letters", ${PARTIES}
    FROM "proposals" p
    JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
    LEFT JOIN "relationships" r ON r."id" = p."id"
    JOIN "members" mentee ON mentee."id" = p."menteeId" JOIN "members" mentor ON mentor."id" = p."mentorId"
    WHERE p."id" = ${id}::uuid`;
  if (!row) return null;
  const { mentee, mentor, topics, isRelationship, letters, remindDays, remindAt, ...proposal } = row;
  const reminders = remindAt.map((at, i) => ({ day: remindDays[i] ?? 0, at }));
  return {
    proposal: { ...proposal, rejectionReason: null, reminders },
    mentee,
    mentor,
    topics,
    isRelationship,
    letters: readLetters(letters),
  };
}

/** The letters to a pair, newest first, in a query that calls the proposal p. */
export const LETTERS = Prisma.sql`
  (SELECT json_agg(json_build_object('id', l."id", 'at', l."at", 'behalfOf', l."behalfOf", 'subject', l."subject",
      'words', l."words", 'authorName', a."name") ORDER BY l."at" DESC, l."id")
    FROM "staff_letters" l LEFT JOIN "members" a ON a."id" = l."authorId" WHERE l."proposalId" = p."id")`;

export function readLetters(letters: KeptLetter[] | null): SentLetter[] {
  return (letters ?? []).map((letter) => ({ ...letter, at: new Date(letter.at) }));
}

/** Everything that a form for a letter needs to know of the pair. */
export async function findAddressees(id: string) {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<{ seen: string; mentee: Party; mentor: Party; isRelationship: boolean }[]>`
    SELECT ${SEEN} AS "seen", r."id" IS NOT NULL AS "isRelationship", ${PARTIES}
    FROM "proposals" p LEFT JOIN "relationships" r ON r."id" = p."id"
    JOIN "members" mentee ON mentee."id" = p."menteeId" JOIN "members" mentor ON mentor."id" = p."mentorId"
    WHERE p."id" = ${id}::uuid`;
  return row ?? null;
}

/** The society's letters to the viewer and their partner, newest first; null if the viewer is not one of the two. */
export async function listLetters({ memberId }: Viewer, id: string) {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<
    { viewerIs: Role; partnerName: string; isRelationship: boolean; letters: KeptLetter[] | null }[]
  >`
    SELECT CASE WHEN p."menteeId" = ${memberId}::uuid THEN 'mentee' ELSE 'mentor' END AS "viewerIs",
      partner."name" AS "partnerName", r."id" IS NOT NULL AS "isRelationship", ${LETTERS} AS "letters"
    FROM "proposals" p LEFT JOIN "relationships" r ON r."id" = p."id"
    JOIN "members" partner
      ON partner."id" = CASE WHEN p."menteeId" = ${memberId}::uuid THEN p."mentorId" ELSE p."menteeId" END
    WHERE p."id" = ${id}::uuid AND ${memberId}::uuid IN (p."menteeId", p."mentorId")`;
  // Members do not see which member of staff wrote it.
  const anonymous = ({ authorName, ...letter }: SentLetter): Letter => letter;
  return row ? { ...row, letters: readLetters(row.letters).map(anonymous) } : null;
}
