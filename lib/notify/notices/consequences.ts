import { Prisma } from "@/lib/foundation/db/client";
import { audited } from "@/lib/society/audit/audited-sql";
import type { Fact } from "@/lib/society/audit/fact";
import type { Notices } from "./define";
import type { Notice } from "./notice";
import { mailed, NOTIFIED } from "./telling";

interface Consequential<Kind extends string> {
  facts: readonly Fact[];
  notices: readonly Notice<Kind>[];
}

/**
 * The end of a statement that saves decisions: the audit trail, and what people are told in the product and by mail, each
 * under its key, so that saying it again tells nobody twice. Goes behind a CTE `saved` with the "id" of what was saved;
 * what belongs to anything else is left out. `notices` defines the kinds that they tell of; `more` is JSON that goes with the data of a
 * notice, which it calls n, where only the database knows it.
 */
export function consequencesOf<Kind extends string>(
  decisions: readonly Consequential<Kind>[],
  notices: Notices<Kind>,
  more = Prisma.sql`'{}'::jsonb`,
): Prisma.Sql {
  const facts = decisions.flatMap((decision) => decision.facts);
  const told = decisions.flatMap(({ facts, notices }) => notices.map((notice) => ({ ...notice, at: facts[0]?.at })));
  return Prisma.sql`
    ${audited(facts)}, told AS MATERIALIZED (
      SELECT n."key", n."to", n."role", n."kind", n."proposalId", n."aboutId", n."data" || ${more} AS "data", n."at"
      FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS n(
        "key" text, "to" uuid, "role" text, "kind" text, "proposalId" uuid, "aboutId" uuid, "data" jsonb, "at" timestamptz)
      JOIN saved ON saved."id" = n."proposalId"
    ), ${NOTIFIED}, ${mailed(notices)}`;
}
