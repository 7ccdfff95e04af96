import { randomBytes } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/lib/foundation/db/migrations";
import { databaseAt, startPostgres } from "./postgres";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
    templateDatabase: string;
  }
}

/** One server and one migrated template for the whole run; every test file clones the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  const template = `connect_template_${randomBytes(6).toString("hex")}`;
  await command(server.url, `create database ${template}`);
  await applyMigrations(databaseAt(server.url, template));
  project.provide("serverUrl", server.url);
  project.provide("templateDatabase", template);
  return async () => {
    await command(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
