import { type Cell, type Csv, makeCsv } from "@/lib/foundation/csv";
import { db } from "@/lib/foundation/db/client";
import { sayLinePlainly } from "./line";
import { type Asker, type AuditFilter, listLines, reachOf } from "./queries";

/** The most lines in one file, because hosts limit the size of responses. People can choose dates to get the rest. */
export const MOST_LINES = 10_000;

/**
 * The newest lines as CSV, at most MOST_LINES; null if the asker may read none. The download itself is recorded before anything
 * is read, under the person if it is about one.
 */
export async function exportLines(asker: Asker, filter: AuditFilter, now: Date): Promise<Csv | null> {
  if (reachOf(asker) === null) return null;
  const { id, from, to, fact, actor } = filter;
  const data = { of: fact, by: actor, from: from?.toISOString() ?? null, to: to?.toISOString() ?? null };
  await db().$executeRaw`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    VALUES (${now}::timestamptz, 'staff', ${asker.memberId}::uuid, 'audit-exported', 'audit', ${id}::uuid, ${JSON.stringify(data)}::jsonb)`;
  const lines = await listLines(asker, filter, null, MOST_LINES);
  const rows = lines.map((line): Cell[] => [
    line.at.toISOString(),
    sayLinePlainly(line),
    line.actor,
    line.actorName,
    line.actorId,
    line.fact,
    line.subject,
    line.subjectId,
    JSON.stringify(line.data),
  ]);
  return makeCsv(["When", "What happened", "Actor", "Name", "Actor id", "Fact", "Subject", "Subject id", "Data"], rows);
}
