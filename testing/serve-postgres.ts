/** A database of its own for the journeys, on a server of its own or on TEST_DATABASE_URL's, until this process ends. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { databaseAt, startPostgres } from "./postgres";

const given = process.env.TEST_DATABASE_URL;
const server = given ? { url: given, stop: async () => {} } : await startPostgres();
const name = `connect_e2e_${randomBytes(6).toString("hex")}`;
await command(`create database ${name}`);
process.stdout.write(`The test database is ready at ${databaseAt(server.url, name)}\n`);
const heartbeat = setInterval(() => {}, 60_000);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    clearInterval(heartbeat);
    if (given) await command(`drop database if exists ${name} with (force)`);
    await server.stop();
    process.exit(0);
  });
}

async function command(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
