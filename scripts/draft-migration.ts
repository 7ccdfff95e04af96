/** `npm run db:migration -- name`: writes the next migration: whatever the schema files have and the migrations lack. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { applyMigrations, draftMigration, MIGRATIONS_FOLDER } from "@/lib/foundation/db/migrations";
import { startPostgres } from "@/testing/postgres";

const name = process.argv[2] ?? "";
if (!/^[a-z0-9_]+$/.test(name)) {
  console.error("Give the migration a name in lower-case letters, digits and underscores: npm run db:migration -- meetings");
  process.exit(1);
}

const server = await startPostgres();
try {
  await applyMigrations(server.url);
  const script = await draftMigration(server.url);
  if (script === "") {
    console.log("The migrations already match the schema files, so there is nothing to write.");
  } else {
    const moment = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join(MIGRATIONS_FOLDER, `${moment}_${name}`);
    await mkdir(folder);
    await writeFile(join(folder, "migration.sql"), script);
    console.log(
      `Wrote ${folder}/migration.sql. Read it, and add by hand what schema files cannot express: checks and triggers.`,
    );
  }
} finally {
  await server.stop();
}
