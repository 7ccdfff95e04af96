import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { standingSurvey } from "@/lib/mentoring/surveys/standing";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { listToday } from "@/lib/staff/inbox/queries";
import { downloadList } from "@/lib/staff/lists/commands";
import { insertMember, viewerOf } from "@/testing/people";
import { answerAll } from "@/testing/surveys/examples";
import * as surveys from "./commands";
import { findForStaff, listSurveys, readResults } from "./queries";

const NOW = new Date("2026-11-29T09:00:00Z");
const ZONE = "Europe/London";
const ANY = { from: undefined, to: undefined };
const DAYS = { from: "2026-12-01", to: "2026-12-31" };
const DRAFT = { title: "How are we doing?", role: "mentee", pairing: "", programmeId: "", ...DAYS } as const;

const someStaff = async () => viewerOf(await insertMember({ staff: "staff" }));
async function members(count: number, role: "isMentor" | "isMentee") {
  const made = [];
  for (let i = 0; i < count; i++) made.push((await insertMember({ [role]: true })).id);
  return made;
}

test("a draft is made once, gets its questions, is opened, and then stays as it is until it is closed", async () => {
  const staff = await someStaff();
  const id = randomUUID();
  for (let i = 0; i < 2; i++) expect((await surveys.make(staff, { id, ...DRAFT }, ZONE, NOW)).ok).toBe(true);
  expect(await surveys.open(staff, { id, seen: 1 }, NOW)).toEqual({ ok: false, reason: "no-questions" });
  const question = { kind: "choice", question: "Where do you meet?", options: "In the office\nOnline" } as const;
  expect((await surveys.addQuestion(staff, { id, seen: 1, ...question }, NOW)).ok).toBe(true);
  expect(await surveys.addQuestion(staff, { id, seen: 1, ...question }, NOW)).toEqual({
    ok: false,
    reason: "changed-meanwhile",
  });
  expect((await surveys.edit(staff, { id, seen: 2, ...DRAFT, title: "Where?" }, ZONE, NOW)).ok).toBe(true);
  expect((await surveys.open(staff, { id, seen: 3 }, NOW)).ok).toBe(true);
  expect(await db().survey.findUnique({ where: { id } })).toMatchObject({
    ...{ title: "Where?", status: "open", role: "mentee", pairing: null },
    ...{ dueAt: new Date("2026-12-01T00:00:00Z"), endsAt: new Date("2027-01-01T00:00:00Z") },
  });
  for (const refused of [
    surveys.removeQuestion(staff, { id, seen: 4, number: 1 }, NOW),
    surveys.discard(staff, { id, seen: 4 }, NOW),
  ])
    expect(await refused).toEqual({ ok: false, reason: "not-a-draft" });
  expect((await surveys.close(staff, { id, seen: 1 }, NOW)).ok).toBe(true);
  const facts = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(facts.map(({ fact }) => fact)).toEqual([
    ...["survey-made", "survey-changed", "survey-changed", "survey-opened", "survey-closed"],
  ]);
  const member = viewerOf(await insertMember());
  expect(await surveys.make(member, { id: randomUUID(), ...DRAFT }, ZONE, NOW)).toEqual({ ok: false, reason: "not-staff" });
  expect(await findForStaff(member, id)).toBeNull();
});

test("figures and texts appear with the fifth answer of a kind, under every filter alike", async () => {
  const staff = await someStaff();
  const mentees = await members(6, "isMentee");
  const own = { ...standingSurvey("closing") };
  await answerAll(mentees.slice(0, 4), "closing", { answer1: "4", answer3: "All was well" }, NOW);
  const look = (role?: "mentor" | "mentee") => readResults(staff, own, { ...ANY, programme: undefined, role });
  expect(await look()).toEqual({ results: { people: null, questions: [] }, texts: [] });
  // The fifth is counted a day later, and takes the four with it.
  await answerAll(mentees.slice(4, 5), "closing", { answer1: "2" }, addDays(NOW, 1, ZONE));
  for (const role of [undefined, "mentee"] as const) {
    const { results, texts } = await look(role);
    expect([results.people, results.questions[0]?.mean, texts.length]).toEqual([5, 3.6, 4]);
  }
  expect((await look("mentor")).results.people).toBeNull();
  // One more shows nowhere yet, so no difference of two looks is about one person.
  await answerAll(mentees.slice(5), "closing", { answer1: "1", answer3: "It was not" }, addDays(NOW, 2, ZONE));
  expect((await look()).results.people).toBe(5);
  expect((await listSurveys(staff, undefined)).standing.find(({ survey }) => survey === "closing")?.people).toBe(5);

  const file = await downloadList(staff, "survey-figures", { survey: "closing" }, SETTINGS, NOW);
  const pieces = [];
  for await (const piece of file?.pieces ?? []) pieces.push(piece);
  const lines = pieces.join("").split("\r\n");
  expect(lines.filter((line) => line.includes("4: Good"))).toHaveLength(1);
  expect(lines.join()).not.toContain("well");
  expect(
    await readResults(viewerOf(await insertMember()), own, { ...ANY, programme: undefined, role: undefined }),
  ).toMatchObject({ texts: [] });
});

test("whoever asked to be contacted is on Today, with the answer behind it, and nobody else can be looked up", async () => {
  const staff = await someStaff();
  const [low = "", high = "", silent = ""] = await members(3, "isMentor");
  const [ofLow = ""] = await answerAll([low], "pulse", { answer1: "1", answer3: "I hear nothing", contact: true }, NOW);
  await answerAll([high], "pulse", { answer1: "5", contact: true }, NOW);
  const [ofSilent = ""] = await answerAll([silent], "pulse", { answer1: "1" }, NOW);
  const rows = (await listToday(staff, SETTINGS, NOW)).find(({ kind }) => kind === "survey-contact")?.rows ?? [];
  expect(rows.map(({ key, subjectId, what }) => [key, subjectId, what]).sort()).toEqual(
    expect.arrayContaining([[`survey-contact:${low}:${ofLow}`, low, "low"]]),
  );
  expect(rows.map(({ subjectId }) => subjectId).sort()).toEqual([low, high].sort());
  const read = await surveys.readContact(staff, ofLow, NOW);
  expect(read?.answers.map(({ said }) => said)).toEqual(["1: Very poor", "I hear nothing"]);
  await surveys.readContact(staff, ofLow, NOW);
  expect(await db().auditEvent.count({ where: { fact: "survey-answer-read", subjectId: low } })).toBe(1);
  expect(await surveys.readContact(staff, ofSilent, NOW)).toBeNull();
  expect(await surveys.readContact(viewerOf(await insertMember()), ofLow, NOW)).toBeNull();
});
