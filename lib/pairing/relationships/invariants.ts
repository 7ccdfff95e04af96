import { db } from "@/lib/foundation/db/client";
import type { Finding } from "@/lib/foundation/deadlines/finding";
import { nextDue } from "./deadlines";
import { fromRow, RELATIONSHIP_COLUMNS } from "./row";

const BATCH_SIZE = 5000;

/**
 * Active relationships that the clock would look at too late: the due instant is computed again. One that is looked at too
 * early costs nothing, so a change of the society's zone is no finding.
 */
export async function* checkRelationships(timeZone: string): AsyncGenerator<Finding> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db().relationship.findMany({
      where: { endedAt: null, id: { gt: after } },
      orderBy: { id: "asc" },
      take: BATCH_SIZE,
      select: RELATIONSHIP_COLUMNS,
    });
    for (const row of rows) {
      const due = nextDue(fromRow(row), timeZone);
      if (!due || (row.dueAt && row.dueAt <= due)) continue;
      const detail = `Due ${row.dueAt?.toISOString() ?? "never"}, but should be ${due.toISOString()}.`;
      yield { kind: "relationship-due-wrong", subjectId: row.id, detail };
    }
    const last = rows.at(-1);
    if (rows.length < BATCH_SIZE || !last) return;
    after = last.id;
  }
}
