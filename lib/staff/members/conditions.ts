import { addDays } from "@/lib/foundation/dates";
import { rangeOf } from "@/lib/foundation/day-range";
import { Prisma } from "@/lib/foundation/db/client";
import { AGES, type Filters, type Gap } from "./input";

/** What a number of a report counts, as conditions on a member that the query calls m. A test compares the two. */
export function reportConditions(
  { gap, age, offers, couldOffer, joinedFrom, joinedTo }: Filters,
  timeZone: string,
  now: Date,
): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (gap) conditions.push(Prisma.sql`m."status" = 'active' AND m."standing" = 'current' AND ${WHO[gap]}`);
  if (joinedFrom || joinedTo) {
    const { from, to } = rangeOf(joinedFrom ?? undefined, joinedTo ?? undefined, timeZone);
    conditions.push(Prisma.sql`m."createdAt" >= ${from}::timestamptz AND m."createdAt" < ${to}::timestamptz`);
  }
  if (offers !== null) {
    conditions.push(
      Prisma.sql`EXISTS (SELECT FROM "mentor_listings" l WHERE l."memberId" = m."id" AND (l."topics" >> ${offers}::integer) & 1 = 1)`,
    );
  }
  if (couldOffer !== null) conditions.push(couldOfferTopic(couldOffer, now));
  if (age !== null) conditions.push(...ageConditions(age, timeZone, now));
  return conditions;
}

/**
 * Who has a free place and does not name the topic, or names it and has no place left. Whoever is away is not asked for more, and neither
 * is whoever is full and would have to add the topic as well.
 */
function couldOfferTopic(topic: number, now: Date): Prisma.Sql {
  return Prisma.sql`m."status" = 'active' AND m."standing" = 'current' AND m."isMentor" AND EXISTS (SELECT FROM "mentor_profiles" f
    WHERE f."memberId" = m."id" AND (f."isAvailable" OR f."availableAgainAt" <= ${now}::timestamptz)
      AND (${topic}::integer = ANY(f."topics")) <> EXISTS (SELECT FROM "mentor_listings" l WHERE l."memberId" = m."id"))`;
}

/** Those who joined after so many of AGES, and not after the next. */
function ageConditions(age: number, timeZone: string, now: Date): Prisma.Sql[] {
  const ago = (days: number | undefined) => days && addDays(now, -days, timeZone);
  const [after, before] = [ago(AGES[age - 1]), ago(AGES[age])];
  return [
    ...(after ? [Prisma.sql`m."createdAt" >= ${after}::timestamptz`] : []),
    ...(before ? [Prisma.sql`m."createdAt" < ${before}::timestamptz`] : []),
  ];
}

const PROPOSALS = Prisma.sql`SELECT FROM "proposals" p WHERE p."mentorId" = m."id"`;

const WHO: Record<Gap, Prisma.Sql> = {
  "mentor-alone": Prisma.sql`m."isMentor"
    AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."mentorId" = m."id" AND r."endedAt" IS NULL)`,
  "mentor-never": Prisma.sql`m."isMentor" AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."mentorId" = m."id")`,
  "mentor-unasked": Prisma.sql`m."isMentor" AND NOT EXISTS (${PROPOSALS})`,
  "mentor-silent": Prisma.sql`m."isMentor" AND EXISTS (${PROPOSALS} AND p."status" = 'expired')
    AND NOT EXISTS (${PROPOSALS} AND p."status" IN ('accepted', 'rejected'))`,
  "mentee-alone": Prisma.sql`m."isMentee"
    AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."menteeId" = m."id" AND r."endedAt" IS NULL)`,
  "mentee-never": Prisma.sql`m."isMentee" AND NOT EXISTS (SELECT FROM "proposals" p WHERE p."menteeId" = m."id")`,
};
