/** Brings DATABASE_URL's database to what this version needs; in the demonstration, its people too. */
import { applyMigrations } from "@/lib/db/migrations";
import { env } from "@/lib/env";

await applyMigrations(env().DATABASE_URL);
if (env().isDemonstration) {
  const { seedDemonstration } = await import("@/demo/seed");
  await seedDemonstration();
}
process.exit(0);
