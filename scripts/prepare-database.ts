/** Migrates the database in DATABASE_URL, and in the demonstration also creates its people. */
import { applyMigrations } from "@/lib/foundation/db/migrations";
import { env } from "@/lib/foundation/env";

await applyMigrations(env().DATABASE_URL);
if (env().isDemonstration) {
  const { seedDemonstration } = await import("@/demo/seed");
  await seedDemonstration();
}
process.exit(0);
