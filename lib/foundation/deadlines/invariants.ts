import { db } from "@/lib/foundation/db/client";
import type { Finding } from "./finding";

/**
 * The nightly check. It stores each finding once and clears those it no longer finds. That includes findings of the sweep: if a
 * row still fails, the next sweep reports it again. Returns how many are open now.
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
  // One parameter for any number of keys.
  await db().$executeRaw`
    UPDATE "findings" SET "clearedAt" = ${now}::timestamptz WHERE "clearedAt" IS NULL AND NOT ("key" = ANY(${keys}::text[]))`;
  return keys.length;
}
