import { db } from "@/lib/foundation/db/client";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import { RELATIONSHIP_NOTICES } from "./notices";
import type { Decision } from "./relationship";

/**
 * Makes decisions true, in one statement and so in one step: the relationships, guarded by version, the audit trail, and
 * what people are to be told. Leaves out what was changed meanwhile or is held by somebody else, with all that belongs to
 * it. Returns the ids that were saved.
 */
export async function save(decisions: readonly Decision[]): Promise<string[]> {
  if (decisions.length === 0) return [];
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(decisions.map(toRow))}::jsonb) AS i(
        "id" uuid, "from" integer, "agreedUntil" timestamptz, "endedAt" timestamptz, "endedBecause" text, "endReason" text,
        "isReasonShared" boolean,        "firstConversationAt" timestamptz, "extensionMonths" integer, "extensionAskedBy" text, "asked" text,
        "dueAt" timestamptz, "version" integer)
    ), saved AS MATERIALIZED (
      UPDATE "relationships" r SET "agreedUntil" = i."agreedUntil", "endedAt" = i."endedAt", "endedBecause" = i."endedBecause",
        "endReason" = i."endReason", "isReasonShared" = i."isReasonShared", "firstConversationAt" = i."firstConversationAt", "extensionMonths" = i."extensionMonths",
        "extensionAskedBy" = i."extensionAskedBy", "asked" = i."asked", "dueAt" = i."dueAt", "version" = i."version"
      FROM input i WHERE r."id" = i."id" AND r."version" = i."from"
      RETURNING r."id"
    ), ${consequencesOf(decisions, RELATIONSHIP_NOTICES)}
    SELECT "id" FROM saved`;
  return rows.map((row) => row.id);
}

function toRow({ from, relationship }: Decision) {
  const { menteeId, mentorId, startedAt, ...changing } = relationship;
  return { ...changing, from };
}
