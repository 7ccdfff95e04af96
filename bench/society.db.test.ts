import pg from "pg";
import { expect, test } from "vitest";
import { fillSociety } from "./society";

const url = () => process.env.DATABASE_URL ?? "";

test("the society that is measured is one that the product could have made", async () => {
  await fillSociety(url(), 2000, new Date("2026-11-20T12:00:00Z"));
  const client = new pg.Client({ connectionString: url() });
  await client.connect();
  const ask = async (sql: string) => (await client.query(sql)).rows;
  const listings = `SELECT * FROM "mentor_listings" ORDER BY "memberId"`;
  const rhythms = `SELECT "relationshipId", "startedAt", "lastAt" FROM "relationship_rhythms" ORDER BY 1`;
  const filled = [await ask(listings), await ask(rhythms)];
  await client.query(`SELECT refresh_mentor_listing("memberId") FROM "mentor_profiles"`);
  const reckoned = await ask(
    `SELECT "id" AS "relationshipId", "startedAt", last_together("id") AS "lastAt" FROM "relationships" WHERE "endedAt" IS NULL ORDER BY 1`,
  );
  expect(filled).toEqual([await ask(listings), reckoned]);
  for (const rows of filled) expect(rows.length).toBeGreaterThan(100);
  // It was filled without looking whether what rows refer to is there.
  const keys = await ask(
    `SELECT conrelid::regclass::text AS "table", conname AS "name" FROM pg_constraint WHERE contype = 'f'`,
  );
  await client.query(`UPDATE pg_constraint SET convalidated = false WHERE contype = 'f'`);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT "${name}"`);
  await client.end();
});
