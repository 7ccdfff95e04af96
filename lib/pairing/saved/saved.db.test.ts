import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { waitForMentor } from "@/lib/pairing/alerts/commands";
import { findStanding } from "@/lib/pairing/asking/queries";
import { findMentor } from "@/lib/pairing/matching/details/queries";
import { readFilters } from "@/lib/pairing/matching/input";
import { findMentors, suggestMentors } from "@/lib/pairing/matching/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { mark, unmark } from "./commands";
import { findMarked } from "./queries";
import { MOST_MARKED } from "./saved";

const NOW = new Date("2026-03-02T10:00:00Z");
const LATER = new Date("2026-03-03T10:00:00Z");
let mentee: TestMember;
let mentor: TestMember;
let other: TestMember;

const listed = async (who = mentee) => {
  const found = await findMentors(viewerOf(who), DEFAULT_SETTINGS, readFilters({}, DEFAULT_SETTINGS));
  return found.mentors.map(({ memberId }) => memberId).sort();
};
const marks = async (who = mentee) => (await findMarked(viewerOf(who))).map(({ memberId, mark }) => [memberId, mark]);

beforeEach(async () => {
  await db().member.deleteMany();
  [mentee, mentor, other] = [await insertMentee(), await insertMentor(), await insertMentor()];
});

describe("a mentor", () => {
  test("is saved, then hidden, then neither; and on one list at a time", async () => {
    expect(await mark(viewerOf(mentee), mentor.id, "saved", NOW)).toEqual({ ok: true, value: null });
    expect(await marks()).toEqual([[mentor.id, "saved"]]);
    expect(await findStanding(viewerOf(mentee), NOW, false)).toEqual({
      asked: [],
      saved: [mentor.id],
      hidden: 0,
      awaited: [],
      programmes: [],
    });
    expect(await listed()).toEqual([mentor.id, other.id].sort());

    await mark(viewerOf(mentee), mentor.id, "hidden", LATER);
    expect(await marks()).toEqual([[mentor.id, "hidden"]]);
    expect(await findStanding(viewerOf(mentee), NOW, false)).toEqual({
      asked: [],
      saved: [],
      hidden: 1,
      awaited: [],
      programmes: [],
    });
    expect(await listed()).toEqual([other.id]);
    expect((await suggestMentors(mentee.id, [], DEFAULT_SETTINGS)).map(({ memberId }) => memberId)).toEqual([other.id]);
    // The page of their profile is still there, to bring them back.
    expect((await findMentor(viewerOf(mentee), DEFAULT_SETTINGS, mentor.id, NOW))?.mark).toBe("hidden");

    await unmark(viewerOf(mentee), mentor.id);
    expect(await marks()).toEqual([]);
    expect(await listed()).toEqual([mentor.id, other.id].sort());
  });

  test("is hidden from the one who hid them alone", async () => {
    await mark(viewerOf(mentee), mentor.id, "hidden", NOW);
    const somebody = await insertMentee();
    expect(await listed(somebody)).toEqual([mentor.id, other.id].sort());
    expect(await marks(somebody)).toEqual([]);
    await unmark(viewerOf(somebody), mentor.id);
    expect(await marks()).toEqual([[mentor.id, "hidden"]]);
  });

  test("once saved stays to be seen while full or away, and says until when", async () => {
    await mark(viewerOf(mentee), mentor.id, "saved", NOW);
    await db().mentorProfile.update({
      where: { memberId: mentor.id },
      data: { isAvailable: false, availableAgainAt: LATER },
    });
    expect(await findMarked(viewerOf(mentee))).toMatchObject([{ isListed: false, hasPlace: true, availableAgainAt: LATER }]);
    expect(await findMentor(viewerOf(mentee), DEFAULT_SETTINGS, mentor.id, NOW)).toMatchObject({
      closedBecause: "unavailable",
    });
    await db().member.update({ where: { id: mentor.id }, data: { status: "suspended" } });
    expect(await findMarked(viewerOf(mentee))).toEqual([]);
    expect(await findMentor(viewerOf(mentee), DEFAULT_SETTINGS, mentor.id, NOW)).toBeNull();
  });
});

test("whom one may not see cannot be saved, nor oneself, nor by somebody who is no mentee", async () => {
  const lapsed = await insertMentor({}, { standing: "lapsed" });
  const suspended = await insertMentor({}, { status: "suspended" });
  const both = await insertMentor({}, { isMentee: true });
  const notFound = { ok: false, reason: "not-found" };
  for (const who of [lapsed, suspended, mentee]) expect(await mark(viewerOf(mentee), who.id, "saved", NOW)).toEqual(notFound);
  expect(await mark(viewerOf(both), both.id, "saved", NOW)).toEqual(notFound);
  expect(await mark(viewerOf(await insertMember()), mentor.id, "saved", NOW)).toEqual(notFound);
});

test("a list is bounded, each by itself, and saving again is no more", async () => {
  const many = await Promise.all(Array.from({ length: MOST_MARKED }, () => insertMember({ isMentor: true })));
  const rows = many.map(({ id }) => ({ memberId: mentee.id, mentorId: id, mark: "saved", at: NOW }));
  await db().mentorMark.createMany({ data: rows });
  expect(await mark(viewerOf(mentee), mentor.id, "saved", NOW)).toEqual({ ok: false, reason: "list-full" });
  expect(await mark(viewerOf(mentee), mentor.id, "hidden", NOW)).toEqual({ ok: true, value: null });
  expect(await mark(viewerOf(mentee), many[0]?.id ?? "", "saved", LATER)).toEqual({ ok: true, value: null });
  expect(await db().mentorMark.count({ where: { memberId: mentee.id, at: LATER } })).toBe(0);
});

test("whoever is full or away can be saved as well, and waited for, by somebody who has just found their page", async () => {
  const away = await insertMentor({ isAvailable: false });
  const { mentor: full } = await insertPartners();
  for (const { id } of [away, full]) {
    expect(await findMentor(viewerOf(mentee), DEFAULT_SETTINGS, id, NOW)).toMatchObject({ mark: null, isAwaited: false });
    expect(await waitForMentor(viewerOf(mentee), { mentorId: id }, NOW)).toEqual({ ok: true, value: null });
    expect(await mark(viewerOf(mentee), id, "saved", NOW)).toEqual({ ok: true, value: null });
    expect(await findMentor(viewerOf(mentee), DEFAULT_SETTINGS, id, NOW)).toMatchObject({ mark: "saved", isAwaited: true });
  }
});
