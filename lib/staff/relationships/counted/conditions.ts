import { rangeOf } from "@/lib/foundation/day-range";
import { Prisma } from "@/lib/foundation/db/client";
import { stillOn } from "@/lib/mentoring/meetings/conditions";
import { LENGTHS, type ProposalFilter, type RelationshipFilter } from "../input";

// What a number of a report counts, as conditions on a row that the query calls p. A test compares the two.

/** `column` is an instant within these days. */
export function withinDays(column: Prisma.Sql, from: string | undefined, to: string | undefined, timeZone: string): Prisma.Sql {
  if (!from && !to) return Prisma.sql`true`;
  const range = rangeOf(from, to, timeZone);
  return Prisma.sql`${column} >= ${range.from}::timestamptz AND ${column} < ${range.to}::timestamptz`;
}

export function proposalStateCondition(state: ProposalFilter["state"], now: Date): Prisma.Sql {
  if (state === undefined) return Prisma.sql`true`;
  if (state === "answered") return Prisma.sql`p."status" IN ('accepted', 'rejected')`;
  // The date decides: what is past its deadline does not wait any more, swept or not.
  if (state === "sent") return Prisma.sql`p."status" = 'sent' AND p."expiresAt" > ${now}::timestamptz`;
  return Prisma.sql`p."status" = ${state}`;
}

export function remindedBefore(day: number | undefined): Prisma.Sql {
  return day === undefined ? Prisma.sql`true` : Prisma.sql`p."remindedDay" < ${day}`;
}

/** Ended within these days, after lasting so long. */
export function endedCondition({ endedFrom, endedTo, lasted }: RelationshipFilter, timeZone: string): Prisma.Sql {
  const within = withinDays(Prisma.sql`p."endedAt"`, endedFrom, endedTo, timeZone);
  return lasted === undefined ? within : Prisma.sql`${within} AND ${lengthOf(Prisma.sql`p`)} = ${lasted}`;
}

/** How many of LENGTHS a relationship reached, of a row with its start and its end. */
export function lengthOf(row: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`width_bucket(extract(epoch FROM ${row}."endedAt" - ${row}."startedAt")::double precision / 2629746,
    ${[...LENGTHS]}::double precision[])`;
}

/** Under way at the end of a day. */
export function underWayAt(day: string | undefined, timeZone: string): Prisma.Sql {
  if (!day) return Prisma.sql`true`;
  const { to } = rangeOf(day, day, timeZone);
  return Prisma.sql`p."startedAt" < ${to}::timestamptz AND (p."endedAt" IS NULL OR p."endedAt" >= ${to}::timestamptz)`;
}

/** With a meeting in this state within these days. */
export function metCondition({ met, metFrom, metTo }: RelationshipFilter, timeZone: string): Prisma.Sql {
  if (!met && !metFrom && !metTo) return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT FROM "meetings" m
    WHERE m."relationshipId" = p."id" AND ${meetingCondition(met)} AND ${withinDays(Prisma.sql`m."startsAt"`, metFrom, metTo, timeZone)})`;
}

/** A meeting that was declined and never moved is kept as planned, but is no longer on. */
function meetingCondition(met: RelationshipFilter["met"]): Prisma.Sql {
  if (met === undefined) return Prisma.sql`true`;
  if (met === "planned") return stillOn("m");
  if (met === "declined") return Prisma.sql`m."status" = 'planned' AND NOT ${stillOn("m")}`;
  return Prisma.sql`m."status" = ${met}`;
}
