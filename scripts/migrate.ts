/** `npm run db:migrate`: applies the pending migrations to the database in DATABASE_URL. */
import { applyMigrations } from "@/lib/foundation/db/migrations";
import { findDatabaseFault } from "./try-database";

const url = process.env.DATABASE_URL;
if (!url) {
  console.error("Set DATABASE_URL to the database to migrate. (npm start migrates the embedded one by itself.)");
  process.exit(1);
}
const fault = await findDatabaseFault(url);
if (fault) {
  console.error(`${fault}.`);
  process.exit(1);
}
const applied = await applyMigrations(url);
console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
