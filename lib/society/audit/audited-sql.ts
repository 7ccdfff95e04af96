import { Prisma } from "@/lib/foundation/db/client";
import type { Fact } from "./fact";

/** `savedId`: the row that the fact comes with, where that is not its subject. */
type SavedFact = Fact & { savedId?: string };

/** Of the fact f: what belongs to a row that was not saved is left out. */
const IS_SAVED = Prisma.sql`saved."id" = coalesce(f."savedId", f."subjectId")`;

/** A part of a statement that saves decisions: puts these facts into the audit trail, behind a CTE `saved` with what was saved. */
export function audited(facts: readonly SavedFact[], isSaved = IS_SAVED): Prisma.Sql {
  return Prisma.sql`
    audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT f."at", f."actor", f."actorId", f."fact", f."subject", f."subjectId", f."data"
      FROM jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) AS f(
        "at" timestamptz, "actor" text, "actorId" uuid, "fact" text, "subject" text, "subjectId" uuid, "data" jsonb, "savedId" uuid)
      JOIN saved ON ${isSaved}
    )`;
}
