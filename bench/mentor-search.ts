/**
 * The search among 100,000 mentors: the statement by itself against searchMentors(), which is the same statement through prisma, with
 * the member's limit and the mentee's profile before it.
 */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { closeDatabase, db } from "@/lib/foundation/db/client";
import { thoseIn } from "@/lib/pairing/matching/in-programme-sql";
import type { MentorFilters } from "@/lib/pairing/matching/input";
import { searchMentors } from "@/lib/pairing/matching/limited-search";
import { rankedCards } from "@/lib/pairing/matching/ranked-page-sql";
import type { Wanted } from "@/lib/pairing/matching/score";
import { rulesIn } from "@/lib/pairing/rules/queries";
import type { HeldRule } from "@/lib/pairing/rules/rule";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { withClient } from "./client";
import { fillMentors, fillProgrammes, insertViewer, joinAsMentee } from "./mentor-search/society";
import { quantile, type Table } from "./table";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 40);
/** Searches of each mentee until what is asked has been compiled: a process that serves has been asked more often than that. */
const WARM_UP = 100;
const NO_FILTERS: MentorFilters = {
  words: "",
  topics: [],
  sector: null,
  region: null,
  language: null,
  method: null,
  after: null,
};

const MENTEES: Record<string, Wanted> = {
  "two topics, all wishes": { topics: [1, 6], methods: [2, 3], languages: [1], sector: 2, region: 3 },
  "one topic, no place": { topics: [4], methods: [2], languages: [1], sector: null, region: null },
  "five topics": { topics: [1, 2, 3, 4, 5], methods: [1], languages: [1], sector: 1, region: 1 },
};
const SEARCHES: Record<string, Partial<MentorFilters>> = {
  "no filter": {},
  "a topic": { topics: [3] },
  "a sector": { sector: 4 },
  "a region": { region: 5 },
  "a method": { method: 3 },
  "a rare language": { language: 3 },
  "sector, region, method": { sector: 1, region: 2, method: 1 },
  "a name": { words: "first11 last4711" },
  "a word of one in fifty": { words: "insolvency" },
  "a word of one in ten": { words: "finance" },
  "a word of one in three": { words: "management" },
  "a word of everybody": { words: "help" },
  "two words": { words: "finance research" },
};

/** Five times as few mentors are in it. */
const IN_A_PROGRAMME: Record<string, Partial<MentorFilters>> = {
  "no filter": {},
  "a sector": SEARCHES["a sector"] ?? {},
  "a rare language": SEARCHES["a rare language"] ?? {},
  "a word of one in ten": SEARCHES["a word of one in ten"] ?? {},
  "a name": SEARCHES["a name"] ?? {},
};

export function measure(databaseUrl: string): Promise<Table[]> {
  return withClient(databaseUrl, async (client) => {
    await fillMentors(client);
    for (const wanted of Object.values(MENTEES)) await timesOf(client, wanted, NO_FILTERS, WARM_UP);
    const all: Times = { alone: [], through: [] };
    const rows = [];
    for (const [who, wanted] of Object.entries(MENTEES)) {
      for (const [what, change] of Object.entries(SEARCHES)) {
        const times = await timesOf(client, wanted, { ...NO_FILTERS, ...change });
        rows.push([who, what, ...figures(times)]);
        all.alone.push(...times.alone);
        all.through.push(...times.through);
      }
    }
    rows.push(["all of them", "", ...figures(all)]);
    const rules = await holdThree();
    for (const [what, change] of Object.entries({
      "no filter": {},
      "a sector": { sector: 4 },
      "a word of one in ten": { words: "finance" },
    })) {
      const wanted = MENTEES["two topics, all wishes"] as Wanted;
      rows.push([
        "with three rules",
        what,
        ...figures(await timesOf(client, wanted, { ...NO_FILTERS, ...change }, ROUNDS, rules)),
      ]);
    }
    await db().matchingRule.deleteMany();
    const [programme] = await fillProgrammes(client);
    for (const [what, change] of Object.entries(IN_A_PROGRAMME)) {
      const wanted = MENTEES["two topics, all wishes"] as Wanted;
      rows.push(["in a programme", what, ...figures(await timesOf(client, wanted, { ...NO_FILTERS, ...change, programme }))]);
    }
    await closeDatabase();
    const columns = ["mentee", "search", "alone p50, ms", "p50, ms", "alone p95, ms", "p95, ms", "allowed, ms"];
    const notes = [
      `${ROUNDS} rounds each. Allowed: 1.3 times the statement alone and 2 ms, at most 50 ms. In a programme: one of five, in which each mentor is in one, and a quarter of them in another too.`,
    ];
    return [{ title: "Mentor search at 100,000 mentors", columns, rows, notes }];
  });
}

interface Times {
  alone: number[];
  through: number[];
}

/** Never the same region, always a language in common, and near in time: the first keeps many apart, the others few. */
async function holdThree(): Promise<HeldRule[]> {
  const rule = (menteeFact: string, kind: string, hours: number | null) => ({
    ...{ id: randomUUID(), kind, menteeFact, mentorFact: menteeFact, hours, createdAt: new Date(0) },
  });
  const data = [rule("region", "never", null), rule("language", "must", null), rule("time-zone", "must", 3)];
  await db().matchingRule.createMany({ data });
  return rulesIn(null, DEFAULT_SETTINGS);
}

async function timesOf(
  client: pg.Client,
  wanted: Wanted,
  filters: MentorFilters,
  rounds = ROUNDS,
  rules: readonly HeldRule[] = [],
): Promise<Times> {
  const viewer = await insertViewer(client, wanted);
  if (filters.programme) await joinAsMentee(client, filters.programme, viewer.memberId);
  const there = thoseIn(filters.programme ?? null, viewer.memberId, true);
  const statement = rankedCards({ ...there, wanted, filters, after: null, menteeId: viewer.memberId, rules, limit: 21 });
  const times: Times = { alone: [], through: [] };
  for (let round = -2; round < rounds; round++) {
    const alone = await time(() => client.query(statement.text, statement.values));
    const through = await time(() => searchMentors(viewer, DEFAULT_SETTINGS, filters));
    // The first two warm up.
    if (round < 0) continue;
    times.alone.push(alone);
    times.through.push(through);
  }
  return times;
}

function figures({ alone, through }: Times): string[] {
  const allowed = Math.min(50, 1.3 * quantile(alone, 0.95) + 2);
  return [quantile(alone, 0.5), quantile(through, 0.5), quantile(alone, 0.95), quantile(through, 0.95), allowed].map((ms) =>
    ms.toFixed(1),
  );
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
