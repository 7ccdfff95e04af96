/**
 * `npm run db:permit -- name`: gives that role the rights that the product needs to serve. DATABASE_URL connects as the owner
 * of the tables.
 */
import { permitServing } from "@/lib/foundation/db/serving-role";

const [role] = process.argv.slice(2);
const url = process.env.DATABASE_URL;
if (!role || !url) {
  console.error(
    "Give the name of the role, and set DATABASE_URL to connect as the owner of the tables: npm run db:permit -- connect_serving",
  );
  process.exit(1);
}
try {
  await permitServing(url, role);
  console.log(`${role} can now read and write rows and add to the audit trail. Use it in the product's DATABASE_URL.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
