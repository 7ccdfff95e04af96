/** Makes SERVING_ROLE on the server of DATABASE_URL, unless it is there, and lets it serve; says the address to do so. */
import pg from "pg";
import { permitServing } from "@/lib/foundation/db/serving-role";

const { DATABASE_URL: url = "", SERVING_ROLE: role = "" } = process.env;
const address = new URL(url);
const client = new pg.Client({ connectionString: url });
await client.connect();
const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
if (rowCount === 0) {
  const password = client.escapeLiteral(decodeURIComponent(address.password));
  await client.query(`CREATE ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD ${password}`);
}
await client.end();
await permitServing(url, role);
address.username = role;
process.stdout.write(`The database is ready at ${address.href}\n`);
