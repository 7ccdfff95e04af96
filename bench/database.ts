import { randomBytes } from "node:crypto";
import pg from "pg";
import { databaseAt } from "@/testing/postgres";

/** Lends a new database on the server of `url`, a copy of `template` when there is one, and drops it afterwards. */
export async function withDatabase<Value>(
  url: string,
  work: (url: string) => Promise<Value>,
  template = "template1",
): Promise<Value> {
  const name = `bench_${randomBytes(4).toString("hex")}`;
  await command(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  try {
    return await work(databaseAt(url, name));
  } finally {
    await command(url, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

async function command(url: string, sql: string): Promise<void> {
  // Not the database that is copied: nobody may be connected to it.
  const client = new pg.Client({ connectionString: databaseAt(url, "postgres") });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
