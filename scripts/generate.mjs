/** `npm run db:generate`: writes the database client, without a download. */
import { ensureGenerated } from "./ready.mjs";

await ensureGenerated();
console.log("The database client is that of the schema files.");
