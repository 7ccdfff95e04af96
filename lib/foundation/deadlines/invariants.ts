import { db } from "@/lib/foundation/db/client";
import type { Finding } from "./finding";

/**
 * The nightly check: keeps what it finds, once each, and clears what it does not find any more. Findings of the sweep are
 * cleared too; a row that still fails is found again by the next sweep. Returns how many are open now.
 */
export async function recordFindings(checks: AsyncIterable<Finding>[], now: Date): Promise<number> {
  const keys: string[] = [];
  for (const check of checks) {
    for await (const { kind, subjectId, occasion, detail } of check) {
      const key = `${kind}:${occasion ?? subjectId}`;
      const values = { kind, subjectId, detail, clearedAt: null };
      await db().finding.upsert({
        where: { key },
        create: { key, ...values, foundAt: now },
        update: values,
        select: { key: true },
      });
      keys.push(key);
    }
  }
  // One parameter, however many there are.
  await db().$executeRaw`
    UPDATE "findings" SET "clearedAt" = ${now}::timestamptz WHERE "clearedAt" IS NULL AND NOT ("key" = ANY(${keys}::text[]))`;
  return keys.length;
}
