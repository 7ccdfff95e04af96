import { Prisma } from "@/lib/foundation/db/client";
import type { Scope } from "@/lib/foundation/viewer";
import { isInScope } from "@/lib/staff/coordinating/scope-sql";
import type { Month } from "./range";

/** Of proposals, or of relationships: those of the programmes. */
export function isIn(scope: Scope): Prisma.Sql {
  return isInScope(scope, Prisma.sql`"programmeId"`);
}

/** Of meetings, which the query calls m: those of the relationships in the programmes. */
export function isHeldIn(scope: Scope): Prisma.Sql {
  if (scope === "all") return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT FROM "relationships" r
    WHERE r."id" = m."relationshipId" AND ${isInScope(scope, Prisma.sql`r."programmeId"`)})`;
}

type Counted = "createdAt" | "sentAt" | "startedAt" | "endedAt" | "startsAt";

/** The number of the month that contains an instant, from 1; 0 if it is before all of them. */
export function monthOf(column: Counted, months: readonly Month[]): Prisma.Sql {
  const limits = [...months.map(({ startsAt }) => startsAt.toISOString()), endOf(months).toISOString()];
  return Prisma.sql`width_bucket(${Prisma.raw(`"${column}"`)}, ${limits}::timestamptz[])`;
}

export function within(column: Counted, months: readonly Month[]): Prisma.Sql {
  const name = Prisma.raw(`"${column}"`);
  return Prisma.sql`${name} >= ${startOf(months)}::timestamptz AND ${name} < ${endOf(months)}::timestamptz`;
}

export function startOf(months: readonly Month[]): Date {
  return (months[0] as Month).startsAt;
}

export function endOf(months: readonly Month[]): Date {
  return (months.at(-1) as Month).endsAt;
}
