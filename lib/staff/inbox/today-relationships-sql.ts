import { Prisma } from "@/lib/foundation/db/client";
import type { Scope } from "@/lib/foundation/viewer";
import { edgeOf } from "@/lib/pairing/relationships/rhythm-sql";
import type { Settings } from "@/lib/society/settings/settings";
import { isInScope } from "@/lib/staff/coordinating/scope-sql";
import { open, row, stamp } from "./parts-sql";

const isTheirs = (scope: Scope) => isInScope(scope, Prisma.sql`b."programmeId"`);

/** Pairs of whom one waits: they told us so, we asked the partner, and neither of us has heard anything. The one who waits comes first. */
export function silentPartners(now: Date, scope: Scope): Prisma.Sql {
  const columns = row("partner-silent", {
    ...{ occasion: stamp('c."handedAt"'), subjectId: 'c."relationshipId"', since: 'c."chasedAt"' },
    people: `CASE WHEN c."waiting" = 'mentee' THEN r."menteeId" ELSE r."mentorId" END,
      CASE WHEN c."waiting" = 'mentee' THEN r."mentorId" ELSE r."menteeId" END`,
  });
  return open(
    Prisma.sql`
      SELECT ${columns} FROM "check_ins" c JOIN "relationships" r ON r."id" = c."relationshipId"
      WHERE c."handedAt" IS NOT NULL AND c."dueAt" IS NOT NULL AND r."endedAt" IS NULL AND r."agreedUntil" > ${now}::timestamptz
        AND ${isInScope(scope, Prisma.sql`r."programmeId"`)}`,
    `c."since", c."subjectId"`,
    now,
  );
}

/** Not those who have agreed on a pause, or come back from one lately, nor those who are on Today already because one of them waits. */
const isLeftInPeace = (edge: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM "check_ins" c
  WHERE c."relationshipId" = b."relationshipId" AND (c."pausedUntil" > ${edge} OR c."handedAt" IS NOT NULL))`;

/** Pairs who started some time ago and have neither talked nor agreed on when. Older ones count as quiet (below). */
export function noFirstConversation(before: Prisma.Sql, after: Prisma.Sql, now: Date, scope: Scope): Prisma.Sql {
  const columns = row("no-first-conversation", {
    ...{ occasion: stamp('b."startedAt"'), subjectId: 'b."relationshipId"', since: 'b."lastAt"', people: PAIR_OF_R },
  });
  return open(
    Prisma.sql`
      SELECT ${columns} FROM "relationship_rhythms" b JOIN "relationships" r ON r."id" = b."relationshipId"
      WHERE b."lastAt" = b."startedAt" AND b."lastAt" <= ${before} AND b."lastAt" > ${after}
        AND NOT ${isLeftInPeace(before)} AND ${isTheirs(scope)}`,
    `c."since", c."subjectId"`,
    now,
  );
}

const PAIR_OF_R = 'r."menteeId", r."mentorId"';

/** Pairs who have not met for a while and have not agreed on when. Once they meet, going quiet again makes a new item. */
export function quietRelationships(
  before: Prisma.Sql,
  settings: Pick<Settings, "society" | "today">,
  now: Date,
  scope: Scope,
): Prisma.Sql {
  const columns = row("relationship-quiet", {
    ...{ occasion: stamp('b."lastAt"'), subjectId: 'b."relationshipId"', since: 'b."lastAt"', people: PAIR_OF_R },
    what: `CASE WHEN b."lastAt" = b."startedAt" THEN 'never' END`,
  });
  return open(
    Prisma.sql`
      SELECT ${columns} FROM "relationship_rhythms" b JOIN "relationships" r ON r."id" = b."relationshipId"
      WHERE b."lastAt" <= ${before} AND r."agreedUntil" > ${now}::timestamptz
        AND NOT ${isLeftInPeace(edgeOf(settings, now))} AND ${isTheirs(scope)}`,
    `c."since", c."subjectId"`,
    now,
  );
}
