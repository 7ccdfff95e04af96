import { db } from "@/lib/foundation/db/client";
import type { Finding } from "@/lib/foundation/deadlines/finding";
import { nextDue } from "./deadlines";
import { fromRow, PROPOSAL_COLUMNS } from "./row";

const BATCH_SIZE = 5000;

/** States of proposals and relationships that should be impossible. Every open row's due instant is computed again. */
export async function* checkProposals(): AsyncGenerator<Finding> {
  yield* checkDueInstants();
  const rows = await db().$queryRaw<{ kind: string; id: string; detail: string }[]>`
    SELECT 'accepted-without-relationship' AS "kind", p."id", 'An accepted proposal has no relationship.' AS "detail"
    FROM "proposals" p LEFT JOIN "relationships" r ON r."id" = p."id" WHERE p."status" = 'accepted' AND r."id" IS NULL
    UNION ALL
    SELECT 'relationship-without-acceptance', r."id", 'A relationship has no accepted proposal.'
    FROM "relationships" r LEFT JOIN "proposals" p ON p."id" = r."id" WHERE p."status" IS DISTINCT FROM 'accepted'
    UNION ALL
    SELECT 'relationship-elsewhere', r."id", 'A relationship counts for another programme than its proposal.'
    FROM "relationships" r JOIN "proposals" p ON p."id" = r."id" LEFT JOIN "relationship_rhythms" b ON b."relationshipId" = r."id"
    WHERE r."programmeId" IS DISTINCT FROM p."programmeId"
      OR b."relationshipId" IS NOT NULL AND b."programmeId" IS DISTINCT FROM p."programmeId"
    UNION ALL
    SELECT 'proposal-without-text', p."id", 'The text that counts is missing.'
    FROM "proposals" p LEFT JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
    WHERE t."number" IS NULL
    UNION ALL
    SELECT 'open-with-nobody', p."id", 'An open proposal has a partner whose account is gone.'
    FROM "proposals" p JOIN "members" m ON m."id" IN (p."menteeId", p."mentorId")
    WHERE p."status" = 'sent' AND m."status" <> 'active'
    UNION ALL
    SELECT 'listing-wrong', l."memberId", 'A mentor is listed with places that are not free.'
    FROM "mentor_listings" l JOIN "mentor_profiles" f USING ("memberId") JOIN "members" m ON m."id" = l."memberId"
    WHERE m."status" <> 'active' OR NOT f."isAvailable" OR l."placesFree" <> f."capacity" - (
      SELECT count(*) FROM "relationships" r WHERE r."mentorId" = l."memberId" AND r."endedAt" IS NULL)
    LIMIT 1000`;
  for (const { kind, id, detail } of rows) yield { kind, subjectId: id, detail };
}

async function* checkDueInstants(): AsyncGenerator<Finding> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db().proposal.findMany({
      where: { status: "sent", id: { gt: after } },
      orderBy: { id: "asc" },
      take: BATCH_SIZE,
      select: PROPOSAL_COLUMNS,
    });
    for (const row of rows) {
      const due = nextDue(fromRow(row));
      if (due?.getTime() === row.dueAt?.getTime()) continue;
      const detail = `Due ${row.dueAt?.toISOString() ?? "never"}, but should be ${due?.toISOString() ?? "never"}.`;
      yield { kind: "due-instant-wrong", subjectId: row.id, detail };
    }
    const last = rows.at(-1);
    if (rows.length < BATCH_SIZE || !last) return;
    after = last.id;
  }
}
