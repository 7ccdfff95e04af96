/** Brings DATABASE_URL's database to what this version needs; in the demonstration, its people too. */
import { applyMigrations } from "@/lib/foundation/db/migrations";
import { env } from "@/lib/foundation/env";

await applyMigrations(env().DATABASE_URL);
if (env().isDemonstration) {
  const { seedDemonstration } = await import("@/demo/seed");
  await seedDemonstration();
}
process.exit(0);
