import { Prisma } from "@/lib/foundation/db/client";
import type { Scope } from "@/lib/foundation/viewer";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { isProgrammeInScope } from "@/lib/pairing/programmes/scope-sql";

// Whether a row is within a scope. For staff each is just true, so that their statements are as if there were no coordinators.

/** A proposal or a relationship; `column` is its "programmeId". The society's own scheme is none by name. */
export function isInScope(scope: Scope, column: Prisma.Sql): Prisma.Sql {
  if (scope === "all") return Prisma.sql`true`;
  const named = scope.filter((id) => id !== SOCIETY_SCHEME);
  const ways = [
    ...(named.length < scope.length ? [Prisma.sql`${column} IS NULL`] : []),
    ...(named.length === 1 ? [Prisma.sql`${column} = ${named[0]}::uuid`] : []),
    ...(named.length > 1 ? [Prisma.sql`${column} = ANY(${named}::uuid[])`] : []),
  ];
  return ways.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(ways, " OR ")})`;
}

/**
 * The member that a query calls m: joined or applied, or has a proposal in one of the programmes. Everybody with a profile is in the
 * society's own scheme. OFFSET 0 has each looked up: the planner would read all members of the programme, which takes longer the more it has.
 */
export function isMemberInScope(scope: Scope): Prisma.Sql {
  if (scope === "all") return Prisma.sql`true`;
  const named = scope.filter((id) => id !== SOCIETY_SCHEME);
  const ways = [
    ...(named.length < scope.length ? [Prisma.sql`m."isMentor" OR m."isMentee"`] : []),
    ...(named.length > 0
      ? peopleOf(named).map(({ id, rows }) => Prisma.sql`EXISTS (SELECT ${rows} AND ${id} = m."id" OFFSET 0)`)
      : []),
  ];
  return ways.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(ways, " OR ")})`;
}

/** The ways of belonging to programmes: what is selected from, and whose row it is. */
export function peopleOf(ids: readonly string[]): { id: Prisma.Sql; rows: Prisma.Sql }[] {
  const these = Prisma.sql`ANY(${[...ids]}::uuid[])`;
  const ofProposals = Prisma.sql`FROM "proposals" sp WHERE sp."programmeId" = ${these}`;
  return [
    {
      id: Prisma.sql`j."memberId"`,
      rows: Prisma.sql`FROM "programme_members" j WHERE j."programmeId" = ${these} AND j."status" IN ('joined', 'applied')`,
    },
    { id: Prisma.sql`sp."menteeId"`, rows: ofProposals },
    { id: Prisma.sql`sp."mentorId"`, rows: ofProposals },
  ];
}

/** What belongs to the matching run with this id. */
export function isRunInScope(scope: Scope, id: Prisma.Sql): Prisma.Sql {
  if (scope === "all") return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT FROM "matching_runs" sr WHERE sr."id" = ${id} AND ${isProgrammeInScope(scope, Prisma.sql`sr."programmeId"`)})`;
}
