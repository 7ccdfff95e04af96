import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { db, Prisma } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { waitForMentor } from "@/lib/pairing/alerts/commands";
import { alertSweepStep, openingSweepStep } from "@/lib/pairing/alerts/sweep-step";
import { readFilters } from "@/lib/pairing/matching/input";
import { findMentors, listCandidates, suggestMentors } from "@/lib/pairing/matching/queries";
import { rankedCards } from "@/lib/pairing/matching/ranked-page-sql";
import { NO_WISH } from "@/lib/pairing/matching/score";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import { findRefusalToSend } from "@/lib/pairing/proposals/ways/queries";
import * as questions from "@/lib/pairing/questions/commands";
import { keepPlace } from "@/lib/pairing/queue/commands";
import { queueSweepStep } from "@/lib/pairing/queue/sweep-step";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { dose } from "@/testing/dose";
import { empty } from "@/testing/empty";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { insertQuestion } from "@/testing/profile-questions";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { insertRule } from "@/testing/rules";
import * as rules from "./commands";
import { keyOf } from "./facts";
import { listRules, rulesBetween, rulesIn } from "./queries";
import { areAlike, type Fact, type HeldRule, MOST_RULES } from "./rule";
import { allowedByRules } from "./rules-sql";
import { speaks } from "./speaks";

const NOW = onDay(1);
const AT = new Date("2026-01-05T09:00:00Z");
const NO_FILTERS = readFilters({}, SETTINGS);
const OPTIONS = ["Acme Ltd", "Bexley", "Ümläut & Söhne"].map((label, i) => ({ id: i + 1, label, retired: false }));

beforeEach(async () => {
  await empty("members", "matching_rules", "mails");
  await db().profileQuestion.deleteMany();
  await db().registerEntry.deleteMany();
});

const found = async (viewer: TestMember, filters = {}) =>
  (await findMentors(viewerOf(viewer), SETTINGS, { ...NO_FILTERS, ...filters })).mentors.map(({ memberId }) => memberId);

describe("the database", () => {
  const place = fc.option(fc.integer({ min: 1, max: 3 }));
  const text = fc.option(fc.constantFrom("Acme Ltd", "ACME  ltd.", "ácme-ltd", "2", "Yes", "ümläut  & SÖHNE", " – ", "Bexley"));
  const person = fc.record({
    ...{ sector: place, region: place, languages: fc.uniqueArray(fc.integer({ min: 1, max: 3 })) },
    zone: fc.option(fc.constantFrom("Europe/Paris", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "Gone/Away")),
    ...{ text, employer: text, isYes: fc.option(fc.boolean()), number: fc.option(fc.integer({ min: 1, max: 2 })) },
    ...{ choice: fc.option(fc.constantFrom(1, 2, 3)), choices: fc.uniqueArray(fc.constantFrom(1, 2, 3)) },
    /** Whom they name as their manager: one of the mentors, by number or by address. */
    manager: fc.option(fc.record({ which: fc.nat(2), by: fc.constantFrom("number", "email") })),
  });
  const KINDS = ["text", "choice", "choices", "yes-no", "number", "manager"] as const;
  const rule = fc.record({
    ...{ kind: fc.constantFrom("must", "never"), mustBeKnown: fc.boolean(), hours: fc.integer({ min: 0, max: 12 }) },
    facts: fc.tuple(fc.nat(11), fc.nat(11)),
  });
  type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;

  test("says of everybody, whatever is known of them, what the pure rule says", async () => {
    const asked = { mentee: [] as string[], mentor: [] as string[] };
    for (const role of ["mentee", "mentor"] as const)
      for (const kind of KINDS)
        asked[role].push(
          await insertQuestion({ role, kind: kind === "manager" ? "text" : kind, options: OPTIONS, readers: "staff" }),
        );
    const factsOf = (role: "mentee" | "mentor"): Fact[] => [
      ...(["sector", "region", "language", "time-zone", "member"] as const),
      "register:Employer",
      ...asked[role].map((id): Fact => `question:${id}`),
    ];
    const society = fc.record({
      mentees: fc.array(person, { minLength: 3, maxLength: 3 }),
      mentors: fc.array(person, { minLength: 3, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(society, fc.array(rule, { minLength: 12, maxLength: 12 }), async ({ mentees, mentors }, typed) => {
        await db().member.deleteMany();
        await db().registerEntry.deleteMany();
        const held = typed.flatMap(({ facts: [a, b], kind, mustBeKnown, hours }): HeldRule[] => {
          const [menteeFact, mentorFact] = [factsOf("mentee")[a] as Fact, factsOf("mentor")[b] as Fact];
          if (!areAlike(menteeFact, mentorFact)) return [];
          const isOfZones = menteeFact === "time-zone";
          const values = { id: randomUUID(), programmeId: null, mustBeKnown, zone: "Europe/London", menteeFact, mentorFact };
          return [{ ...values, kind: isOfZones ? "must" : (kind as "must"), hours: isOfZones ? hours : null }];
        });
        const known = new Map<string, string[]>();
        const theMentors = await Promise.all(mentors.map((one) => insert("mentor", one, [], known)));
        const theMentees = await Promise.all(mentees.map((one) => insert("mentee", one, theMentors, known)));
        const [one, other] = [Prisma.sql`a."memberId"`, Prisma.sql`b."memberId"`];
        const said = held.map((rule) => allowedByRules([rule], one, other));
        const rows = await db().$queryRaw<{ mentee: string; mentor: string; said: boolean[] }[]>`
          SELECT ${one} AS "mentee", ${other} AS "mentor", ARRAY[${Prisma.join([Prisma.sql`true`, ...said])}] AS "said"
          FROM "mentee_profiles" a CROSS JOIN "mentor_profiles" b`;
        expect(rows).toHaveLength(theMentees.length * theMentors.length);
        for (const { mentee, mentor, said } of rows) {
          for (const [i, rule] of held.entries()) {
            const theirs = known.get(`${mentee} ${rule.menteeFact}`) ?? [];
            const its = known.get(`${mentor} ${rule.mentorFact}`) ?? [];
            const isAllowed = speaks(rule, theirs, its) === null;
            expect({ rule, theirs, its, isAllowed: said[i + 1] }).toEqual({ rule, theirs, its, isAllowed });
          }
        }
      }),
      { numRuns: dose(8, 100) },
    );

    async function insert(role: "mentee" | "mentor", one: Person, all: TestMember[], known: Map<string, string[]>) {
      const { sector, region, languages, zone } = one;
      const add = role === "mentee" ? insertMentee : insertMentor;
      const member = await add({ sector, region, languages }, { timeZone: zone });
      const named = one.manager && all[one.manager.which];
      const manager = named ? named[one.manager?.by === "email" ? "email" : "number"] : null;
      const answers = [
        one.text,
        one.choice === null ? null : String(one.choice),
        one.choices.length === 0 ? null : one.choices.join(","),
        one.isYes === null ? null : one.isYes ? "yes" : "no",
        one.number === null ? null : String(one.number),
        manager,
      ];
      const given = answers.flatMap((answer, i) =>
        answer === null ? [] : [{ memberId: member.id, questionId: asked[role][i] ?? "", answer, answeredAt: AT }],
      );
      await db().profileAnswer.createMany({ data: given });
      await db().registerEntry.create({
        data: {
          ...{ number: member.number, name: member.name, surnameKey: "x", standing: "current", importedAt: AT },
          further: one.employer === null ? {} : { Employer: one.employer },
        },
        select: { number: true },
      });
      const labels = (ids: (number | null)[]) => OPTIONS.filter(({ id }) => ids.includes(id)).map(({ label }) => keyOf(label));
      const texts = (said: (string | null | undefined)[]) => said.map((text) => keyOf(text ?? "")).filter((key) => key !== "");
      const facts: Record<string, string[]> = {
        sector: sector === null ? [] : [String(sector)],
        region: region === null ? [] : [String(region)],
        language: languages.map(String),
        "time-zone": [zone ?? "Europe/London"],
        member: [keyOf(member.number), keyOf(member.email)],
        "register:Employer": texts([one.employer]),
        [`question:${asked[role][0]}`]: texts([answers[0]]),
        [`question:${asked[role][1]}`]: labels([one.choice]),
        [`question:${asked[role][2]}`]: labels(one.choices),
        [`question:${asked[role][3]}`]: texts([answers[3]]),
        [`question:${asked[role][4]}`]: texts([answers[4]]),
        [`question:${asked[role][5]}`]: texts([answers[5]]),
      };
      for (const [fact, keys] of Object.entries(facts)) known.set(`${member.id} ${fact}`, keys);
      return member;
    }
  });

  test("asks nothing where there are no rules: the search is the same statement", () => {
    const ranking = { wanted: NO_WISH, filters: { ...NO_FILTERS, words: "" }, after: null, menteeId: randomUUID(), limit: 20 };
    const only = Prisma.sql`true`;
    for (const words of ["", "claims"]) {
      const filters = { ...NO_FILTERS, words };
      expect(rankedCards({ ...ranking, filters, only, rules: [] }).sql).toBe(rankedCards({ ...ranking, filters, only }).sql);
      expect(rankedCards({ ...ranking, filters, only }).sql).not.toMatch(/plain_words|profile_answers/);
    }
    expect(allowedByRules([], Prisma.sql`a`, Prisma.sql`b`).sql).toBe("true");
  });
});

describe("a rule keeps a mentor", () => {
  let mentee: TestMember;
  let near: TestMember;
  let far: TestMember;
  beforeEach(async () => {
    mentee = await insertMentee({ sector: 1 });
    [near, far] = [await insertMentor({ sector: 1 }), await insertMentor({ sector: 2, searchText: "claims" })];
    await insertRule("sector");
  });

  test("out of the search, by words too, page after page, and out of suggestions and choices", async () => {
    expect(await found(mentee)).toEqual([far.id]);
    await db().mentorProfile.updateMany({ data: { searchText: "claims" } });
    expect(await found(mentee, { words: "claims" })).toEqual([far.id]);
    const ranking = {
      wanted: NO_WISH,
      filters: { ...NO_FILTERS, words: "claims" },
      after: null,
      menteeId: mentee.id,
      limit: 20,
    };
    const statement = rankedCards({ ...ranking, only: Prisma.sql`true`, rules: await rulesIn(null, SETTINGS) }, 0);
    expect(await db().$queryRaw<{ memberId: string }[]>(statement)).toMatchObject([{ memberId: far.id }]);
    expect((await suggestMentors(mentee.id, [], SETTINGS)).map(({ memberId }) => memberId)).toEqual([far.id]);
    const candidates = await listCandidates(mentee.id, randomUUID(), [near.id, far.id], null, SETTINGS);
    expect(candidates.map(({ memberId }) => memberId)).toEqual([far.id]);
    await db().matchingRule.updateMany({ data: { retiredAt: NOW } });
    expect((await found(mentee)).sort()).toEqual([near.id, far.id].sort());
  });

  test("from being asked a question or sent a proposal, also as a further choice, and says no more than that to the mentee", async () => {
    const viewer = viewerOf(mentee);
    expect(await findRefusalToSend(viewer, near.id, SETTINGS, NOW)).toBe("kept-apart");
    expect(await proposals.send(viewer, near.id, WORDS, SETTINGS, NOW)).toMatchObject({ ok: false, reason: "kept-apart" });
    const typed = { key: randomUUID(), words: "May I ask you something?" };
    expect(await questions.ask(viewer, near.id, typed, SETTINGS, NOW)).toMatchObject({ reason: "kept-apart" });
    const sent = await proposals.send(viewer, far.id, { ...WORDS, choices: [near.id] }, SETTINGS, NOW);
    expect(sent.ok).toBe(true);
    expect(await db().proposalChoice.count()).toBe(0);
  });

  test("from nothing that was there before: a proposal is accepted after the rule came", async () => {
    const sent = await proposals.send(viewerOf(mentee), far.id, WORDS, SETTINGS, SENT_AT);
    if (!sent.ok) throw new Error(sent.reason);
    await insertRule("sector", { kind: "must" });
    expect((await proposals.accept(viewerOf(far), sent.value, 1, SETTINGS, NOW)).ok).toBe(true);
  });

  test("out of a queue and an alert", async () => {
    const viewer = viewerOf(mentee);
    await db().matchingRule.updateMany({ data: { retiredAt: NOW } });
    const sent = await proposals.send(viewer, near.id, WORDS, SETTINGS, SENT_AT);
    if (!sent.ok) throw new Error(sent.reason);
    await db().proposal.update({
      where: { id: sent.value },
      data: { status: "withdrawn", withdrawnBecause: "mentor-full", dueAt: null },
      select: { id: true },
    });
    expect((await keepPlace(viewer, sent.value, SETTINGS, NOW)).ok).toBe(true);
    await waitForMentor(viewer, { mentorId: near.id }, NOW);
    await db().mentorAlertFind.create({ data: { memberId: mentee.id, mentorId: near.id, since: SENT_AT, dueAt: SENT_AT } });
    await db().matchingRule.updateMany({ data: { retiredAt: null } });
    await sweep(openingSweepStep, onDay(2));
    expect((await sweep(alertSweepStep("Europe/London"), onDay(2))).alertsTold ?? 0).toBe(0);
    expect((await sweep(queueSweepStep, onDay(2))).askedAgain ?? 0).toBe(0);
    await db().matchingRule.deleteMany();
    expect((await sweep(queueSweepStep, onDay(3))).askedAgain).toBe(1);
  });
});

test("a rule holds everywhere, or in its programme; and not while its question is not asked", async () => {
  const programme = await db().programme.create({
    data: {
      ...{ id: randomUUID(), name: "An intake", forWhom: "x", status: "running", time: "intake", finding: "both", own: {} },
      ...{ createdAt: AT, movedAt: AT },
    },
    select: { id: true },
  });
  const question = await insertQuestion({ role: "mentee" });
  const everywhere = await insertRule("sector");
  const scheme = await insertRule("region", { programmeId: SOCIETY_SCHEME });
  const intake = await insertRule("language", { programmeId: programme.id });
  const asked = await insertRule(`question:${question}`, { mentorFact: "member" });
  const held = async (where: string | null | "any") => (await rulesIn(where, SETTINGS)).map(({ id }) => id).sort();
  expect(await held(null)).toEqual([everywhere, scheme, asked].sort());
  expect(await held(programme.id)).toEqual([everywhere, intake, asked].sort());
  await db().profileQuestion.updateMany({ data: { retiredAt: NOW } });
  expect(await held("any")).toEqual([everywhere, scheme, intake].sort());
  const [mentee, mentor] = [await insertMentee({ sector: 1 }), await insertMentor({ sector: 2 })];
  // Where each pair has a programme of its own, the rules of others do not touch it.
  const any = await rulesIn("any", SETTINGS);
  const isAllowedIn = async (id: string | null) => {
    const [a, b] = [Prisma.sql`${mentee.id}::uuid`, Prisma.sql`${mentor.id}::uuid`];
    const [row] = await db().$queryRaw<{ is: boolean }[]>`SELECT ${allowedByRules(any, a, b, Prisma.sql`${id}::uuid`)} AS "is"`;
    return row?.is;
  };
  // Their region and their language are the same.
  expect([await isAllowedIn(null), await isAllowedIn(programme.id)]).toEqual([false, false]);
  await db().matchingRule.delete({ where: { id: scheme }, select: { id: true } });
  any.splice(
    any.findIndex(({ id }) => id === scheme),
    1,
  );
  expect([await isAllowedIn(null), await isAllowedIn(programme.id)]).toEqual([true, false]);
});

test("staff are told which rules speak, and of a private wish only that there is one", async () => {
  const mentor = await insertMentor({ sector: 1 });
  const mentee = await insertMentee({ sector: 1, languages: [] });
  const question = await insertQuestion({ role: "mentee", question: "Who is your manager?" });
  await db().profileAnswer.create({
    data: { memberId: mentee.id, questionId: question, answer: mentor.email.toUpperCase(), answeredAt: AT },
  });
  await insertRule("sector");
  await insertRule("region", { kind: "must" });
  await insertRule("language", { kind: "must", mustBeKnown: true });
  await insertRule(`question:${question}`, { mentorFact: "member" });
  const said = await rulesBetween(null, mentee.id, mentor.id);
  expect(said.pro).toEqual([]);
  expect(said.contra.sort()).toEqual([
    "Always a language in common. We must know it about both, and do not know it about the mentee.",
    "Never the same sector.",
    "Never where the mentee’s answer to “Who is your manager?” names the mentor.",
  ]);
  await db().matchingRule.deleteMany();
  expect(await rulesBetween(null, mentee.id, mentor.id)).toEqual({ pro: [], contra: [] });
  await db().avoidedMentee.create({ data: { mentorId: mentor.id, menteeId: mentee.id, at: NOW } });
  const wish = await rulesBetween(null, mentee.id, mentor.id);
  await db().avoidedMentee.deleteMany();
  await db().mentorMark.create({ data: { memberId: mentee.id, mentorId: mentor.id, mark: "hidden", at: NOW } });
  expect(await rulesBetween(null, mentee.id, mentor.id)).toEqual(wish);
  expect(wish).toEqual({ pro: [], contra: ["One of the two would rather not be matched with the other."] });
});

test("an answer that has to be the same, and is, speaks for a pair", async () => {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const [hers, his] = [
    await insertQuestion({ role: "mentee", question: "Which branch?" }),
    await insertQuestion({ role: "mentor", question: "Which branch do you help?" }),
  ];
  const answer = async (memberId: string, questionId: string, words: string) =>
    db().profileAnswer.create({ data: { memberId, questionId, answer: words, answeredAt: AT } });
  await insertRule(`question:${hers}`, { mentorFact: `question:${his}`, kind: "must" });
  await answer(mentee.id, hers, "Wales");
  expect(await rulesBetween(null, mentee.id, mentor.id)).toEqual({ pro: [], contra: [] });
  await answer(mentor.id, his, "WALES");
  expect(await rulesBetween(null, mentee.id, mentor.id)).toEqual({
    pro: [
      "Only where the mentee’s answer to “Which branch?” is the same as the mentor’s answer to “Which branch do you help?”.",
    ],
    contra: [],
  });
  await db().matchingRule.deleteMany();
});

describe("staff", () => {
  const typed = { programmeId: "", kind: "never", menteeFact: "sector", mentorFact: "sector", hours: "" } as const;
  const facts = async (subjectId: string) =>
    (await db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" }, select: { fact: true } })).map(
      ({ fact }) => fact,
    );

  test("add, retire, bring back and delete rules, and the trail has each; nobody else does", async () => {
    const [staff, id] = [viewerOf(await insertMember({ staff: "staff" })), randomUUID()];
    const mentor = viewerOf(await insertMentor());
    expect(await rules.addRule(mentor, { ...typed, id }, NOW)).toMatchObject({ reason: "not-staff" });
    for (let i = 0; i < 2; i++) expect((await rules.addRule(staff, { ...typed, id }, NOW)).ok).toBe(true);
    expect(await rules.addRule(staff, { ...typed, kind: "must", id }, NOW)).toMatchObject({ reason: "already-there" });
    expect(await rules.holdRule(mentor, id, false, NOW)).toMatchObject({ reason: "not-found" });
    expect(await rules.removeRule(mentor, id, NOW)).toMatchObject({ reason: "not-found" });
    expect((await listRules(mentor, SETTINGS)).rules).toEqual([]);
    expect(await rules.removeRule(staff, id, NOW)).toMatchObject({ reason: "still-held" });
    await insertMentee({ sector: null });
    expect((await listRules(staff, SETTINGS)).rules).toMatchObject([
      { id, retiredAt: null, isIdle: false, mentors: { all: 1, known: 1 }, mentees: { all: 1, known: 0 } },
    ]);
    for (const isHeld of [false, false, true, false]) expect((await rules.holdRule(staff, id, isHeld, NOW)).ok).toBe(true);
    expect((await rules.removeRule(staff, id, NOW)).ok).toBe(true);
    expect(await facts(id)).toEqual(
      ["added", "retired", "brought-back", "retired", "removed"].map((fact) => `matching-rule-${fact}`),
    );
  });

  test("compare only what there is: no sealed answer, no day, no column that is not there; and not too much", async () => {
    const staff = viewerOf(await insertMember({ staff: "staff" }));
    const asked = {
      sealed: await insertQuestion({ role: "mentee", readers: "partners" }),
      day: await insertQuestion({ role: "mentee", kind: "date" }),
      other: await insertQuestion({ role: "mentor" }),
      fine: await insertQuestion({ role: "mentee" }),
    };
    const add = (menteeFact: string) =>
      rules.addRule(staff, { ...typed, menteeFact, mentorFact: "member", id: randomUUID() }, NOW);
    for (const fact of [
      `question:${asked.sealed}`,
      `question:${asked.day}`,
      `question:${asked.other}`,
      "register:Employer",
      "shoe size",
    ])
      expect(await add(fact), fact).toMatchObject({ reason: "no-such-fact" });
    expect((await add(`question:${asked.fine}`)).ok).toBe(true);
    for (let i = 1; i < MOST_RULES; i++) await insertRule("region");
    expect(await add(`question:${asked.fine}`)).toMatchObject({ reason: "too-many" });
  });

  test("can add as many in each programme as everywhere", async () => {
    const staff = viewerOf(await insertMember({ staff: "staff" }));
    const [one, two] = [await openProgramme(staff, NOW), await openProgramme(staff, NOW, { name: "Newcomers" })];
    const add = (programmeId: string) => rules.addRule(staff, { ...typed, programmeId, id: randomUUID() }, NOW);
    for (let i = 0; i < MOST_RULES; i++) expect((await add(one)).ok).toBe(true);
    expect(await add(one)).toMatchObject({ reason: "too-many-here" });
    const [other, everywhere] = [await add(two), await add("")];
    expect([other.ok, everywhere.ok]).toEqual([true, true]);
    const { rules: listed } = await listRules(staff, SETTINGS);
    const retired = listed.find(({ programmeId }) => programmeId === one)?.id ?? "";
    expect((await rules.holdRule(staff, retired, false, NOW)).ok).toBe(true);
    expect((await add(one)).ok).toBe(true);
    expect(await rules.holdRule(staff, retired, true, NOW)).toMatchObject({ reason: "too-many-here" });
  });
});
