import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { addDays } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import { findFew } from "@/lib/foundation/db/few";
import { isId } from "@/lib/foundation/id";
import type { Scope, Viewer } from "@/lib/foundation/viewer";
import type { ContractDates } from "@/lib/mentoring/contracts/contract";
import { contractDates } from "@/lib/mentoring/contracts/queries";
import { stillOn } from "@/lib/mentoring/meetings/conditions";
import type { EndedBecause, Relationship } from "@/lib/pairing/relationships/relationship";
import { isRhythm, type Rhythm } from "@/lib/pairing/relationships/rhythm";
import { mayHaveRhythm, rhythm } from "@/lib/pairing/relationships/rhythm-sql";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { isInScope } from "@/lib/staff/coordinating/scope-sql";
import { ageCondition, findPeople, ofPeople, PAGE_SIZE, PARTIES, type Party, topicCondition } from "./conditions";
import { endedCondition, metCondition, underWayAt, withinDays } from "./counted/conditions";
import type { RelationshipFilter } from "./input";
import { LETTERS, readLetters, type SentLetter } from "./letters/queries";
import type { Activity } from "./wording";

/** A relationship as staff see it in a list. */
export interface RelationshipLine {
  id: string;
  mentee: Party;
  mentor: Party;
  startedAt: Date;
  agreedUntil: Date;
  endedAt: Date | null;
  endedBecause: EndedBecause | null;
  /** How the two are getting on; null once it has ended. */
  rhythm: Rhythm | null;
  topics: number[];
  meetingsHeld: number;
  lastHeldAt: Date | null;
  nextMeetingAt: Date | null;
  /** Whether the one who was invited has accepted that meeting; null if there is none. */
  isNextAccepted: boolean | null;
}

/** A page of the relationships within a scope, newest first, in one query besides those for people and for a topic. */
export async function listRelationships(
  scope: Scope,
  filter: RelationshipFilter,
  settings: Settings,
  now: Date,
  pageSize = PAGE_SIZE,
) {
  const cursor = readCursor(filter.after);
  const isOnPage = cursor
    ? Prisma.sql`(p."startedAt", p."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.sql`true`;
  const rows = await db().$queryRaw<RelationshipLine[]>`
    SELECT l.*, ${PARTIES}, ${MEETINGS(now)}, ${rhythmOf(settings, now)} AS "rhythm",
      (SELECT t."topics" FROM "proposals" a JOIN "proposal_texts" t ON t."proposalId" = a."id" AND t."number" = a."textNumber"
        WHERE a."id" = l."id") AS "topics"
    FROM (
      SELECT p."id", p."menteeId", p."mentorId", p."startedAt", p."agreedUntil", p."endedAt", p."endedBecause"
      FROM "relationships" p
      WHERE ${await isListed(scope, filter, settings, now)} AND ${isOnPage}
      ORDER BY p."startedAt" DESC, p."id" DESC LIMIT ${pageSize + 1}
    ) l
    JOIN "members" mentee ON mentee."id" = l."menteeId" JOIN "members" mentor ON mentor."id" = l."mentorId"
    ORDER BY l."startedAt" DESC, l."id" DESC`;
  return { relationships: rows.slice(0, pageSize), next: cursorAfter(rows, pageSize, ({ startedAt }) => startedAt) };
}

/** Whether a relationship that a query calls p is on the list, whatever its page. People, topics and rare states are looked up first. */
export async function isListed(scope: Scope, filter: RelationshipFilter, settings: Settings, now: Date): Promise<Prisma.Sql> {
  const { timeZone } = settings.society;
  const people = await findPeople(filter.who);
  const conditions = [
    ageCondition(Prisma.sql`p."startedAt"`, filter.age, timeZone, now),
    withinDays(Prisma.sql`p."startedAt"`, filter.from, filter.to, timeZone),
    endedCondition(filter, timeZone),
    underWayAt(filter.at, timeZone),
    metCondition(filter, timeZone),
    await stateCondition(filter.state, settings, now),
    people ? ofPeople(people) : Prisma.sql`true`,
    await topicCondition(filter.topic),
    isInScope(scope, Prisma.sql`p."programmeId"`),
    filter.programme === undefined ? Prisma.sql`true` : isInScope([filter.programme], Prisma.sql`p."programmeId"`),
  ];
  return Prisma.sql`(${Prisma.join(conditions, " AND ")})`;
}

async function stateCondition(state: RelationshipFilter["state"], settings: Settings, now: Date): Promise<Prisma.Sql> {
  if (state === undefined) return Prisma.sql`true`;
  // The date decides: what is past its agreed end is not under way, swept or not.
  const isOpen = Prisma.sql`p."endedAt" IS NULL AND p."agreedUntil" > ${now}::timestamptz`;
  if (state === "open") return isOpen;
  if (isRhythm(state)) return Prisma.sql`${isOpen} AND ${await rhythmCondition(state, settings, now)}`;
  return Prisma.sql`p."endedAt" IS NOT NULL AND p."endedBecause" = ${state}`;
}

/** A rare state is looked up by its index; for a common one we filter while walking the list. */
async function rhythmCondition(wanted: Rhythm, settings: Settings, now: Date): Promise<Prisma.Sql> {
  const few = await findFew(
    Prisma.sql`SELECT b."relationshipId" AS "id" FROM "relationship_rhythms" b WHERE ${mayHaveRhythm(wanted, settings, now)}`,
  );
  const among = few ? Prisma.sql`p."id" = ANY(${few}::uuid[])` : Prisma.sql`true`;
  return Prisma.sql`${among} AND EXISTS (
    SELECT FROM "relationship_rhythms" b WHERE b."relationshipId" = p."id" AND ${rhythm(settings, now)} = ${wanted})`;
}

/** How the two of the relationship l are getting on, while it is under way. */
function rhythmOf(settings: Settings, now: Date): Prisma.Sql {
  return Prisma.sql`(SELECT ${rhythm(settings, now)} FROM "relationship_rhythms" b
    WHERE b."relationshipId" = l."id" AND l."agreedUntil" > ${now}::timestamptz)`;
}

/** Counts and dates of the meetings of a relationship that the query calls l. */
const MEETINGS = (now: Date) => Prisma.sql`
  (SELECT count(*)::integer FROM "meetings" m WHERE m."relationshipId" = l."id" AND m."status" = 'held') AS "meetingsHeld",
  (SELECT max(m."startsAt") FROM "meetings" m WHERE m."relationshipId" = l."id" AND m."status" = 'held') AS "lastHeldAt",
  (SELECT min(m."startsAt") FROM "meetings" m WHERE m."relationshipId" = l."id" AND ${stillOn("m")}
    AND m."startsAt" > ${now}::timestamptz) AS "nextMeetingAt",
  (SELECT m."answer" = 'accepted' FROM "meetings" m WHERE m."relationshipId" = l."id" AND ${stillOn("m")}
    AND m."startsAt" > ${now}::timestamptz ORDER BY m."startsAt" LIMIT 1) AS "isNextAccepted"`;

/** A relationship with all that its page shows to staff. */
export interface RelationshipRecord extends RelationshipLine {
  relationship: Relationship;
  /** To which it belongs; null: the society's own scheme. */
  programme: string | null;
  /** Noted by one of the two, or else their first meeting that was held. */
  firstConversationAt: Date | null;
  /** When the two last wrote to each other in this relationship, no closer than this. */
  lastMessage: Activity;
  contracts: ContractDates[];
  letters: SentLetter[];
  /** The viewer is one of the two, and does nothing to it as staff. */
  isOwn: boolean;
}

type Row = Omit<RelationshipRecord, "relationship" | "contracts" | "letters" | "isOwn"> &
  Omit<Relationship, "id"> & { firstHeldAt: Date | null; letters: Parameters<typeof readLetters>[0] };

/**
 * The relationship with this id, for staff: dates, states and counts, in two queries. Who is one of the two reads here no more
 * than their partner wanted them to: not what was said of the end to staff alone.
 */
export async function findRelationshipRecord(
  viewer: Viewer,
  id: string,
  settings: Settings,
  now: Date,
): Promise<RelationshipRecord | null> {
  const scope = scopeOf(viewer, "relationships");
  if (scope === null || !isId(id)) return null;
  const { memberId } = viewer;
  const { timeZone } = settings.society;
  const [week, month] = [addDays(now, -7, timeZone), addDays(now, -30, timeZone)];
  const isOwn = Prisma.sql`${memberId}::uuid IN (l."menteeId", l."mentorId")`;
  const [[row], contracts] = await Promise.all([
    db().$queryRaw<Row[]>`
      SELECT l."id", l."menteeId", l."mentorId", l."startedAt", l."agreedUntil", l."endedAt", l."endedBecause", l."isReasonShared",
        CASE WHEN NOT ${isOwn} OR l."isReasonShared" THEN l."endReason" END AS "endReason",
        l."firstConversationAt", l."extensionMonths", l."extensionAskedBy", l."asked", l."dueAt", l."version",
        (SELECT g."name" FROM "programmes" g WHERE g."id" = p."programmeId") AS "programme",
        t."topics", ${MEETINGS(now)}, ${rhythmOf(settings, now)} AS "rhythm", ${LETTERS} AS "letters", ${PARTIES},
        (SELECT min(m."startsAt") FROM "meetings" m WHERE m."relationshipId" = l."id" AND m."status" = 'held') AS "firstHeldAt",
        coalesce((SELECT CASE WHEN e."sentAt" > ${week} THEN 'week' WHEN e."sentAt" > ${month} THEN 'month' ELSE 'longer' END
          FROM "messages" e WHERE e."conversationId" = conversation_of(l."id") AND e."sentAt" >= l."startedAt"
            AND e."sentAt" <= coalesce(l."endedAt", ${now}::timestamptz) ORDER BY e."number" DESC LIMIT 1), 'never') AS "lastMessage"
      FROM "relationships" l JOIN "proposals" p ON p."id" = l."id"
      JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
      JOIN "members" mentee ON mentee."id" = l."menteeId" JOIN "members" mentor ON mentor."id" = l."mentorId"
      WHERE l."id" = ${id}::uuid AND ${isInScope(scope, Prisma.sql`p."programmeId"`)}`,
    contractDates([id]),
  ]);
  if (!row) return null;
  const {
    letters,
    firstHeldAt,
    meetingsHeld,
    lastHeldAt,
    nextMeetingAt,
    isNextAccepted,
    rhythm: beat,
    lastMessage,
    topics,
    programme,
    mentee,
    mentor,
    ...relationship
  } = row;
  const { startedAt, agreedUntil, endedAt, endedBecause, firstConversationAt, menteeId, mentorId } = relationship;
  return {
    ...{ id, mentee, mentor, startedAt, agreedUntil, endedAt, endedBecause },
    ...{ rhythm: beat, topics, meetingsHeld, lastHeldAt, nextMeetingAt, isNextAccepted, lastMessage, relationship, programme },
    firstConversationAt: firstConversationAt ?? firstHeldAt,
    contracts: contracts.get(id) ?? [],
    letters: readLetters(letters),
    isOwn: memberId === menteeId || memberId === mentorId,
  };
}
