import { randomUUID } from "node:crypto";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import { saveMentorProfile } from "@/lib/people/members/commands";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { insertQuestion, shownTo } from "@/testing/profile-questions";
import { openProgramme } from "@/testing/programmes/intake";
import { readAnswers } from "./answers";
import { answerFrom } from "./claims";
import * as questions from "./commands";
import { type ClaimQuestion, fieldOf } from "./profile-question";
import { findQuestion, listAsked, listComparable, listShownToStaff, listUnfitOnJoining } from "./queries";
import { saveClaimed } from "./save";

const NOW = new Date("2026-03-02T10:00:00Z");
const LATER = new Date("2026-03-03T10:00:00Z");
const MENTOR = {
  ...{ headline: "One line", about: "More", topics: [1], sector: null, region: null, languages: [1], methods: [1] },
  ...{ yearsOfExperience: 5, capacity: 2, takesNoQuestions: false },
};

let admin: Viewer;
beforeEach(async () => {
  await db().profileAnswer.deleteMany();
  await db().unfitClaim.deleteMany();
  await db().profileQuestion.deleteMany();
  admin = viewerOf(await insertMember({ staff: "admin" }));
});

const adding = (more: object = {}): Parameters<typeof questions.addQuestion>[1] => ({
  ...{ id: randomUUID(), role: "mentor", kind: "text", readers: "staff", question: "Branch?", help: "", options: "" },
  ...{ isRequired: false, isFilter: false, claim: "branch", ...more },
});

/** A sign-in at which these claims come, by question. */
async function signIn({ id }: TestMember, said: Record<string, unknown[]>, at = NOW): Promise<void> {
  const asked = await db().profileQuestion.findMany({ where: { id: { in: Object.keys(said) } } });
  const claimed = asked.map((question) => answerFrom(question as unknown as ClaimQuestion, said[question.id] ?? []));
  await saveClaimed(id, claimed, at);
}

const answersOf = (memberId: string) =>
  db().profileAnswer.findMany({ where: { memberId }, select: { questionId: true, answer: true, answeredAt: true } });

test("admins name the claim; it cannot be required, come from the register too, or be part of the protocol", async () => {
  expect(await questions.addQuestion(admin, adding({ isRequired: true }), NOW)).toMatchObject({ reason: "claim-required" });
  expect(await questions.addQuestion(admin, adding({ filledFrom: "Branch" }), NOW)).toMatchObject({ reason: "filled-twice" });
  expect(await questions.addQuestion(admin, adding({ claim: "nonce" }), NOW)).toMatchObject({ reason: "claim-of-protocol" });
  const one = adding({ kind: "number", readers: "partners" });
  expect((await questions.addQuestion(admin, one, NOW)).ok).toBe(true);
  expect(await findQuestion(admin, one.id)).toMatchObject({ claim: "branch", filledFrom: null, unfit: 0, isAnswered: false });
  const change = { id: one.id, seen: 1, question: "Branch?", help: "", options: "", isRequired: true, isFilter: false };
  expect(await questions.changeQuestion(admin, change, NOW)).toMatchObject({ reason: "claim-required" });
});

test("with accounts of ours there are no claims", async () => {
  env().SIGN_IN = "local";
  onTestFinished(() => {
    env().SIGN_IN = "federated";
  });
  expect(await questions.addQuestion(admin, adding(), NOW)).toMatchObject({ reason: "no-claims" });
});

test("an answer is what the last sign-in said: replaced, left as it is, and gone", async () => {
  const mentor = await insertMentor();
  const questionId = await insertQuestion({ claim: "branch", readers: "everybody" });
  await signIn(mentor, { [questionId]: ["Wales"] });
  expect(await answersOf(mentor.id)).toEqual([{ questionId, answer: "Wales", answeredAt: NOW }]);
  await signIn(mentor, { [questionId]: ["Wales"] }, LATER);
  expect(await answersOf(mentor.id)).toEqual([{ questionId, answer: "Wales", answeredAt: NOW }]);
  await signIn(mentor, { [questionId]: ["Leeds"] }, LATER);
  expect(await answersOf(mentor.id)).toEqual([{ questionId, answer: "Leeds", answeredAt: LATER }]);
  expect(await shownTo(viewerOf(await insertMentee()), mentor.id, "mentor")).toMatchObject([{ words: "Leeds" }]);
  await signIn(mentor, { [questionId]: [] });
  expect(await answersOf(mentor.id)).toEqual([]);
});

test("the member sees it, and no form of theirs changes it", async () => {
  const mentor = await insertMentor();
  const viewer = viewerOf(mentor);
  const questionId = await insertQuestion({ claim: "since", kind: "date" });
  await signIn(mentor, { [questionId]: ["2014-04-01"] });
  const asked = await listAsked(viewer, "mentor");
  expect(asked).toMatchObject([{ claim: "since", answer: "2014-04-01" }]);
  expect(readAnswers(asked, { [fieldOf(1)]: ["2020-01-01"] })).toEqual({ answers: [], problems: {} });
  for (const answer of ["2020-01-01", null])
    await saveMentorProfile(viewer, MENTOR, [{ questionId, isSealed: false, answer }], SETTINGS, NOW);
  expect(await listShownToStaff(admin, mentor.id, "mentor")).toMatchObject([{ words: "1 April 2014" }]);
});

test("what only partners read is sealed, and opened for the member and the partner", async () => {
  const { mentee, mentor } = await insertPartners();
  const questionId = await insertQuestion({ claim: "branch", readers: "partners" });
  await signIn(mentor, { [questionId]: ["Behind the seal"] });
  const [kept] = await db().profileAnswer.findMany({ select: { answer: true, sealed: true } });
  expect(kept).toEqual({ answer: null, sealed: expect.not.stringContaining("Behind") });
  expect(await listAsked(viewerOf(mentor), "mentor")).toMatchObject([{ answer: "Behind the seal" }]);
  expect(await shownTo(viewerOf(mentee), mentor.id, "mentor")).toMatchObject([{ words: "Behind the seal" }]);
  expect(await listShownToStaff(admin, mentor.id, "mentor")).toEqual([]);
});

test("staff are told for how many members it did not fit, until it fits; of the value nothing is kept", async () => {
  const [one, other] = [await insertMentor(), await insertMentor()];
  const questionId = await insertQuestion({ claim: "years", kind: "number" });
  await signIn(one, { [questionId]: [7] });
  for (const member of [one, other]) await signIn(member, { [questionId]: ["zqmany"] }, LATER);
  expect(await findQuestion(admin, questionId)).toMatchObject({ unfit: 2, isAnswered: false });
  expect(await db().unfitClaim.findMany({ where: { memberId: one.id } })).toEqual([
    { memberId: one.id, questionId, at: LATER },
  ]);
  await signIn(other, { [questionId]: ["8"] });
  expect(await findQuestion(admin, questionId)).toMatchObject({ unfit: 1, isAnswered: true });
  await signIn(one, { [questionId]: [] });
  expect(await findQuestion(admin, questionId)).toMatchObject({ unfit: 0 });
  await questions.askQuestion(admin, questionId, false, NOW);
  await signIn(other, { [questionId]: ["zqmany"] });
  expect(await db().unfitClaim.count()).toBe(0);
});

test("a question of a role is answered for those who hold it, or hold none yet; one on joining for those who have joined", async () => {
  const [mentor, mentee, newcomer] = [await insertMentor(), await insertMentee(), await insertMember()];
  const programmeId = await openProgramme(admin, NOW, { name: "Claims" });
  const [ofMentors, ofMentees, onJoining] = [
    await insertQuestion({ claim: "branch" }),
    await insertQuestion({ claim: "branch", role: "mentee" }),
    await insertQuestion({ claim: "branch", role: "mentee", programmeId }),
  ];
  const said = { [ofMentors]: ["Wales"], [ofMentees]: ["Wales"], [onJoining]: ["Wales"] };
  const answered = async (member: TestMember) => {
    await signIn(member, said);
    return new Set((await answersOf(member.id)).map(({ questionId }) => questionId));
  };
  expect(await answered(mentor)).toEqual(new Set([ofMentors]));
  expect(await answered(mentee)).toEqual(new Set([ofMentees]));
  expect(await answered(newcomer)).toEqual(new Set([ofMentors, ofMentees]));
  await joining.join(viewerOf(mentee), programmeId, "mentee", NOW);
  expect(await answered(mentee)).toEqual(new Set([ofMentees, onJoining]));
  await db().profileQuestion.update({ where: { id: onJoining }, data: { kind: "number" }, select: { id: true } });
  expect(await answered(mentee)).toEqual(new Set([ofMentees]));
  const unfit = { id: onJoining, question: "Question 1", unfit: 1 };
  expect([await listUnfitOnJoining(admin), await listUnfitOnJoining(viewerOf(mentor))]).toEqual([[unfit], []]);
  await joining.leave(viewerOf(mentee), programmeId, "mentee", LATER);
  expect(await answered(mentee)).toEqual(new Set([ofMentees]));
  await db().member.update({ where: { id: newcomer.id }, data: { isMentee: true }, select: { id: true } });
  expect(await answered(newcomer)).toEqual(new Set([ofMentees]));
  await db().member.update({ where: { id: mentor.id }, data: { status: "deleted" }, select: { id: true } });
  await signIn(mentor, { [ofMentors]: ["Leeds"] });
  expect(await answersOf(mentor.id)).toMatchObject([{ answer: "Wales" }]);
});

test("such an answer can be compared by a rule, and what members type in its place cannot be saved on joining either", async () => {
  const mentee = await insertMentee();
  const programmeId = await openProgramme(admin, NOW, { name: "Claims" });
  const questionId = await insertQuestion({ claim: "branch", role: "mentee", programmeId });
  await joining.join(viewerOf(mentee), programmeId, "mentee", NOW, [{ questionId, isSealed: false, answer: "Typed" }]);
  expect(await answersOf(mentee.id)).toEqual([]);
  expect((await listComparable()).map(({ id }) => id)).toContain(questionId);
});

test("a question that is deleted while somebody signs in is skipped, and two sign-ins at once leave one answer", async () => {
  const mentor = await insertMentor();
  const questionId = await insertQuestion({ claim: "branch" });
  const [question] = await db().profileQuestion.findMany({ where: { id: questionId } });
  const claimed = [answerFrom(question as unknown as ClaimQuestion, ["Wales"])];
  await Promise.all(Array.from({ length: 10 }, () => saveClaimed(mentor.id, claimed, NOW)));
  expect(await answersOf(mentor.id)).toHaveLength(1);
  await db().profileAnswer.deleteMany();
  await questions.removeQuestion(admin, questionId, NOW);
  await saveClaimed(mentor.id, claimed, NOW);
  expect(await db().profileAnswer.count()).toBe(0);
});
