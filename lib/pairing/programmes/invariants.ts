import { db } from "@/lib/foundation/db/client";
import type { Finding } from "@/lib/foundation/deadlines/finding";
import { nextDue } from "./deadlines";
import { fromRow, PROGRAMME_COLUMNS } from "./row";

/** A programme whose next date was saved wrong would neither open nor close by itself. */
export async function* checkProgrammes(): AsyncGenerator<Finding> {
  const rows = await db().programme.findMany({ where: { status: { not: "archived" } }, select: PROGRAMME_COLUMNS });
  for (const row of rows) {
    const due = nextDue(fromRow(row));
    if (due?.getTime() === row.dueAt?.getTime()) continue;
    const detail = `Due ${row.dueAt?.toISOString() ?? "never"}, but should be ${due?.toISOString() ?? "never"}.`;
    yield { kind: "programme-due-wrong", subjectId: row.id, detail };
  }
}
