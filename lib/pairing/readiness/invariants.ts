import { db } from "@/lib/foundation/db/client";
import type { Finding } from "@/lib/foundation/deadlines/finding";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { nextDue } from "./deadlines";
import { fromRow, ITEM_COLUMNS } from "./row";

const BATCH_SIZE = 5000;

/** Who is ready is a cache in two places, and so is what is due next. `now` decides what counts; the sweep has a quarter of an hour. */
export async function* checkReadiness(now: Date): AsyncGenerator<Finding> {
  yield* checkDueInstants();
  const swept = new Date(now.getTime() - 15 * 60_000);
  const rows = await db().$queryRaw<{ kind: string; id: string; detail: string }[]>`
    SELECT 'readiness-wrong' AS "kind", i."id", concat('Lacking: ', i."isLacking", ', status: ', i."status", '.') AS "detail"
    FROM "readiness_items" i JOIN "readiness_conditions" c ON c."id" = i."conditionId"
    WHERE c."spreadDueAt" IS NULL AND ((c."retiredAt" IS NOT NULL AND i."isLacking")
      OR (c."retiredAt" IS NULL AND i."status" <> 'met' AND i."countsAt" <= ${swept}::timestamptz AND NOT i."isLacking"))
    UNION ALL
    SELECT 'listed-not-ready', l."memberId", 'A mentor is listed who lacks a condition.'
    FROM "mentor_listings" l JOIN "readiness_items" i ON i."memberId" = l."memberId"
    WHERE i."isLacking" AND i."role" = 'mentor' AND i."programmeId" = ${SOCIETY_SCHEME}::uuid
    UNION ALL
    SELECT 'condition-not-asked', f."memberId", concat('A condition was not asked of them: ', c."id", '.')
    FROM "readiness_conditions" c JOIN "mentor_profiles" f ON c."role" = 'mentor'
    WHERE c."programmeId" = ${SOCIETY_SCHEME}::uuid AND c."retiredAt" IS NULL AND c."spreadDueAt" IS NULL
      AND NOT EXISTS (SELECT FROM "readiness_items" i WHERE i."conditionId" = c."id" AND i."memberId" = f."memberId")
    LIMIT 1000`;
  for (const { kind, id, detail } of rows) yield { kind, subjectId: id, detail };
}

async function* checkDueInstants(): AsyncGenerator<Finding> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db().readinessItem.findMany({
      where: { id: { gt: after }, condition: { retiredAt: null } },
      orderBy: { id: "asc" },
      take: BATCH_SIZE,
      select: ITEM_COLUMNS,
    });
    for (const row of rows) {
      const due = nextDue(fromRow(row));
      if (due?.getTime() === row.dueAt?.getTime()) continue;
      const detail = `Due ${row.dueAt?.toISOString() ?? "never"}, but should be ${due?.toISOString() ?? "never"}.`;
      yield { kind: "readiness-due-wrong", subjectId: row.id, detail };
    }
    const last = rows.at(-1);
    if (rows.length < BATCH_SIZE || !last) return;
    after = last.id;
  }
}
