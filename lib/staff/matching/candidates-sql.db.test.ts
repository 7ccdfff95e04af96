import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db, Prisma } from "@/lib/foundation/db/client";
import { dose } from "@/testing/dose";
import { MENTEE_ID, MENTOR_ID, SCORE } from "./candidates-sql";
import type { Found } from "./load";
import { score } from "./save";

const NOW = new Date("2026-11-29T09:00:00Z");

/** Few values of everything, so that many fit equally well and have waited for as long. */
const mask = (most: number) => fc.integer({ min: 0, max: most }).map(BigInt);
const wishes = {
  topics: mask(7),
  methods: mask(1),
  languages: mask(1),
  sector: fc.option(fc.integer({ min: 1, max: 2 })),
  region: fc.constant(null),
};
const societies = fc.record({
  mentees: fc.array(fc.record({ ...wishes, days: fc.integer({ min: 0, max: 2 }) }), { minLength: 1, maxLength: 8 }),
  mentors: fc.array(
    fc.record({ ...wishes, answerHours: fc.option(fc.constantFrom(10, 1000)), calm: fc.integer({ min: 14, max: 15 }) }),
    { maxLength: 14 },
  ),
  hasRules: fc.boolean(),
  /** For each round, how many are found at most, and afterwards whom each mentor has: a mentee's place in the list, nobody, or only locked ones. */
  rounds: fc.array(
    fc.record({
      limit: fc.integer({ min: 1, max: 6 }),
      have: fc.array(fc.constantFrom("nobody", "locked", 0, 1, 2, 3, 4, 5, 6, 7), { maxLength: 14 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  dropped: fc.array(fc.record({ mentee: fc.nat(7), mentor: fc.nat(13) }), { maxLength: 6 }),
});

type Society = typeof societies extends fc.Arbitrary<infer One> ? One : never;

async function insert({ mentees, mentors, dropped }: Society) {
  const runId = randomUUID();
  const menteeIds = mentees.map(() => randomUUID());
  // The last of the mentees is a mentor too.
  const mentorIds = mentors.map((_, i) => (i === 0 ? (menteeIds.at(-1) ?? randomUUID()) : randomUUID()));
  await db().matchingMentee.createMany({
    data: mentees.map(({ days, ...one }, i) => ({
      ...one,
      runId,
      n: i + 1,
      memberId: menteeIds[i] ?? "",
      since: new Date(NOW.getTime() - days * 86_400_000),
      mentors: [],
      scores: [],
    })),
  });
  await db().matchingMentor.createMany({
    data: mentors.map((one, i) => ({ ...one, runId, n: i + 1, memberId: mentorIds[i] ?? "", places: 1 })),
  });
  const gone = dropped.flatMap(({ mentee, mentor }) => {
    const [menteeId, mentorId] = [menteeIds[mentee], mentorIds[mentor]];
    return menteeId && mentorId ? [{ menteeId, mentorId }] : [];
  });
  await db().match.createMany({
    data: gone.map((pair) => ({
      ...pair,
      id: randomUUID(),
      runId,
      state: "dropped",
      origin: "hand",
      place: 1,
      changedAt: NOW,
    })),
    skipDuplicates: true,
  });
  return runId;
}

/** Whether a mentor would rather have the mentee `w` than the last one they have. */
const PREFERRED = Prisma.sql`(l."cutScore" IS NULL OR (${SCORE}, l."cutSince", l."cutId") > (l."cutScore", w."since", w."memberId"))`;

/** The same, pair by pair: everybody who was not found before, may be matched and would be kept, best first. */
function expected(runId: string, limit: number, allowed: Prisma.Sql | null): Promise<Omit<Found, "isWhole">[]> {
  return db().$queryRaw<Omit<Found, "isWhole">[]>`
    SELECT w."n", coalesce(array_agg(c."n" ORDER BY c."at") FILTER (WHERE c."at" <= ${limit}), '{}') AS "mentors",
      coalesce(array_agg(c."score" ORDER BY c."at") FILTER (WHERE c."at" <= ${limit}), '{}') AS "scores"
    FROM "matching_mentees" w LEFT JOIN LATERAL (
      SELECT l."n", ${SCORE} AS "score",
        row_number() OVER (ORDER BY ${SCORE} DESC, uuid_hash_extended(l."memberId", uuid_hash_extended(w."memberId", 0))) AS "at"
      FROM "matching_mentors" l
      WHERE l."runId" = w."runId" AND l."memberId" <> w."memberId" AND NOT l."n" = ANY(w."mentors") AND ${PREFERRED} AND ${allowed ?? Prisma.sql`true`}
        AND NOT EXISTS (SELECT FROM "matches" m WHERE m."runId" = w."runId" AND m."menteeId" = w."memberId" AND m."mentorId" = l."memberId")
    ) c ON true
    WHERE w."runId" = ${runId}::uuid GROUP BY w."n" ORDER BY w."n"`;
}

/** Mentors only ever ask for more. */
async function raise(runId: string, have: Society["rounds"][number]["have"]): Promise<void> {
  const rows = have.flatMap((one, i) => (typeof one === "number" ? [{ mentor: i + 1, mentee: one + 1 }] : []));
  await db().$executeRaw`
    UPDATE "matching_mentors" l SET "cutScore" = ${SCORE}, "cutSince" = w."since", "cutId" = w."memberId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c("mentor" integer, "mentee" integer)
    JOIN "matching_mentees" w ON w."runId" = ${runId}::uuid AND w."n" = c."mentee"
    WHERE l."runId" = ${runId}::uuid AND l."n" = c."mentor" AND ${PREFERRED}`;
  const locked = have.flatMap((one, i) => (one === "locked" ? [i + 1] : []));
  const closed = { cutScore: 2 ** 31 - 1, cutSince: null, cutId: null };
  await db().matchingMentor.updateMany({ where: { runId, n: { in: locked } }, data: closed });
}

test("finds for each mentee, in every round, whom comparing pair by pair finds", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(societies, async (society) => {
      const runId = await insert(society);
      const allowed = society.hasRules ? Prisma.sql`hashtext(concat(${MENTEE_ID}, ${MENTOR_ID})) % 3 <> 0` : null;
      const everybody = society.mentees.map((_, i) => i + 1);
      for (const { limit, have } of society.rounds) {
        const pairs = await expected(runId, limit, allowed);
        const more = (await score(runId, everybody, limit, allowed)).sort((a, b) => a.n - b.n);
        expect(more).toEqual(pairs.map((one) => ({ ...one, isWhole: one.mentors.length < limit })));
        found += more.flatMap(({ mentors }) => mentors).length;
        await raise(runId, have);
      }
      // What it returns is what it keeps.
      const kept = await db().matchingMentee.findMany({ where: { runId }, select: { mentors: true, scores: true } });
      for (const { mentors, scores } of kept) {
        expect(scores).toHaveLength(mentors.length);
        expect(new Set(mentors).size).toBe(mentors.length);
      }
    }),
    { numRuns: dose(40, 2_000) },
  );
  expect(found).toBeGreaterThan(0);
});
