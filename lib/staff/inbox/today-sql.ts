import { addDays } from "@/lib/foundation/dates";
import { Prisma } from "@/lib/foundation/db/client";
import type { Scope, Viewer } from "@/lib/foundation/viewer";
import { isTheirBusiness } from "@/lib/society/audit/hidden-requests";
import type { Settings } from "@/lib/society/settings/settings";
import { isInScope } from "@/lib/staff/coordinating/scope-sql";
import { FEW, type Kind, SWAMPED_FROM, SWEEP_LATE_AFTER_MINUTES } from "./kinds";
import { open, row, stamp } from "./parts-sql";
import { readinessWithStaff } from "./today-readiness-sql";
import { noFirstConversation, quietRelationships, silentPartners } from "./today-relationships-sql";
import { contactsWished } from "./today-surveys-sql";

/**
 * One query for everything that may need attention, or for all of one kind: the first `most` of each kind, each with the count of its
 * kind ("ofKind"). Each part reads an index from its beginning and stops after MOST_ROWS, so it costs the same however large the
 * society is. Names are only fetched for rows that are returned.
 */
export function selectWhatNeedsAttention(
  settings: Settings,
  now: Date,
  only: Kind | null,
  most: number,
  scope: Scope,
  reader: Pick<Viewer, "memberId">,
): Prisma.Sql {
  return Prisma.sql`
    SELECT f.*, (SELECT coalesce(array_agg(coalesce(m."name", '') ORDER BY i."n"), '{}')
      FROM unnest(f."memberIds") WITH ORDINALITY AS i("id", "n") LEFT JOIN "members" m ON m."id" = i."id") AS "names"
    FROM (
      SELECT k.* FROM (
        SELECT *, (count(*) OVER (PARTITION BY "kind"))::integer AS "ofKind",
          row_number() OVER (PARTITION BY "kind" ORDER BY coalesce("until", "since"), "key") AS "place"
        FROM (${Prisma.join(partsFor(settings, now, scope, reader), " UNION ALL ")}) AS found
        WHERE ${only}::text IS NULL OR "kind" = ${only}
      ) k WHERE k."place" <= ${most}
    ) f
    WHERE in_one_process()`;
}

/** Of programmes: what is about their proposals, relationships and conditions. The rest is the society's, or about members as such. */
function partsFor(settings: Settings, now: Date, scope: Scope, reader: Pick<Viewer, "memberId">): Prisma.Sql[] {
  const {
    society: { timeZone },
    today,
  } = settings;
  const ago = (days: number) => Prisma.sql`${addDays(now, -days, timeZone)}::timestamptz`;
  const ofProgrammes = [
    expiring(addDays(now, today.nearExpiryDays, timeZone), now, scope),
    silentPartners(now, scope),
    noFirstConversation(ago(today.firstConversationAfterDays), ago(today.quietAfterDays), now, scope),
    quietRelationships(ago(today.quietAfterDays), settings, now, scope),
    readinessWithStaff(now, scope),
  ];
  if (scope !== "all") return ofProgrammes;
  const ofSociety = [sweepLate(now), findings(now), failedMails(now), waitingAccounts(now), contactsWished(ago(90), now)];
  return [...ofSociety, supportRequests(now, reader), swampedMentors(now), silentMentors(ago(30), now), ...ofProgrammes];
}

/** Requests for help that wait for an answer, without those that are none of the reader's business. */
function supportRequests(now: Date, reader: Pick<Viewer, "memberId">): Prisma.Sql {
  const columns = row("support-request", {
    ...{ occasion: stamp('r."waitingSince"'), subjectId: 'r."id"', since: 'r."waitingSince"', people: 'r."memberId"' },
    what: 'r."subject"',
  });
  return open(
    Prisma.sql`
      SELECT ${columns} FROM "support_requests" r WHERE r."state" = 'open' AND ${isTheirBusiness(reader)}`,
    `c."since", c."subjectId"`,
    now,
  );
}

/** No sweep has finished for too long. Before the first one, we count from when the database was created. */
function sweepLate(now: Date): Prisma.Sql {
  const edge = new Date(now.getTime() - SWEEP_LATE_AFTER_MINUTES * 60_000);
  return open(
    Prisma.sql`
      SELECT ${row("sweep-late", { occasion: stamp('s."at"'), since: 's."at"' })}
      FROM (SELECT coalesce(
        (SELECT "finishedAt" FROM "sweep_runs" WHERE "finishedAt" IS NOT NULL ORDER BY "startedAt" DESC LIMIT 1),
        (SELECT min(finished_at) FROM "_prisma_migrations")) AS "at") s
      WHERE s."at" < ${edge}::timestamptz`,
    `c."since"`,
    now,
  );
}

/** Findings: a few are listed one by one, many of a kind together. */
function findings(now: Date): Prisma.Sql {
  const together = row("finding", {
    occasion: `concat('all:', f."kind", ':', ${stamp('f."newest"')})`,
    since: 'f."oldest"',
    count: 'f."count"',
    what: 'f."kind"',
  });
  const alone = row("finding", { occasion: 'f."key"', subjectId: 'f."subjectId"', since: 'f."foundAt"', what: 'f."kind"' });
  return open(
    Prisma.sql`
      SELECT ${alone}
      FROM (SELECT *, count(*) OVER (PARTITION BY "kind") AS "count" FROM "findings" WHERE "clearedAt" IS NULL) f
      WHERE f."count" <= ${FEW}
      UNION ALL
      SELECT ${together}
      FROM (SELECT "kind", count(*) AS "count", min("foundAt") AS "oldest", max("foundAt") AS "newest"
        FROM "findings" WHERE "clearedAt" IS NULL GROUP BY "kind" HAVING count(*) > ${FEW}) f`,
    `c."since", c."key"`,
    now,
  );
}

/** Failed e-mails: a few are listed one by one, many together. */
function failedMails(now: Date): Prisma.Sql {
  const alone = row("mail-failed", {
    ...{ occasion: 'm."key"', subjectId: 'm."memberId"', since: 'm."createdAt"', people: 'm."memberId"', what: 'm."kind"' },
  });
  const together = row("mails-failed", { occasion: stamp('f."newest"'), since: 'f."oldest"', count: 'f."count"' });
  return open(
    Prisma.sql`
      SELECT ${alone}
      FROM (SELECT "key", "memberId", "createdAt", "kind" FROM "mails" WHERE "status" = 'failed' ORDER BY "createdAt" LIMIT ${FEW}) m
      WHERE NOT EXISTS (SELECT FROM "mails" WHERE "status" = 'failed' OFFSET ${FEW})
      UNION ALL
      SELECT ${together}
      FROM (SELECT count(*) AS "count", min("createdAt") AS "oldest", max("createdAt") AS "newest"
        FROM "mails" WHERE "status" = 'failed') f
      WHERE f."count" > ${FEW}`,
    `c."since", c."key"`,
    now,
  );
}

/** How many candidates are examined where looking at all of them would take too long. */
const LOOKED_AT = 500;

const PARTNERS = '"menteeId", "mentorId"';

/** Open proposals whose deadline is near. If staff add days, it becomes a new item. */
function expiring(edge: Date, now: Date, scope: Scope): Prisma.Sql {
  const columns = row("proposal-expiring", {
    ...{
      occasion: `concat("round", '.', "expireDay")`,
      subjectId: '"id"',
      since: '"sentAt"',
      until: '"expiresAt"',
      people: PARTNERS,
    },
  });
  return open(
    Prisma.sql`
      SELECT ${columns} FROM "proposals"
      WHERE "status" = 'sent' AND "expiresAt" > ${now}::timestamptz AND "expiresAt" <= ${edge}::timestamptz
        AND ${isInScope(scope, Prisma.sql`"programmeId"`)}`,
    `c."until", c."subjectId"`,
    now,
  );
}

function waitingAccounts(now: Date): Prisma.Sql {
  const columns = row("account-waiting", {
    ...{ occasion: stamp('"createdAt"'), subjectId: '"id"', since: '"createdAt"', people: '"id"' },
  });
  return open(Prisma.sql`SELECT ${columns} FROM "members" WHERE "status" = 'waiting'`, `c."since", c."subjectId"`, now);
}

/**
 * Mentors with more open proposals than anybody can handle. We only look among those whose proposals expire soonest, because
 * counting everybody's would take longer the larger the society is. One more proposal makes it a new item.
 */
function swampedMentors(now: Date): Prisma.Sql {
  const columns = row("mentor-swamped", {
    occasion: stamp('s."newest"'),
    subjectId: 's."mentorId"',
    since: 's."oldest"',
    people: 's."mentorId"',
    count: 's."count"',
  });
  return open(
    Prisma.sql`
      SELECT ${columns}
      FROM (SELECT DISTINCT l."mentorId" FROM (
        SELECT "mentorId" FROM "proposals" WHERE "status" = 'sent' AND "expiresAt" > ${now}::timestamptz
        ORDER BY "expiresAt" LIMIT ${LOOKED_AT}) l) candidate
      CROSS JOIN LATERAL (
        SELECT o."mentorId", count(*) AS "count", min(o."sentAt") AS "oldest", max(o."sentAt") AS "newest"
        FROM "proposals" o WHERE o."mentorId" = candidate."mentorId" AND o."status" = 'sent' GROUP BY o."mentorId"
      ) s
      WHERE s."count" >= ${SWAMPED_FROM}`,
    `c."since", c."subjectId"`,
    now,
  );
}

/**
 * Mentors who let their last two proposals expire, the second one recently. Only those are looked at who ever let more than one expire:
 * few, where all that expired in a month may be thousands.
 */
function silentMentors(since: Prisma.Sql, now: Date): Prisma.Sql {
  const columns = row("mentor-silent", {
    occasion: `concat(s."id", '.', s."round")`,
    subjectId: 's."mentorId"',
    since: 's."movedAt"',
    people: 's."mentorId"',
    count: "2",
  });
  return open(
    Prisma.sql`
      SELECT ${columns}
      FROM (
        SELECT p."id", p."round", p."mentorId", p."movedAt" FROM (
          SELECT "memberId" FROM "availability_checks" WHERE "expiredTimes" > 1 AND "expiredAt" > ${since}
          ORDER BY "expiredAt" DESC LIMIT ${LOOKED_AT}
        ) c CROSS JOIN LATERAL (
          SELECT count(*) FILTER (WHERE l."status" = 'expired') AS "expired",
            -- By id: one sweep may let both expire at the same moment.
            (array_agg(l."id" ORDER BY l."movedAt" DESC, l."id" DESC))[1] AS "lastId"
          FROM (SELECT "id", "status", "movedAt" FROM "proposals" o WHERE o."mentorId" = c."memberId" AND o."status" <> 'sent'
            ORDER BY o."movedAt" DESC, o."id" DESC LIMIT 2) l
        ) answers JOIN "proposals" p ON p."id" = answers."lastId"
        -- OFFSET 0: the rest is only asked of those who are found.
        WHERE answers."expired" = 2 AND p."movedAt" > ${since} OFFSET 0
      ) s JOIN "members" m ON m."id" = s."mentorId" AND m."status" = 'active' AND m."isMentor"`,
    `c."since", c."subjectId"`,
    now,
  );
}
