/** `npm run db:generate`: writes the database client, without a download. */
import { ensureGenerated, ensureInstalled } from "./prerequisites.mjs";

await ensureInstalled();
await ensureGenerated();
console.log("The database client matches the schema files.");
