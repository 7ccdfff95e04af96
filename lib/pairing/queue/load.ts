import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import { isAvoided } from "@/lib/pairing/avoided/avoided-sql";
import type { Proposal } from "@/lib/pairing/proposals/proposal";
import { fromRow, PROPOSAL_COLUMNS, type ProposalRow } from "@/lib/pairing/proposals/row";
import { countInProgramme } from "@/lib/pairing/proposals/standing-sql";
import { rulesIn } from "@/lib/pairing/rules/queries";
import { allowedByRules } from "@/lib/pairing/rules/rules-sql";
import type { Settings } from "@/lib/society/settings/settings";

/** Somebody in the queue, with the proposal that is reopened for them. */
export interface Waiting {
  proposal: Proposal;
  joinedAt: Date;
}

/** How many places of a mentor are free, as long as they can be found, and for which of them somebody is being asked for. */
export async function loadOffer(mentorId: string): Promise<{ placesFree: number; asked: number[] }> {
  const [row] = await db().$queryRaw<{ placesFree: number; asked: number[] }[]>`
    SELECT l."placesFree", ARRAY(
      SELECT q."askedPlace" FROM "queue_places" q WHERE q."mentorId" = l."memberId" AND q."askedPlace" IS NOT NULL) AS "asked"
    FROM "mentor_listings" l WHERE l."memberId" = ${mentorId}::uuid`;
  return row ?? { placesFree: 0, asked: [] };
}

/**
 * The first in the queue who can be asked for now. Left out, and keeping their place, are those who have as many open
 * proposals as they may, those whom a rule of matching keeps apart from the mentor, those whose account is suspended, those who lack something
 * that their role needs, and those in whose programme nothing is sent at present.
 */
export async function loadNext(mentorId: string, count: number, settings: Settings, now: Date): Promise<Waiting[]> {
  const { openPerMentee } = settings.proposals;
  const { mentorsPerMentee } = settings.relationships;
  const rules = await rulesIn("any", settings);
  const [mentee, mentor] = [Prisma.sql`q."menteeId"`, Prisma.sql`q."mentorId"`];
  const rows = await db().$queryRaw<(ProposalRow & Pick<Waiting, "joinedAt">)[]>`
    SELECT ${listColumns(PROPOSAL_COLUMNS, "p")}, q."joinedAt"
    FROM "queue_places" q JOIN "proposals" p ON p."id" = q."proposalId" JOIN "members" m ON m."id" = q."menteeId"
    LEFT JOIN "programmes" programme ON programme."id" = p."programmeId"
    WHERE q."mentorId" = ${mentorId}::uuid AND q."askedPlace" IS NULL
      AND p."status" = 'withdrawn' AND p."withdrawnBecause" IN ('mentor-full', 'mentor-away')
      AND m."status" = 'active' AND m."standing" = 'current' AND m."isMentee"
      AND NOT are_blocked(q."menteeId", q."mentorId")
      AND is_ready(q."menteeId", 'mentee', p."programmeId") AND is_ready(q."mentorId", 'mentor', p."programmeId")
      AND NOT ${isAvoided(mentee, mentor)} AND ${allowedByRules(rules, mentee, mentor, Prisma.sql`p."programmeId"`)}
      AND (p."programmeId" IS NULL OR ${isOpenIn()})
      AND coalesce((programme."own" ->> 'mentorsPerMentee')::integer, ${mentorsPerMentee}) > (
        ${countInProgramme("menteeId", Prisma.sql`q."menteeId"`, Prisma.sql`p."programmeId"`)})
      AND coalesce((programme."own" ->> 'openPerMentee')::integer, ${openPerMentee}) > (SELECT count(*) FROM "proposals" o
        WHERE o."menteeId" = q."menteeId" AND o."status" = 'sent' AND o."expiresAt" > ${now}::timestamptz
          AND o."programmeId" IS NOT DISTINCT FROM p."programmeId")
      AND NOT EXISTS (SELECT FROM "proposals" o WHERE o."menteeId" = q."menteeId" AND o."mentorId" = q."mentorId"
        AND o."status" = 'sent' AND o."expiresAt" > ${now}::timestamptz)
      AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."menteeId" = q."menteeId" AND r."mentorId" = q."mentorId"
        AND r."endedAt" IS NULL)
    ORDER BY q."goesFirst" DESC, q."joinedAt", q."proposalId" LIMIT ${count}`;
  return rows.map(({ joinedAt, ...row }) => ({ proposal: fromRow(row), joinedAt }));
}

/** Both are still in the programme of the proposal, proposals are sent in it, and the mentor has a place left there. */
function isOpenIn(): Prisma.Sql {
  const isIn = (member: string, role: string) => Prisma.sql`EXISTS (SELECT FROM "programme_members" j
    WHERE j."programmeId" = p."programmeId" AND j."memberId" = ${Prisma.raw(`q."${member}"`)} AND j."role" = ${role}
      AND j."status" = 'joined' AND (j."capacity" IS NULL OR j."capacity" > (
        ${countInProgramme("mentorId", Prisma.sql`q."mentorId"`, Prisma.sql`p."programmeId"`)})))`;
  return Prisma.sql`(programme."finding" <> 'staff' AND (programme."status" IN ('matching', 'running')
    OR (programme."status" = 'open' AND programme."time" = 'always')) AND ${isIn("mentorId", "mentor")} AND ${isIn("menteeId", "mentee")})`;
}
