import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { runSweep } from "@/lib/entrypoints/scheduled-work";
import { WAITING } from "@/lib/entrypoints/waiting";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import * as programmes from "@/lib/pairing/programmes/commands";
import { NOTHING_OF_ITS_OWN, type OwnSettings } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import { arrangeWaiting } from "@/lib/people/waiting/arrange";
import { DEFAULT_SETTINGS as SETTINGS, type Settings } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { listWaiting } from "@/testing/waiting";
import { ask } from "./commands";
import { findAsking, findExchange, listQuestions } from "./queries";

// A question belongs to the programme in which it is asked, and each has limits of its own.

let staff: Viewer;
let [one, two]: string[] = [];

beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
  one = await openProgramme(staff, SENT_AT, { name: "Returners" });
  two = await openProgramme(staff, SENT_AT, { name: "Newcomers" });
});

async function mentorIn(...ids: (string | undefined)[]): Promise<Viewer> {
  const mentor = viewerOf(await insertMentor({ capacity: 3 }));
  for (const id of ids) await joining.join(mentor, id ?? "", "mentor", SENT_AT);
  return mentor;
}

async function menteeIn(...ids: (string | undefined)[]): Promise<Viewer> {
  const mentee = viewerOf(await insertMentee());
  for (const id of ids) await joining.join(mentee, id ?? "", "mentee", SENT_AT);
  return mentee;
}

const put = (from: Viewer, to: Viewer, programmeId: string | null | undefined, settings: Settings = SETTINGS) =>
  ask(from, to.memberId, { key: randomUUID(), words: "May I ask?", programmeId: programmeId ?? null }, settings, SENT_AT);
const waysTo = async (from: Viewer, to: Viewer, settings: Settings = SETTINGS) =>
  (await findAsking(from, to.memberId, settings, SENT_AT)).ways.map(({ name }) => name);
const openWith = (name: string, own: Partial<OwnSettings>) =>
  openProgramme(staff, SENT_AT, { name, own: { ...NOTHING_OF_ITS_OWN, ...own } });

test("is asked in a programme that both are in, and said wherever the two see it", async () => {
  const [mentee, mentor] = [await menteeIn(one, two), await mentorIn(one)];
  expect(await waysTo(mentee, mentor)).toEqual([null, "Returners"]);
  expect(await put(mentee, mentor, two)).toEqual({ ok: false, reason: "not-in-programme" });
  expect(await put(mentee, mentor, randomUUID())).toEqual({ ok: false, reason: "not-found" });
  const asked = await put(mentee, mentor, one);
  const id = asked.ok ? asked.value : "";
  expect(await findExchange(mentor, id, SETTINGS, SENT_AT)).toMatchObject({ programme: { id: one, name: "Returners" } });
  expect(await listQuestions(mentor, "mentor", SENT_AT)).toMatchObject([{ programme: "Returners" }]);
  expect(await db().question.findFirst({ where: { conversationId: id }, select: { programmeId: true } })).toEqual({
    programmeId: one,
  });
  const mails = await db().mail.findMany({ where: { memberId: mentor.memberId }, select: { data: true } });
  expect(mails).toMatchObject([{ data: { programmeId: one, programme: "Returners" } }]);
  const acting: Viewer = { ...mentor, activeRole: "mentor" };
  const found = await listWaiting(WAITING, acting, SENT_AT);
  const { you } = arrangeWaiting(WAITING, found, { viewer: acting, settings: SETTINGS, now: SENT_AT });
  expect(JSON.stringify(you)).toContain("has asked you a question in Returners.");
});

test("in the society’s own scheme says no programme", async () => {
  const [mentee, mentor] = [await menteeIn(), await mentorIn()];
  expect(await waysTo(mentee, mentor)).toEqual([null]);
  const asked = await put(mentee, mentor, null);
  expect(await findExchange(mentee, asked.ok ? asked.value : "", SETTINGS, SENT_AT)).toMatchObject({ programme: null });
  const mails = await db().mail.findMany({ where: { memberId: mentor.memberId }, select: { data: true } });
  expect(Object.keys(mails[0]?.data as object).sort()).toEqual(["conversationId", "expiresAt"]);
});

test("takes one of the places of its programme alone, however close the race", async () => {
  const mentee = await menteeIn(one, two);
  const mentors = await Promise.all(Array.from({ length: 5 }, () => mentorIn(one, two)));
  const results = await Promise.all(mentors.map((mentor) => put(mentee, mentor, one)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(3);
  const left = mentors.filter((_, i) => !results[i]?.ok);
  expect(await waysTo(mentee, left[0] as Viewer)).toEqual([null, "Newcomers"]);
  expect(await put(mentee, left[0] as Viewer, one)).toEqual({ ok: false, reason: "too-many-open" });
  expect((await put(mentee, left[0] as Viewer, two)).ok).toBe(true);
  expect((await put(mentee, left[1] as Viewer, null)).ok).toBe(true);
});

test("goes to nobody whose places in the programme are taken, and into no programme that has ended", async () => {
  const [mentee, mentor] = [await menteeIn(one), await mentorIn(one)];
  await joining.limit(mentor, one ?? "", 1, SENT_AT);
  const words = { ...WORDS, programmeId: one ?? null };
  const sent = await proposals.send(await menteeIn(one), mentor.memberId, words, SETTINGS, SENT_AT);
  await proposals.accept({ ...mentor, activeRole: "mentor" }, sent.ok ? sent.value : "", 1, SETTINGS, SENT_AT);
  expect(await put(mentee, mentor, one)).toEqual({ ok: false, reason: "unavailable" });
  expect(await waysTo(mentee, mentor)).toEqual([null]);

  const ended = await openProgramme(staff, SENT_AT, { name: "Ended" });
  const [late, there] = [await menteeIn(ended), await mentorIn(ended)];
  await programmes.move(staff, { id: ended, seen: 2 }, "close", SENT_AT);
  expect(await put(late, there, ended)).toEqual({ ok: false, reason: "programme-closed" });
});

test("a programme’s own limit and days count in it, and the society’s elsewhere", async () => {
  const programme = await openWith("Careful", { openQuestions: 1, questionDays: 5 });
  const mentee = await menteeIn(programme);
  const mentors = [await mentorIn(programme), await mentorIn(programme), await mentorIn()] as const;
  expect((await findAsking(mentee, mentors[0].memberId, SETTINGS, SENT_AT)).ways.map(({ replyDays }) => replyDays)).toEqual([
    SETTINGS.proposals.questionDays,
    5,
  ]);
  expect((await put(mentee, mentors[0], programme)).ok).toBe(true);
  expect(await put(mentee, mentors[1], programme)).toEqual({ ok: false, reason: "too-many-open" });
  expect(await waysTo(mentee, mentors[1])).toEqual([null]);
  expect((await put(mentee, mentors[2], null)).ok).toBe(true);
  await runSweep(onDay(5));
  const questions = await db().question.findMany({
    where: { menteeId: mentee.memberId },
    select: { programmeId: true, status: true, dueAt: true },
  });
  expect(questions).toHaveLength(2);
  expect(questions).toContainEqual({ programmeId: programme, status: "unanswered", dueAt: null });
  expect(questions).toContainEqual({ programmeId: null, status: "waiting", dueAt: onDay(14) });
});

test("a programme may do without questions, or have them where the society does without", async () => {
  const [without, withSome] = [await openWith("Quiet", { openQuestions: 0 }), await openWith("Curious", { openQuestions: 2 })];
  const [mentee, mentor] = [await menteeIn(without, withSome), await mentorIn(without, withSome)];
  expect(await waysTo(mentee, mentor)).toEqual([null, "Curious"]);
  expect(await put(mentee, mentor, without)).toEqual({ ok: false, reason: "no-questions" });
  const none: Settings = { ...SETTINGS, proposals: { ...SETTINGS.proposals, openQuestions: 0 } };
  expect(await waysTo(mentee, mentor, none)).toEqual(["Curious"]);
  expect((await put(mentee, mentor, withSome, none)).ok).toBe(true);
});
