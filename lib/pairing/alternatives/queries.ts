import { addDays } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import type { MentorCard } from "@/lib/pairing/matching/mentor";
import { suggestedCards, toSuggested } from "@/lib/pairing/matching/queries";
import type { Wanted } from "@/lib/pairing/matching/score";
import type { ProposalWords } from "@/lib/pairing/proposals/proposal";
import type { Settings } from "@/lib/society/settings/settings";
import type { Alternatives } from "./alternatives";

/** For so long Home speaks of a proposal that came to nothing. Relationships keeps it for good. */
const SPOKEN_OF_DAYS = 30;

type Row = { proposalId: string; mentorName: string; isRejected: boolean; because: number | null } & (
  | Omit<MentorCard, "reasons">
  | { memberId: null }
);

/**
 * The mentee's newest proposal of the last weeks that was rejected or had no reply, with mentors to ask instead: as long as
 * they have asked nobody since, and may have one more mentor. `wanted` is what their profile asks for. One query, which ranks
 * mentors only where there is such a proposal.
 */
export async function findAlternatives(
  { memberId, isMentee }: Viewer,
  wanted: Wanted | null,
  settings: Settings,
  now: Date,
): Promise<Alternatives | null> {
  if (!isMentee) return null;
  const since = addDays(now, -SPOKEN_OF_DAYS, settings.society.timeZone);
  const ended = Prisma.sql`CASE WHEN p."status" = 'rejected' THEN p."movedAt" ELSE p."expiresAt" END`;
  const rows = await db().$queryRaw<Row[]>`
    SELECT ended."proposalId", m."name" AS "mentorName", ended."isRejected", ended."because", c.*
    FROM (
      SELECT p."id" AS "proposalId", p."mentorId", p."status" = 'rejected' AS "isRejected", p."rejectedBecause" AS "because"
      FROM "proposals" p
      WHERE p."menteeId" = ${memberId}::uuid AND ${ended} > ${since}
        AND (p."status" IN ('rejected', 'expired') OR p."status" = 'sent' AND p."expiresAt" <= ${now})
        AND NOT EXISTS (SELECT FROM "proposals" later WHERE later."menteeId" = ${memberId}::uuid AND later."sentAt" > ${ended})
        AND ${settings.relationships.mentorsPerMentee} > (
          SELECT count(*) FROM "relationships" WHERE "menteeId" = ${memberId}::uuid AND "endedAt" IS NULL)
      ORDER BY ${ended} DESC LIMIT 1
    ) ended
    JOIN "members" m ON m."id" = ended."mentorId"
    LEFT JOIN LATERAL (${suggestedCards(memberId, wanted, [])}) c ON true
    ORDER BY c."rank" DESC, c."memberId"`;
  const [first] = rows;
  if (!first) return null;
  const { proposalId, mentorName, isRejected, because } = first;
  const mentors = rows.flatMap((row) => (row.memberId === null ? [] : [toSuggested(row, wanted, settings)]));
  return { proposalId, mentorName, isRejected, because, mentors };
}

/** What the viewer wrote in a proposal of theirs, to begin another with; null when it is none of theirs. */
export async function findOwnWords({ memberId }: Viewer, proposalId: string): Promise<ProposalWords | null> {
  if (!isId(proposalId)) return null;
  return db().proposalText.findFirst({
    where: { proposalId, proposal: { menteeId: memberId } },
    orderBy: { number: "desc" },
    select: { objectives: true, topics: true, methods: true, meeting: true, contribution: true },
  });
}
