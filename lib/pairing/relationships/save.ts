import { db } from "@/lib/foundation/db/client";
import { setColumns } from "@/lib/foundation/db/columns";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import { RELATIONSHIP_NOTICES } from "./notices";
import type { Decision } from "./relationship";
import { RELATIONSHIP_COLUMNS } from "./row";

/**
 * Makes decisions true, in one statement and so in one step: the relationships, guarded by version, the audit trail, and
 * what people are to be told. Leaves out what was changed meanwhile or is held by somebody else, with all that belongs to
 * it. Returns the ids that were saved.
 */
export async function save(decisions: readonly Decision[]): Promise<string[]> {
  if (decisions.length === 0) return [];
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_populate_recordset(NULL::"relationships", ${JSON.stringify(decisions.map(({ relationship }) => relationship))}::jsonb)
    ), saved AS MATERIALIZED (
      UPDATE "relationships" r SET ${setColumns(RELATIONSHIP_COLUMNS, "i")}
      FROM input i WHERE r."id" = i."id" AND r."version" = i."version" - 1
      RETURNING r."id"
    ), ${consequencesOf(decisions, RELATIONSHIP_NOTICES)}
    SELECT "id" FROM saved`;
  return rows.map((row) => row.id);
}
