import pg from "pg";
import { expect, test } from "vitest";
import { sweepSteps } from "@/lib/entrypoints/sweep-steps";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { checkProgrammes } from "@/lib/pairing/programmes/invariants";
import { insertWatchers } from "./people";
import { JOINING } from "./programmes";
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
  const rhythms = `SELECT "relationshipId", "programmeId", "startedAt", "lastAt" FROM "relationship_rhythms" ORDER BY 1`;
  const filled = [await ask(listings), await ask(rhythms)];
  await client.query(`SELECT refresh_mentor_listing("memberId") FROM "mentor_profiles"`);
  const reckoned = await ask(
    `SELECT r."id" AS "relationshipId", p."programmeId", r."startedAt", last_together(r."id") AS "lastAt"
     FROM "relationships" r JOIN "proposals" p ON p."id" = r."id" WHERE r."endedAt" IS NULL ORDER BY 1`,
  );
  expect(filled).toEqual([await ask(listings), reckoned]);
  for (const rows of filled) expect(rows.length).toBeGreaterThan(100);
  // It was filled without looking whether what rows refer to is there.
  const keys = await ask(
    `SELECT conrelid::regclass::text AS "table", conname AS "name" FROM pg_constraint WHERE contype = 'f'`,
  );
  await client.query(`UPDATE pg_constraint SET convalidated = false WHERE contype = 'f'`);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT "${name}"`);
  await expectProgrammes(ask);
  // Every clock has rows as the product has them, so that the sweep can go on from there.
  const has = async (table: string, id: string) =>
    (await ask(`SELECT "${id}" AS "id" FROM "${table}" ORDER BY 1`)).map(({ id }) => id);
  expect(await has("check_ins", "relationshipId")).toEqual(await has("relationships", "id"));
  expect(await has("availability_checks", "memberId")).toEqual(await has("mentor_profiles", "memberId"));
  expect(await has("first_steps", "memberId")).toEqual(await has("members", "id"));
  const expired = `SELECT "mentorId", max("movedAt") AS "at", count(*)::integer AS "times" FROM "proposals"
    WHERE "status" = 'expired' GROUP BY 1 ORDER BY 1`;
  const noted = `SELECT "memberId" AS "mentorId", "expiredAt" AS "at", "expiredTimes" AS "times" FROM "availability_checks"
    WHERE "expiredTimes" > 0 ORDER BY 1`;
  expect(await ask(noted)).toEqual(await ask(expired));
  await client.end();
  const later = new Date("2026-11-23T12:00:00Z");
  for (const step of sweepSteps("Europe/London")) {
    const due = await step.findDue(later, null, 1000);
    if (!NOT_DUE.includes(step.name)) expect([step.name, due.length > 0]).toEqual([step.name, true]);
    expect([step.name, (await sweep(step, later)).failed ?? 0]).toEqual([step.name, 0]);
  }
});

/** Nobody is in a programme in a role that they do not have, and what two people have in it, they have as its members. */
async function expectProgrammes(ask: (sql: string) => Promise<Record<string, unknown>[]>): Promise<void> {
  for await (const finding of checkProgrammes()) expect(finding).toBeNull();
  const strangers = `SELECT j."memberId", j."role" FROM "programme_members" j JOIN "members" m ON m."id" = j."memberId"
    LEFT JOIN "mentor_profiles" p ON p."memberId" = m."id" LEFT JOIN "mentee_profiles" w ON w."memberId" = m."id"
    WHERE NOT CASE j."role" WHEN 'mentor' THEN m."isMentor" AND p."memberId" IS NOT NULL ELSE m."isMentee" AND w."memberId" IS NOT NULL END
      OR m."status" IN ('deleted', 'waiting')`;
  expect(await ask(strangers)).toEqual([]);
  const unasked = `SELECT FROM "programme_members" j JOIN "programmes" g ON g."id" = j."programmeId"
    WHERE j."status" IN ('applied', 'declined') AND NOT g."needsApproval"`;
  expect(await ask(unasked)).toEqual([]);
  for (const table of ["proposals", "questions", "mentor_alerts", "proposal_choices"]) {
    const whose = table === "proposal_choices" ? `JOIN "proposals" p ON p."id" = t."proposalId"` : "";
    const programme = whose ? `p."programmeId"` : `t."programmeId"`;
    const mentee = table === "mentor_alerts" ? `t."memberId"` : `t."menteeId"`;
    const rows = await ask(`
      SELECT "programmeId", (SELECT count(*)::integer FROM "programme_members" j WHERE j."programmeId" = x."programmeId" AND j."status" = 'joined'
        AND (j."memberId" = x."menteeId" AND j."role" = 'mentee' OR j."memberId" = x."mentorId" AND j."role" = 'mentor')) AS "in",
        1 + ("mentorId" IS NOT NULL)::integer AS "people"
      FROM (SELECT ${programme} AS "programmeId", ${mentee} AS "menteeId", t."mentorId" FROM "${table}" t ${whose}) x
      WHERE "programmeId" IS NOT NULL`);
    expect([table, rows.length > 0]).toEqual([table, true]);
    expect([table, rows.filter((row) => row.in !== row.people || row.programmeId === JOINING)]).toEqual([table, []]);
  }
}

/** There is no condition, no letter and no matching, no relationship is near its end, nobody is away until a day, and nobody has chosen a digest. */
const NOT_DUE = [
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
