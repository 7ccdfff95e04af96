import { db, Prisma } from "@/lib/foundation/db/client";
import { isFoundBy } from "@/lib/foundation/db/member-search";
import { readId } from "@/lib/foundation/id";
import { identifierForm } from "@/lib/foundation/identifier";
import { isOpenLine } from "./hidden-requests";
import type { AuditLine } from "./line";

/** The asker. Only the fields that this file needs, because lib/people/auth may not be imported from here. */
export interface Asker {
  memberId: string;
  staff: "none" | "staff" | "admin";
  /** Of somebody who is not staff: what they may read. Staff read everything, and anybody else nothing. */
  reach?: Reach;
}

/** A part of the trail. */
export interface Reach {
  /** Conditions on a line `e`, of which it has to meet one; each is quick to look for by itself. */
  lines: readonly Prisma.Sql[];
  /** Whether the member `m` can be looked for. */
  members: Prisma.Sql;
}

const EVERYTHING: Reach = { lines: [Prisma.sql`true`], members: Prisma.sql`true` };

/** Null: nothing. */
export function reachOf({ staff, reach }: Asker): Reach | null {
  return staff === "none" ? (reach ?? null) : EVERYTHING;
}

export interface AuditFilter {
  /** A member, or what else a line can be about. */
  id: string | null;
  /** Whether they did it, or it was done to them or to a relationship of theirs. */
  as: "either" | "actor" | "subject";
  actor: AuditLine["actor"] | null;
  fact: string | null;
  /** Instants: from the first (inclusive) to the second (exclusive). */
  from: Date | null;
  to: Date | null;
}

/** Where a page ends; the next one begins after it. */
export interface Place {
  at: Date;
  id: bigint;
}

export interface Person {
  id: string;
  name: string;
  number: string;
}

const MOST_PEOPLE = 20;

/** If an id was typed, that id; otherwise the members with this number or address, or who are found by these words. */
export async function findPeople(asker: Asker, words: string): Promise<Person[] | { id: string }> {
  const reach = reachOf(asker);
  if (reach === null) return [];
  const id = readId(words);
  if (id) return { id };
  const exact = await db().$queryRaw<Person[]>`
    SELECT m."id", m."name", m."number" FROM "members" m WHERE m."number" = ${identifierForm(words)} AND ${reach.members}
    UNION SELECT m."id", m."name", m."number" FROM "members" m WHERE address_form(m."email") = ${identifierForm(words)} AND ${reach.members}`;
  if (exact.length > 0) return exact;
  return db().$queryRaw<Person[]>`
    SELECT m."id", m."name", m."number" FROM "members" m WHERE ${isFoundBy(words)} AND ${reach.members} ORDER BY m."name", m."number" LIMIT ${MOST_PEOPLE + 1}`;
}

/**
 * The newest lines after `after`, at most `limit`, that the asker may read, without those about requests that are hidden from them. One
 * query, however long the trail is.
 */
export async function listLines(asker: Asker, filter: AuditFilter, after: Place | null, limit: number): Promise<AuditLine[]> {
  const reach = reachOf(asker);
  if (reach === null) return [];
  return db().$queryRaw<AuditLine[]>`
    SELECT a."id", a."at", a."actor", a."actorId", a."fact", a."subject", a."subjectId", a."data", who."name" AS "actorName",
      whom."name" AS "subjectName", mentee."name" AS "menteeName", mentor."name" AS "mentorName"
    FROM (${chosen(asker, reach, filter, after, limit)}) c
    JOIN "audit_events" a ON a."id" = c."id"
    LEFT JOIN "members" who ON who."id" = a."actorId"
    LEFT JOIN "members" whom ON a."subject" = 'member' AND whom."id" = a."subjectId"
    LEFT JOIN "proposals" p ON a."subject" IN ('proposal', 'relationship') AND p."id" = a."subjectId"
    LEFT JOIN "members" mentee ON mentee."id" = p."menteeId"
    LEFT JOIN "members" mentor ON mentor."id" = p."mentorId"
    ORDER BY c."at" DESC, c."id" DESC`;
}

/** Each way in which a person can appear in a line, or what can be read of the whole trail, reads its own index from the newest end. */
function chosen(
  asker: Asker,
  reach: Reach,
  { id, as, ...filter }: AuditFilter,
  after: Place | null,
  limit: number,
): Prisma.Sql {
  const rest = Prisma.sql`${conditions(filter, after)} AND ${isOpenLine(asker)}`;
  const newest = Prisma.sql`ORDER BY e."at" DESC, e."id" DESC LIMIT ${limit}`;
  const all = (which: Prisma.Sql) => Prisma.sql`(SELECT e."at", e."id" FROM "audit_events" e WHERE ${which} ${rest} ${newest})`;
  const together = (ways: Prisma.Sql[]) =>
    Prisma.sql`SELECT DISTINCT "at", "id" FROM (${Prisma.join(ways, " UNION ALL ")}) ways ORDER BY "at" DESC, "id" DESC LIMIT ${limit}`;
  if (id === null) {
    const [only, ...others] = reach.lines;
    return only && others.length === 0 ? all(only) : together(reach.lines.map(all));
  }
  // Of one person there are few lines, so that each is looked at.
  const lines = (which: Prisma.Sql) => all(Prisma.sql`${which} AND ((${Prisma.join([...reach.lines], ") OR (")}))`);
  const ways = [
    ...(as === "subject" ? [] : [lines(Prisma.sql`e."actorId" = ${id}::uuid`)]),
    ...(as === "actor"
      ? []
      : [
          lines(Prisma.sql`e."subjectId" = ${id}::uuid`),
          // A proposal and its relationship share one id.
          Prisma.sql`(
            SELECT shared."at", shared."id" FROM "proposals" p
            CROSS JOIN LATERAL ${lines(Prisma.sql`e."subjectId" = p."id"`)} shared
            WHERE p."menteeId" = ${id}::uuid OR p."mentorId" = ${id}::uuid)`,
        ]),
  ];
  return together(ways);
}

function conditions({ actor, fact, from, to }: Omit<AuditFilter, "id" | "as">, after: Place | null): Prisma.Sql {
  return Prisma.join(
    [
      // As a word of ours in the statement, so that the index of the rare ones is seen to fit.
      actor && Prisma.sql`AND e."actor" = ${Prisma.raw(`'${KINDS[actor]}'`)}`,
      fact && Prisma.sql`AND e."fact" = ${fact}`,
      from && Prisma.sql`AND e."at" >= ${from}::timestamptz`,
      to && Prisma.sql`AND e."at" < ${to}::timestamptz`,
      after && Prisma.sql`AND (e."at", e."id") < (${after.at}::timestamptz, ${after.id}::bigint)`,
    ].map((condition) => condition || Prisma.empty),
    " ",
  );
}

const KINDS = { member: "member", staff: "staff", clock: "clock", system: "system" } as const;
