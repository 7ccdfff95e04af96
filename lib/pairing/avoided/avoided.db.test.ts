import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { readFilters } from "@/lib/pairing/matching/input";
import { findMentors, suggestMentors } from "@/lib/pairing/matching/queries";
import * as proposals from "@/lib/pairing/proposals/commands";
import { findRefusalToSend } from "@/lib/pairing/proposals/ways/queries";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { empty } from "@/testing/empty";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { MOST_AVOIDED } from "./avoided";
import { avoid, takeOff } from "./commands";
import { findPeople, listAvoided } from "./queries";

const NOW = onDay(1);
let mentee: TestMember;
let mentor: TestMember;

beforeEach(async () => {
  await empty("members", "mails");
  mentee = await insertMentee({}, { name: "Mei Tanaka", number: "700001" });
  mentor = await insertMentor({ searchText: "gareth pugh twenty years" }, { name: "Gareth Pugh", number: "700002" });
});

const listed = async (who: TestMember) => {
  const found = await findMentors(viewerOf(who), SETTINGS, readFilters({}, SETTINGS));
  return found.mentors.map(({ memberId }) => memberId);
};
const namesOf = async (who: TestMember) =>
  (await listAvoided(viewerOf(who))).map(({ people }) => people.map(({ name }) => name));

test("a mentor is not found by a mentee on their list, who can send them nothing and is not told why", async () => {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  expect(await avoid(viewerOf(mentor), "mentor", mentee.id, NOW)).toEqual({ ok: true, value: null });
  // What is open stays so.
  expect((await proposals.withdraw(viewerOf(mentee), sent.value, SETTINGS, NOW)).ok).toBe(true);
  expect(await listed(mentee)).toEqual([]);
  expect(await suggestMentors(mentee.id, [], SETTINGS)).toEqual([]);
  expect(await findRefusalToSend(viewerOf(mentee), mentor.id, SETTINGS, NOW)).toBe("kept-apart");
  expect(await proposals.reopen(viewerOf(mentee), sent.value, SETTINGS, NOW)).toMatchObject({ reason: "kept-apart" });
  expect(await listed(await insertMentee())).toEqual([mentor.id]);
  expect(await namesOf(mentor)).toEqual([["Mei Tanaka"]]);
  expect(await namesOf(mentee)).toEqual([[]]);
  await takeOff(viewerOf(mentor), "mentor", mentee.id);
  expect(await listed(mentee)).toEqual([mentor.id]);
});

test("a mentee’s list is Not for me, for mentors who are away too", async () => {
  await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { isAvailable: false }, select: { memberId: true } });
  expect(await findPeople(viewerOf(mentee), "mentee", "gareth")).toEqual([{ memberId: mentor.id, name: "Gareth Pugh" }]);
  expect((await avoid(viewerOf(mentee), "mentee", mentor.id, NOW)).ok).toBe(true);
  expect(await db().mentorMark.findMany({ select: { mark: true } })).toEqual([{ mark: "hidden" }]);
  expect(await namesOf(mentee)).toEqual([["Gareth Pugh"]]);
  await takeOff(viewerOf(mentee), "mentee", mentor.id);
  expect(await namesOf(mentee)).toEqual([[]]);
});

test("people are found by name or whole number, and a mentor finds only mentees who have written to them", async () => {
  for (const typed of ["Gareth", "pugh gar", "700002"])
    expect(await findPeople(viewerOf(mentee), "mentee", typed), typed).toHaveLength(1);
  for (const typed of ["", "!", "70000", "twenty", "gareth.pugh@example.org", "Mei"])
    expect(await findPeople(viewerOf(mentee), "mentee", typed), typed).toEqual([]);
  const known = (typed: string) => findPeople(viewerOf(mentor), "mentor", typed);
  for (const typed of ["Mei", "700001"]) expect(await known(typed)).toEqual([]);
  expect(await avoid(viewerOf(mentor), "mentor", mentee.id, NOW)).toEqual({ ok: false, reason: "not-found" });
  await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, SENT_AT);
  for (const typed of ["Mei", "tanaka", "700001"]) expect(await known(typed), typed).toHaveLength(1);
  expect(await findPeople(viewerOf(mentee), "mentor", "Gareth")).toEqual([]);
  await db().block.create({ data: { blockerId: mentee.id, blockedId: mentor.id, at: NOW } });
  expect([await known("Mei"), await findPeople(viewerOf(mentee), "mentee", "Gareth")]).toEqual([[], []]);
});

test("only a mentor has mentees on a list, which is bounded", async () => {
  await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, SENT_AT);
  expect(await avoid(viewerOf(mentee), "mentor", mentor.id, NOW)).toMatchObject({ reason: "not-found" });
  const many = Array.from({ length: MOST_AVOIDED }, (_, i) => ({
    id: randomUUID(),
    number: `8${i}`,
    name: "Many",
    email: `${i}@example.org`,
  }));
  await db().member.createMany({ data: many.map((one) => ({ ...one, createdAt: NOW })) });
  await db().avoidedMentee.createMany({ data: many.map(({ id }) => ({ mentorId: mentor.id, menteeId: id, at: NOW })) });
  expect(await avoid(viewerOf(mentor), "mentor", mentee.id, NOW)).toEqual({ ok: false, reason: "list-full" });
});
