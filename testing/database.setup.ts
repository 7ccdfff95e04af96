import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject, vi } from "vitest";
import type { Database } from "@/lib/foundation/db/client";
import { databaseAt } from "./postgres";

const server = inject("serverUrl");
const name = `t_${randomBytes(8).toString("hex")}`;

// Files share a process, since reading every package anew for each took longer than most of their tests. What our own modules
// remember, what a file puts into the environment and what it does to the clock is gone before the next one.
vi.resetModules();
const environment = { ...process.env };

// Runs before the test file is loaded, so that nothing reads the environment too early.
await command(`create database ${name} template ${inject("templateDatabase")} strategy file_copy`);
Object.assign(process.env, {
  DATABASE_URL: databaseAt(server, name),
  AUTH_SECRET: "a secret that only the tests know, and nobody else",
  WORDS_KEYS: `tests:${Buffer.alloc(32, 7).toString("base64")}`,
  APP_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
  MAIL_TRANSPORT: "capture",
  SCHEDULER: "external",
  CRON_SECRET: "a secret for the tests' scheduler",
});

afterAll(async () => {
  const kept = globalThis as { connectDatabase?: Database; connectPatientDatabase?: Database };
  for (const name of ["connectDatabase", "connectPatientDatabase"] as const) {
    await kept[name]?.$disconnect();
    delete kept[name];
  }
  await command(`drop database if exists ${name} with (force)`);
  vi.useRealTimers();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

async function command(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}
