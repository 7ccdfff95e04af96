import pg from "pg";
import { expect, test } from "vitest";
import { sweepSteps } from "@/lib/entrypoints/sweep-steps";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { insertWatchers } from "./people";
import { fillSociety } from "./society";

const url = () => process.env.DATABASE_URL ?? "";

test("the society that is measured is one that the product could have made", async () => {
  const now = new Date("2026-11-20T12:00:00Z");
  await insertWatchers(now);
  await fillSociety(url(), 2000, now);
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
  // Every clock has rows as the product has them, so that the sweep can go on from there.
  const has = async (table: string, id: string) =>
    (await ask(`SELECT "${id}" AS "id" FROM "${table}" ORDER BY 1`)).map(({ id }) => id);
  expect(await has("check_ins", "relationshipId")).toEqual(await has("relationships", "id"));
  expect(await has("availability_checks", "memberId")).toEqual(await has("mentor_profiles", "memberId"));
  expect(await has("first_steps", "memberId")).toEqual(await has("members", "id"));
  await client.end();
  const later = new Date("2026-11-23T12:00:00Z");
  for (const step of sweepSteps("Europe/London")) {
    const due = await step.findDue(later, null, 1000);
    if (!NOT_DUE.includes(step.name)) expect([step.name, due.length > 0]).toEqual([step.name, true]);
    expect([step.name, (await sweep(step, later)).failed ?? 0]).toEqual([step.name, 0]);
  }
});

/** There is no intake, no condition, no letter and no matching, no relationship is near its end, nobody is away until a day, and nobody has chosen a digest. */
const NOT_DUE = [
  "programmes",
  "conditions",
  "readiness",
  "relationships",
  "availability",
  "meetings-after-the-end",
  "digest",
  "letters",
  "letter-recipients",
  "letter-readers",
  "matching",
  "matches",
  "own-surveys",
  "survey-reminders",
  "survey-counting",
];
