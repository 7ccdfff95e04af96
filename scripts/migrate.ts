/** `npm run db:migrate`: applies to DATABASE_URL's database the migrations that it has not had. */
import { applyMigrations } from "@/lib/foundation/db/migrations";

const url = process.env.DATABASE_URL;
if (!url) {
  console.error("Set DATABASE_URL to the database to migrate. (npm start migrates the embedded one by itself.)");
  process.exit(1);
}
const applied = await applyMigrations(url);
console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
