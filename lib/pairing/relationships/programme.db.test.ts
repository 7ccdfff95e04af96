import { readFileSync } from "node:fs";
import pg from "pg";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { checkProposals } from "@/lib/pairing/proposals/invariants";
import { insertPartners } from "@/testing/partners";
import { insertPairInProgramme } from "@/testing/programmes/pair";

const BACKFILL = readFileSync("prisma/migrations/20261201024100_relationships_that_were_there/migration.sql", "utf8");

/** Of each relationship: where it and its rhythm count. */
async function whereTheyCount() {
  const rows = await db().$queryRaw<{ id: string; ofIt: string | null; ofRhythm: string | null }[]>`
    SELECT r."id", r."programmeId" AS "ofIt", b."programmeId" AS "ofRhythm"
    FROM "relationships" r JOIN "relationship_rhythms" b ON b."relationshipId" = r."id"`;
  return new Map(rows.map(({ id, ofIt, ofRhythm }) => [id, [ofIt, ofRhythm]]));
}

async function findings(): Promise<(string | null)[][]> {
  const found: (string | null)[][] = [];
  for await (const { kind, subjectId } of checkProposals()) found.push([kind, subjectId]);
  return found;
}

test("a relationship and its rhythm count where the proposal does, also those that began before they said so", async () => {
  const there = await insertPairInProgramme();
  const alone = await insertPartners();
  const right = new Map([
    [there.id, [there.programmeId, there.programmeId]],
    [alone.id, [null, null]],
  ]);
  expect(await whereTheyCount()).toEqual(right);
  expect(await findings()).toEqual([]);

  await db().$executeRaw`UPDATE "relationship_rhythms" SET "programmeId" = NULL`;
  expect(await findings()).toEqual([["relationship-elsewhere", there.id]]);
  await db().$executeRaw`UPDATE "relationships" SET "programmeId" = NULL`;
  expect(await findings()).toEqual([["relationship-elsewhere", there.id]]);

  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  // It commits by itself, as no statement could that runs together with others.
  for (const _ of ["once", "again"]) await client.query(BACKFILL);
  await client.end();
  expect(await whereTheyCount()).toEqual(right);
  expect(await findings()).toEqual([]);
});

test("a rhythm that begins again, as after a reopening, counts where it did", async () => {
  const { id, programmeId } = await insertPairInProgramme();
  const dueAt = new Date("2026-06-20T12:00:00Z");
  const set = (data: { endedAt: Date | null; endedBecause: string | null; dueAt: Date | null }) =>
    db().relationship.update({ where: { id }, data, select: { id: true } });
  await set({ endedAt: dueAt, endedBecause: "mentee", dueAt: null });
  expect((await whereTheyCount()).get(id)).toBeUndefined();
  await set({ endedAt: null, endedBecause: null, dueAt });
  expect((await whereTheyCount()).get(id)).toEqual([programmeId, programmeId]);
});
