import { inOneStep } from "./save";

/**
 * For the nightly job, because we should not keep a file with everybody's address without need: cancels abandoned imports and deletes their files and rows, and rows that were left out a day ago. Returns how
 * many were cancelled.
 */
export async function forgetImports(before: Date, now: Date): Promise<number> {
  const count = await inOneStep(async (step) => {
    const dropped = await step.$executeRaw`
      WITH dropped AS (
        UPDATE "register_imports" SET "state" = 'dropped', "finishedAt" = ${now}::timestamptz, "file" = NULL, "head" = '[]', "readings" = '[]', "mapping" = NULL
        WHERE "finishedAt" IS NULL AND "changedAt" < ${before}::timestamptz RETURNING "id"
      )
      INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "data")
      SELECT ${now}::timestamptz, 'clock', 'register-import-dropped', 'register', jsonb_build_object('import', "id") FROM dropped`;
    await step.$executeRaw`
      DELETE FROM "register_import_rows" s USING "register_imports" i WHERE i."id" = s."importId" 
        AND (i."state" = 'dropped' OR i."finishedAt" < ${before}::timestamptz)`;
    return dropped;
  });
  return count;
}
