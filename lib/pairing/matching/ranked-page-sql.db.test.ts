import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { RuleKind, SimpleFact } from "@/lib/pairing/rules/rule";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { dose } from "@/testing/dose";
import { compareScores } from "@/testing/matching/compare-scores";
import { asksForWorkers, inAnyProcess } from "@/testing/plan";
import { insertRule } from "@/testing/rules";
import { thoseIn } from "./in-programme-sql";
import { type Cursor, type MentorFilters, readFilters } from "./input";
import type { MentorCard } from "./mentor";
import { findMentors, PAGE_SIZE } from "./queries";
import { rankedCards } from "./ranked-page-sql";
import { NO_WISH, type Offer, scoreOf, common as shared, type Wanted } from "./score";

const AT = new Date("2026-01-05T09:00:00Z");
const NO_FILTERS = readFilters({}, DEFAULT_SETTINGS);
/** As in the settings' lists; narrow, so that many mentors are equals. */
const ids = (most: number, least = 0) =>
  fc.uniqueArray(fc.integer({ min: 1, max: most }), { minLength: least, maxLength: most });
const place = fc.option(fc.integer({ min: 1, max: 3 }));
const wish = fc.record({ topics: ids(5), methods: ids(3), languages: ids(2), sector: place, region: place });
const offer = fc.record({
  topics: ids(5, 1),
  methods: ids(3, 1),
  languages: ids(2, 1),
  sector: place,
  region: place,
  answerHours: fc.option(fc.integer({ min: 0, max: 200 })),
});
const filters = fc.record({
  topics: fc.oneof(fc.constant<number[]>([]), ids(2)),
  sector: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, place),
  region: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, place),
  language: fc.constantFrom(null, null, 1, 2),
  method: fc.constantFrom(null, null, 1, 3),
});

describe("the ranking in the database", () => {
  beforeEach(async () => {
    await db().member.deleteMany();
  });

  it("is the order of the pure rules, whoever asks and whatever is filtered, and pages hold everybody once", async () => {
    await fc.assert(
      fc.asyncProperty(wish, fc.array(offer, { maxLength: 70 }), filters, async (wanted, offers, narrow) => {
        await db().member.deleteMany();
        const viewer = await insertViewer(wanted);
        const mentors = await insertMentors(offers);
        const found = await everyPage(viewer, { ...NO_FILTERS, ...narrow });
        const expected = mentors.filter((mentor) => passes(mentor, narrow));
        expect(found.map((card) => card.memberId).sort()).toEqual(expected.map((mentor) => mentor.memberId).sort());
        const scores = found.map((card) => scoreOf(wanted, card));
        expect(scores).toEqual([...scores].sort(compareScores));
      }),
      { numRuns: dose(10, 60) },
    );
  });

  it("pages through thousands of equals, each once", async () => {
    const viewer = await insertViewer({ ...NO_WISH, topics: [1] });
    const same = { topics: [1], methods: [1], languages: [1], sector: null, region: null, answerHours: null };
    const mentors = await insertMentors(Array.from({ length: 410 }, () => same));
    const found = await everyPage(viewer, NO_FILTERS);
    expect(found).toHaveLength(410);
    expect(new Set(found.map((card) => card.memberId))).toEqual(new Set(mentors.map((mentor) => mentor.memberId)));
  });

  it("is the same for a word that few have and for one that many have", async () => {
    const viewer = await insertViewer({ topics: [1, 2], methods: [1], languages: [1], sector: 1, region: null });
    const mentors = await insertMentors(fc.sample(offer, { numRuns: 300, seed: 7 }));
    const found = mentors.filter((_, i) => i % 3 > 0).map(({ memberId }) => memberId);
    await db().mentorProfile.updateMany({ where: { memberId: { in: found } }, data: { searchText: "claims" } });
    for (const narrow of [{}, { topics: [1] }, { sector: 1 }]) {
      const filters = { ...NO_FILTERS, ...narrow };
      const expected = (await everyPage(viewer, filters)).map(({ memberId }) => memberId).filter((id) => found.includes(id));
      for (const few of [0, 199, 200])
        expect(await everyRanked(viewer, { ...filters, words: "claims" }, few)).toEqual(expected);
    }
  });

  it("is the same order where a rule holds, without those whom it keeps away", async () => {
    const viewer = await insertViewer({ topics: [1, 2], methods: [1], languages: [1], sector: 1, region: 1 });
    const mentors = new Map(
      (await insertMentors(fc.sample(offer, { numRuns: 300, seed: 9 }))).map((one) => [one.memberId, one]),
    );
    await db().mentorProfile.updateMany({ data: { searchText: "claims" } });
    const everybody = (await everyPage(viewer, NO_FILTERS)).map(({ memberId }) => memberId);
    const rules: [SimpleFact, RuleKind, (mentor: Offer) => boolean][] = [
      ["region", "never", ({ region }) => region !== 1],
      ["sector", "must", ({ sector }) => sector === 1 || sector === null],
      ["language", "must", ({ languages }) => languages.includes(1)],
      ["time-zone", "must", () => true],
    ];
    for (const [fact, kind, isAllowed] of rules) {
      await db().matchingRule.deleteMany();
      await insertRule(fact, { kind, hours: fact === "time-zone" ? 1 : null });
      const expected = everybody.filter((id) => isAllowed(mentors.get(id) as Offer));
      for (const words of ["", "claims"]) {
        const found = await everyPage(viewer, { ...NO_FILTERS, words });
        expect([fact, found.map(({ memberId }) => memberId)]).toEqual([fact, expected]);
      }
    }
    await db().matchingRule.deleteMany();
  });

  it("is the same in a programme, whether it is taken for one of few mentors or of many", async () => {
    const viewer = await insertViewer({ topics: [1, 2], methods: [1], languages: [1], sector: 1, region: 1 });
    const mentors = await insertMentors(fc.sample(offer, { numRuns: 300, seed: 11 }));
    await db().mentorProfile.updateMany({ data: { searchText: "claims" } });
    const programmeId = await insertProgramme();
    const joined = { programmeId, status: "joined", askedAt: AT, movedAt: AT };
    const ids = mentors.filter((_, i) => i % 5 > 1).map(({ memberId }) => memberId);
    await db().programmeMember.createMany({ data: ids.map((memberId) => ({ ...joined, memberId, role: "mentor" })) });
    for (const isIn of [false, true]) {
      if (isIn) await db().programmeMember.create({ data: { ...joined, memberId: viewer.memberId, role: "mentee" } });
      for (const narrow of [{}, { sector: 2 }, { words: "claims" }]) {
        const filters = { ...NO_FILTERS, ...narrow };
        const everybody = (await everyPage(viewer, filters)).map(({ memberId }) => memberId);
        const expected = isIn ? everybody.filter((id) => ids.includes(id)) : [];
        for (const hasMany of [false, true]) {
          const there = thoseIn(programmeId, viewer.memberId, hasMany);
          for (const few of [0, 1000]) expect(await everyRanked(viewer, filters, few, there)).toEqual(expected);
        }
      }
    }
  });

  it.each(["", "claims"])(
    "asks for a place in a large programme in the order of the list, with the words “%s”",
    async (words) => {
      const there = thoseIn(randomUUID(), randomUUID(), true);
      const statement = rankedCards({
        ...{ ...there, wanted: NO_WISH, filters: { ...NO_FILTERS, words } },
        ...{ after: null, menteeId: randomUUID(), limit: PAGE_SIZE },
      });
      const plan = await db().$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`EXPLAIN ${statement}`);
      // A join would give them in an order of its own.
      expect(plan.filter((line) => line["QUERY PLAN"].includes("Semi Join"))).toEqual([]);
    },
  );

  it.each(["", "claims"])("asks no workers for help, with the words “%s”", async (words) => {
    await insertMentors(fc.sample(offer, { numRuns: 50, seed: 8 }));
    await db().$executeRaw`ANALYZE "mentor_listings"`; // An empty table is never worth a worker.
    const ranking = {
      wanted: NO_WISH,
      filters: { ...NO_FILTERS, words },
      after: null,
      menteeId: randomUUID(),
      limit: PAGE_SIZE,
    };
    const statement = rankedCards({ ...ranking, only: Prisma.sql`true` });
    expect(await asksForWorkers(statement)).toBe(false);
    expect(await asksForWorkers(inAnyProcess(statement))).toBe(true);
  });

  it("shuffles equals differently for each mentee, and always the same for one", async () => {
    const same = { topics: [1], methods: [1], languages: [1], sector: null, region: null, answerHours: 20 };
    await insertMentors(Array.from({ length: 60 }, () => same));
    const [one, other] = [await insertViewer(NO_WISH), await insertViewer(NO_WISH)];
    const first = await everyPage(one, NO_FILTERS);
    expect(await everyPage(one, NO_FILTERS)).toEqual(first);
    expect(await everyPage(other, NO_FILTERS)).not.toEqual(first);
  });

  it("puts those of equals first for whom fewer people wait, and those last who let proposals expire", async () => {
    const same = { topics: [1], methods: [1], languages: [1], sector: null, region: null, answerHours: 20 };
    const states = [
      { askedCount: 4, repliedCount: 3 },
      { waitingCount: 2 },
      {},
      { askedCount: 4, repliedCount: 1 },
      { waitingCount: 1 },
      { askedCount: 4, repliedCount: 3, waitingCount: 1 },
    ];
    const mentors = await insertMentors(Array.from({ length: 48 }, (_, i) => ({ ...same, ...states[i % 6] })));
    const found = await everyPage(await insertViewer({ ...NO_WISH, topics: [1] }), NO_FILTERS);
    const order = found.map(({ memberId }) => mentors.findIndex((mentor) => mentor.memberId === memberId) % 6);
    expect(order).toEqual([2, 4, 1, 0, 5, 3].flatMap((state) => Array(8).fill(state)));
    // Somebody who fits better comes first all the same.
    const [better] = await insertMentors([{ ...same, topics: [1, 2], ...states[3] }]);
    const [first] = await everyPage(await insertViewer({ ...NO_WISH, topics: [1, 2] }), NO_FILTERS);
    expect(first?.memberId).toBe(better?.memberId);
  });

  it("takes any place in the ranking that an address may claim", async () => {
    const viewer = await insertViewer({ ...NO_WISH, topics: [1, 2, 3] });
    await insertMentors([{ ...NO_WISH, topics: [1], methods: [1], languages: [1], answerHours: 1 }]);
    const ranks = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), fc.bigInt({ min: 0n, max: 2n ** 43n }));
    await fc.assert(
      fc.asyncProperty(ranks, fc.uuid(), async (rank, memberId) => {
        const { mentors } = await findMentors(viewer, DEFAULT_SETTINGS, { ...NO_FILTERS, after: { rank, memberId } });
        expect(mentors.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("takes ids up to the last bit of the lists", async () => {
    const viewer = await insertViewer({ ...NO_WISH, topics: [0, 62] });
    const [mentor] = await insertMentors([{ ...NO_WISH, topics: [0, 62], methods: [62], languages: [0], answerHours: null }]);
    const { mentors } = await findMentors(viewer, DEFAULT_SETTINGS, { ...NO_FILTERS, topics: [62], method: 62, language: 0 });
    expect(mentors.map((card) => card.memberId)).toEqual([mentor?.memberId]);
  });
});

async function everyPage(viewer: Viewer, filters: MentorFilters, most = 1000): Promise<MentorCard[]> {
  const found: MentorCard[] = [];
  let after = "";
  for (let page = 1; page <= most; page++) {
    const cursor = readFilters({ after }, DEFAULT_SETTINGS).after;
    const { mentors, next } = await findMentors(viewer, DEFAULT_SETTINGS, { ...filters, after: cursor });
    expect(mentors.length).toBeLessThanOrEqual(PAGE_SIZE);
    if (next !== null) expect(mentors).toHaveLength(PAGE_SIZE);
    found.push(...mentors);
    if (next === null) break;
    after = next;
  }
  return found;
}

/** As findMentors asks for them, page by page, with another number for what few are. */
async function everyRanked(
  viewer: Viewer,
  filters: MentorFilters,
  few: number,
  there = thoseIn(null, viewer.memberId, false),
): Promise<string[]> {
  const found: string[] = [];
  const wanted = (await findMentors(viewer, DEFAULT_SETTINGS, NO_FILTERS)).wanted ?? NO_WISH;
  for (let after: Cursor | null = null; ; ) {
    const ranking = { ...there, wanted, filters, after, menteeId: viewer.memberId, limit: PAGE_SIZE };
    const page: Cursor[] = await db().$queryRaw<Cursor[]>(rankedCards(ranking, few));
    found.push(...page.map(({ memberId }) => memberId));
    after = page.at(-1) ?? null;
    if (!after) return found;
  }
}

function passes(mentor: Offer, { topics, sector, region, language, method }: Omit<MentorFilters, "words" | "after">): boolean {
  return (
    shared(topics, mentor.topics).length === topics.length &&
    (sector === null || mentor.sector === sector) &&
    (region === null || mentor.region === region) &&
    (language === null || mentor.languages.includes(language)) &&
    (method === null || mentor.methods.includes(method))
  );
}

async function insertViewer(wanted: Wanted): Promise<Viewer> {
  const id = randomUUID();
  const who = { name: "Amina", email: "amina@example.org", number: id, isMentor: false, isMentee: true };
  await db().member.create({ data: { ...who, id, createdAt: AT } });
  const lists = { topics: [...wanted.topics], methods: [...wanted.methods], languages: [...wanted.languages] };
  const words = { headline: "", about: "", aims: "", updatedAt: AT };
  await db().menteeProfile.create({ data: { ...wanted, ...lists, ...words, memberId: id } });
  return {
    ...who,
    memberId: id,
    activeRole: "mentee",
    staff: "none",
    timeZone: "Europe/London",
    picture: null,
    isAvailable: true,
  };
}

async function insertProgramme(): Promise<string> {
  const id = randomUUID();
  const words = { name: "Returners", forWhom: "Members who come back.", status: "open", time: "always", finding: "members" };
  await db().programme.create({ data: { ...words, id, takesMembers: true, own: {}, createdAt: AT, movedAt: AT } });
  return id;
}

async function insertMentors(offers: readonly Offer[]): Promise<(Offer & { memberId: string })[]> {
  const mentors = offers.map((one) => ({ ...one, memberId: randomUUID() }));
  const alike = { name: "Mentor", email: "m@example.org", isMentor: true, createdAt: AT };
  await db().member.createMany({ data: mentors.map(({ memberId: id }) => ({ id, number: id, ...alike })) });
  await db().mentorProfile.createMany({
    data: mentors.map((mentor) => ({
      ...mentor,
      topics: [...mentor.topics],
      methods: [...mentor.methods],
      languages: [...mentor.languages],
      headline: "",
      about: "",
      yearsOfExperience: 3,
      updatedAt: AT,
    })),
  });
  return mentors;
}
