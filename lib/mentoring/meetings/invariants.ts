import { db, Prisma } from "@/lib/foundation/db/client";
import type { Finding } from "@/lib/foundation/deadlines/finding";
import { nextDue } from "./deadlines";
import { fromRow, type MeetingRow, selectMeetings } from "./load";

const BATCH_SIZE = 5000;

/** States of meetings that should be impossible. Recomputes the due instant of every planned one. */
export async function* checkMeetings(): AsyncGenerator<Finding> {
  const isForeign = Prisma.sql`m."organiserId" NOT IN (r."menteeId", r."mentorId")`;
  for (const { id } of await ask(isForeign, 1000)) {
    yield { kind: "meeting-of-a-stranger", subjectId: id, detail: "Neither of the two has arranged this meeting." };
  }
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const isNext = Prisma.sql`m."status" = 'planned' AND m."id" > ${after}::uuid`;
    const rows = await ask(isNext, BATCH_SIZE);
    for (const row of rows) {
      const due = nextDue(fromRow(row));
      if (due?.getTime() === row.dueAt?.getTime()) continue;
      const detail = `Due ${row.dueAt?.toISOString() ?? "never"}, but should be ${due?.toISOString() ?? "never"}.`;
      yield { kind: "meeting-due-wrong", subjectId: row.id, detail };
    }
    const last = rows.at(-1);
    if (rows.length < BATCH_SIZE || !last) return;
    after = last.id;
  }
}

function ask(condition: Prisma.Sql, most: number): Promise<MeetingRow[]> {
  return db().$queryRaw<MeetingRow[]>(selectMeetings(condition, Prisma.sql`m."id" LIMIT ${most}`));
}
