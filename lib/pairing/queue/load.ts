import { db } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import type { Proposal } from "@/lib/pairing/proposals/proposal";
import { fromRow, PROPOSAL_COLUMNS, type ProposalRow } from "@/lib/pairing/proposals/row";
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
 * proposals as they may, and those whose account is suspended.
 */
export async function loadNext(
  mentorId: string,
  count: number,
  { proposals: { openPerMentee }, relationships: { mentorsPerMentee } }: Settings,
  now: Date,
): Promise<Waiting[]> {
  const rows = await db().$queryRaw<(ProposalRow & Pick<Waiting, "joinedAt">)[]>`
    SELECT ${listColumns(PROPOSAL_COLUMNS, "p")}, q."joinedAt"
    FROM "queue_places" q JOIN "proposals" p ON p."id" = q."proposalId" JOIN "members" m ON m."id" = q."menteeId"
    WHERE q."mentorId" = ${mentorId}::uuid AND q."askedPlace" IS NULL
      AND p."status" = 'withdrawn' AND p."withdrawnBecause" IN ('mentor-full', 'mentor-away')
      AND m."status" = 'active' AND m."standing" = 'current' AND m."isMentee"
      AND NOT are_blocked(q."menteeId", q."mentorId")
      AND ${mentorsPerMentee} > (SELECT count(*) FROM "relationships" r WHERE r."menteeId" = q."menteeId" AND r."endedAt" IS NULL)
      AND ${openPerMentee} > (SELECT count(*) FROM "proposals" o
        WHERE o."menteeId" = q."menteeId" AND o."status" = 'sent' AND o."expiresAt" > ${now}::timestamptz)
      AND NOT EXISTS (SELECT FROM "proposals" o WHERE o."menteeId" = q."menteeId" AND o."mentorId" = q."mentorId"
        AND o."status" = 'sent' AND o."expiresAt" > ${now}::timestamptz)
      AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."menteeId" = q."menteeId" AND r."mentorId" = q."mentorId"
        AND r."endedAt" IS NULL)
    ORDER BY q."goesFirst" DESC, q."joinedAt", q."proposalId" LIMIT ${count}`;
  return rows.map(({ joinedAt, ...row }) => ({ proposal: fromRow(row), joinedAt }));
}
