import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { findMentor } from "@/lib/pairing/matching/details/queries";
import { saveMenteeProfile, saveMentorProfile } from "@/lib/people/members/commands";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { insertQuestion, shownTo } from "@/testing/profile-questions";
import { readAnswers } from "./answers";
import * as questions from "./commands";
import { fieldOf, MOST_ASKED, MOST_NUMBERS } from "./profile-question";
import { findQuestion, listAsked, listQuestions, listShownToStaff, previewQuestions } from "./queries";

const NOW = new Date("2026-03-02T10:00:00Z");
const SHARED = { headline: "One line", about: "More", topics: [1], sector: null, region: null, languages: [1], methods: [1] };
const MENTOR = { ...SHARED, yearsOfExperience: 5, capacity: 2, takesNoQuestions: false };
const MENTEE = { ...SHARED, aims: "To learn", careerStage: null };
const ASKED = { question: "Where do you work?", help: "", options: "", isRequired: false, isFilter: false };

const adding = (more: Partial<Parameters<typeof questions.addQuestion>[1]> = {}) =>
  ({ ...ASKED, id: randomUUID(), role: "mentor", kind: "text", readers: "everybody", ...more }) as const;

let admin: Viewer;
beforeEach(async () => {
  await db().profileAnswer.deleteMany();
  await db().profileQuestion.deleteMany();
  admin = viewerOf(await insertMember({ staff: "admin" }));
});

/** Saves the mentor's profile with this in the field of a question. */
async function answer(viewer: Viewer, questionId: string, typed: string[]) {
  const asked = await listAsked(viewer, "mentor");
  const { number = 0 } = asked.find(({ id }) => id === questionId) ?? {};
  const { answers, problems } = readAnswers(asked, { [fieldOf(number)]: typed });
  expect(problems).toEqual({});
  return saveMentorProfile(viewer, MENTOR, answers, SETTINGS, NOW);
}

const facts = async (subjectId: string) =>
  (await db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" }, select: { fact: true } })).map(
    ({ fact }) => fact,
  );

describe("staff", () => {
  test("who are no admins, and members, neither see nor change questions", async () => {
    const id = await insertQuestion();
    for (const viewer of [viewerOf(await insertMember({ staff: "staff" })), viewerOf(await insertMentor())]) {
      expect(await questions.addQuestion(viewer, adding(), NOW)).toMatchObject({ reason: "not-staff" });
      expect(await questions.changeQuestion(viewer, { ...ASKED, id, seen: 1 }, NOW)).toMatchObject({ reason: "not-found" });
      expect(await questions.askQuestion(viewer, id, false, NOW)).toMatchObject({ reason: "not-found" });
      expect(await questions.removeQuestion(viewer, id, NOW)).toMatchObject({ reason: "not-found" });
      expect(await questions.moveQuestion(viewer, id, "up", NOW)).toMatchObject({ reason: "not-found" });
      expect([await listQuestions(viewer), await previewQuestions(viewer, "mentor")]).toEqual([[], []]);
    }
    expect(await db().profileQuestion.findMany({ select: { version: true } })).toEqual([{ version: 1 }]);
  });

  test("add, change, order, retire, bring back and delete, and the trail has each", async () => {
    const [first, second] = [adding({ kind: "choice", options: "Bristol\nLeeds" }), adding({ question: "Why?" })];
    for (const one of [first, second, first]) expect((await questions.addQuestion(admin, one, NOW)).ok).toBe(true);
    const changed = { ...ASKED, id: first.id, seen: 1, question: "Which town?", options: "York\nLeeds", isRequired: true };
    expect((await questions.changeQuestion(admin, changed, NOW)).ok).toBe(true);
    expect(await questions.changeQuestion(admin, changed, NOW)).toMatchObject({ reason: "changed-meanwhile" });
    expect(await findQuestion(admin, first.id)).toMatchObject({
      question: "Which town?",
      isRequired: true,
      readers: "everybody",
      options: [{ id: 3, label: "York" }, { id: 2 }, { id: 1, retired: true }],
    });
    await questions.moveQuestion(admin, second.id, "up", NOW);
    await questions.moveQuestion(admin, second.id, "up", NOW);
    expect((await previewQuestions(admin, "mentor")).map(({ id }) => id)).toEqual([second.id, first.id]);
    await questions.askQuestion(admin, first.id, false, NOW);
    await questions.askQuestion(admin, first.id, false, NOW);
    expect((await previewQuestions(admin, "mentor")).map(({ id }) => id)).toEqual([second.id]);
    await questions.askQuestion(admin, first.id, true, NOW);
    expect((await questions.removeQuestion(admin, second.id, NOW)).ok).toBe(true);
    expect((await listQuestions(admin)).map(({ id }) => id)).toEqual([first.id]);
    const named = (names: string[]) => names.map((name) => `profile-question-${name}`);
    expect(await facts(first.id)).toEqual(named(["added", "changed", "retired", "brought-back"]));
    expect(await facts(second.id)).toEqual(named(["added", "moved", "removed"]));
  });

  test("a question that somebody has answered is never deleted", async () => {
    const id = await insertQuestion();
    await answer(viewerOf(await insertMentor()), id, ["Here"]);
    expect(await questions.removeQuestion(admin, id, NOW)).toMatchObject({ reason: "in-use" });
    expect(await findQuestion(admin, id)).toMatchObject({ isAnswered: true });
  });

  test("a number is used again only when its question is gone, and there are so many", async () => {
    const last = await insertQuestion({ number: MOST_NUMBERS - 1, retiredAt: NOW });
    for (let i = 0; i < MOST_ASKED; i++) expect((await questions.addQuestion(admin, adding(), NOW)).ok).toBe(true);
    expect(await questions.addQuestion(admin, adding(), NOW)).toMatchObject({ reason: "too-many-asked" });
    expect(await questions.askQuestion(admin, last, true, NOW)).toMatchObject({ reason: "too-many-asked" });
    expect((await questions.addQuestion(admin, adding({ role: "mentee" }), NOW)).ok).toBe(true);
    const numbers = await db().profileQuestion.findMany({ where: { role: "mentor" }, select: { number: true } });
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(MOST_ASKED + 1);
    await db().profileQuestion.updateMany({ data: { retiredAt: NOW } });
    while ((await db().profileQuestion.count({ where: { role: "mentor" } })) < MOST_NUMBERS)
      await db().$executeRaw`
        INSERT INTO "profile_questions" ("id", "role", "number", "position", "kind", "readers", "question", "isRequired", "retiredAt",
          "createdAt", "changedAt")
        SELECT gen_random_uuid(), 'mentor', n, n, 'text', 'staff', 'Another', false, now(), now(), now()
        FROM generate_series(1, ${MOST_NUMBERS}::integer) n ON CONFLICT DO NOTHING`;
    expect(await questions.addQuestion(admin, adding(), NOW)).toMatchObject({ reason: "no-number-left" });
  });
});

describe("a member", () => {
  test("saves answers with the profile, changes them, and takes them back", async () => {
    const viewer = viewerOf(await insertMember({ isMentor: true, isMentee: true }));
    const [open, sealed] = [await insertQuestion(), await insertQuestion({ readers: "partners" })];
    await answer(viewer, open, ["In the open"]);
    await answer(viewer, sealed, ["For partners"]);
    // The other field was left empty, which takes the first answer back.
    expect((await listAsked(viewer, "mentor")).map((asked) => asked.answer)).toEqual([null, "For partners"]);
    const rows = await db().profileAnswer.findMany({ select: { answer: true, sealed: true } });
    expect(rows).toEqual([{ answer: null, sealed: expect.not.stringContaining("partners") }]);
    await answer(viewer, sealed, ["Other words"]);
    expect(await listAsked(viewer, "mentor")).toMatchObject([{ answer: null }, { answer: "Other words" }]);
    expect(await listAsked(viewer, "mentee")).toEqual([]);
  });

  test("who does not hold the role, or answers what is not asked, saves no answer", async () => {
    const [id, retired] = [await insertQuestion(), await insertQuestion({ retiredAt: NOW })];
    const given = [id, retired].map((questionId) => ({ questionId, isSealed: false, answer: "Here" }));
    const [mentor, mentee] = [viewerOf(await insertMentor()), viewerOf(await insertMentee())];
    expect(await saveMentorProfile(mentee, MENTOR, given, SETTINGS, NOW)).toMatchObject({ reason: "not-your-role" });
    await saveMenteeProfile(mentee, MENTEE, given, SETTINGS, NOW);
    expect(await db().profileAnswer.count()).toBe(0);
    await saveMentorProfile(mentor, MENTOR, given, SETTINGS, NOW);
    expect(await db().profileAnswer.findMany({ select: { questionId: true } })).toEqual([{ questionId: id }]);
  });

  test("with a profile from before a required question keeps it, and is found and asked at the next save", async () => {
    const mentor = await insertMentor();
    await insertQuestion({ isRequired: true });
    expect(await db().mentorListing.count({ where: { memberId: mentor.id } })).toBe(1);
    expect(readAnswers(await listAsked(viewerOf(mentor), "mentor"), {}).problems).toEqual({
      [fieldOf(1)]: ["Please answer this question."],
    });
  });
});

test("who reads an answer: everybody with the profile, partners until the end, or staff", async () => {
  const { id, mentee, mentor } = await insertPartners();
  const viewer = viewerOf(mentor);
  for (const readers of ["everybody", "partners", "staff"]) await insertQuestion({ readers, question: readers });
  const asked = await listAsked(viewer, "mentor");
  const form = Object.fromEntries(asked.map(({ number }) => [fieldOf(number), ["Words"]]));
  await saveMentorProfile(viewer, MENTOR, readAnswers(asked, form).answers, SETTINGS, NOW);
  const seenBy = async (one: Viewer) => (await shownTo(one, mentor.id, "mentor")).map(({ question }) => question);
  const staff = viewerOf(await insertMember({ staff: "admin" }));
  expect(await seenBy(viewerOf(mentee))).toEqual(["everybody", "partners"]);
  expect(await seenBy(viewerOf(await insertMentee()))).toEqual(["everybody"]);
  expect(await seenBy(staff)).toEqual(["everybody"]);
  // The page of the mentor has them, where the society asks anything.
  const found = (hasQuestions: boolean) => findMentor(viewerOf(mentee), SETTINGS, mentor.id, NOW, { hasQuestions });
  expect((await found(true))?.answers).toEqual(await shownTo(viewerOf(mentee), mentor.id, "mentor"));
  expect((await found(false))?.answers).toEqual([]);
  // The roles of the two are not each other's.
  expect(await shownTo(viewerOf(mentee), mentor.id, "mentee")).toEqual([]);
  expect((await listShownToStaff(staff, mentor.id, "mentor")).map(({ question }) => question)).toEqual(["everybody", "staff"]);
  expect(await listShownToStaff(viewerOf(mentee), mentor.id, "mentor")).toEqual([]);
  await db().relationship.update({
    where: { id },
    data: { endedAt: NOW, endedBecause: "mentor", dueAt: null },
    select: { id: true },
  });
  expect(await seenBy(viewerOf(mentee))).toEqual(["everybody"]);
  await db().profileQuestion.updateMany({ data: { retiredAt: NOW } });
  expect(await seenBy(viewerOf(mentee))).toEqual([]);
});

test("only what everybody reads and mentors choose narrows the list", async () => {
  for (const other of [{ readers: "staff" }, { kind: "text" }, { role: "mentee" }] as const) {
    const typed = adding({ kind: "choice", options: "Bristol\nLeeds", isFilter: true, ...other });
    expect(await questions.addQuestion(admin, typed, NOW)).toMatchObject({ reason: "no-filter" });
  }
  const one = adding({ kind: "yes-no", isFilter: true });
  expect((await questions.addQuestion(admin, one, NOW)).ok).toBe(true);
  expect(await findQuestion(admin, one.id)).toMatchObject({ isFilter: true });
});

test("what the register says is shown to the member and its readers, and asked of nobody", async () => {
  const mentor = await insertMentor();
  const viewer = viewerOf(mentor);
  const filled = (more: object = {}) => adding({ question: "Employer", filledFrom: "Employer", readers: "staff", ...more });
  expect(await questions.addQuestion(admin, filled(), NOW)).toMatchObject({ reason: "no-such-column" });
  const entry = { number: mentor.number, name: mentor.name, surnameKey: "x", standing: "current", importedAt: NOW };
  await db().registerEntry.create({ data: { ...entry, further: { Employer: "Acme" } }, select: { number: true } });
  for (const other of [{ readers: "partners" }, { kind: "number" }, { isRequired: true }])
    expect(await questions.addQuestion(admin, filled(other), NOW)).toMatchObject({ reason: "filled-otherwise" });
  const one = filled();
  expect((await questions.addQuestion(admin, one, NOW)).ok).toBe(true);
  expect(await questions.changeQuestion(admin, { ...ASKED, id: one.id, seen: 1, isRequired: true }, NOW)).toMatchObject({
    reason: "filled-otherwise",
  });
  const asked = await listAsked(viewer, "mentor");
  expect(asked).toMatchObject([{ filledFrom: "Employer", answer: "Acme" }]);
  expect(readAnswers(asked, { [fieldOf(1)]: ["Another"] })).toEqual({ answers: [], problems: {} });
  await saveMentorProfile(viewer, MENTOR, [{ questionId: one.id, isSealed: false, answer: "Another" }], SETTINGS, NOW);
  expect(await listShownToStaff(admin, mentor.id, "mentor")).toMatchObject([{ words: "Acme" }]);
  expect(await shownTo(viewerOf(await insertMentee()), mentor.id, "mentor")).toEqual([]);
  await db().registerEntry.deleteMany();
  expect(await listAsked(viewer, "mentor")).toMatchObject([{ answer: null }]);
});
