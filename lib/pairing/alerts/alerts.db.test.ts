import { beforeEach, describe, expect, test } from "vitest";
import { runSweep } from "@/lib/entrypoints/scheduled-work";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { makeUnavailable } from "@/lib/pairing/availability/commands";
import { readSearch } from "@/lib/pairing/matching/input";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as saved from "@/lib/pairing/saved/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { MOST_ALERTS } from "./alert";
import { compareOpenings, forgetAlerts, stop, waitForMentor, waitForSearch } from "./commands";
import { findAlerts } from "./queries";
import { alertSweepStep, openingSweepStep } from "./sweep-step";

let mentee: TestMember;
let mentor: TestMember;

const setAvailable = (isAvailable: boolean, { id } = mentor) =>
  db().mentorProfile.update({ where: { memberId: id }, data: { isAvailable }, select: { memberId: true } });
const search = (query: string, now = SENT_AT, who = mentee) =>
  waitForSearch(viewerOf(who), readSearch(query, DEFAULT_SETTINGS), now);

async function sweepAt(now: Date): Promise<number> {
  await sweep(openingSweepStep, now);
  return (await sweep(alertSweepStep("Europe/London"), now)).alertsTold ?? 0;
}

/** Whom the mentee has been told of, and of how many others, oldest first. */
async function told(who = mentee) {
  const rows = await db().notification.findMany({
    where: { memberId: who.id, kind: "mentor-free" },
    orderBy: { createdAt: "asc" },
    select: { aboutId: true, data: true },
  });
  return rows.map(({ aboutId, data }) => [aboutId, (data as { others: number }).others]);
}

beforeEach(async () => {
  await db().relationship.deleteMany();
  await db().proposal.deleteMany();
  await db().notification.deleteMany();
  await db().mail.deleteMany();
  await db().member.deleteMany();
  await db().mentorOpening.deleteMany();
  mentee = await insertMentee();
  mentor = await insertMentor();
  await saved.mark(viewerOf(mentee), mentor.id, "saved", SENT_AT);
  await setAvailable(false);
});

describe("one mentor", () => {
  test("is told of once, by notice and mail, when they are free again; then it is over", async () => {
    expect(await waitForMentor(viewerOf(mentee), { mentorId: mentor.id }, SENT_AT)).toEqual({ ok: true, value: null });
    expect(await sweepAt(onDay(1))).toBe(0);
    await setAvailable(true);
    expect(await sweepAt(onDay(2))).toBe(1);
    expect(await sweepAt(onDay(2))).toBe(0);
    expect(await told()).toEqual([[mentor.id, 0]]);
    expect(await db().mail.count({ where: { memberId: mentee.id, kind: "mentor-free" } })).toBe(1);
    expect(await findAlerts(viewerOf(mentee))).toEqual([]);
    await setAvailable(false);
    await setAvailable(true);
    expect(await sweepAt(onDay(4))).toBe(0);
  });

  test("is told of, and tells, on the day on which their pause is over, once however often it is swept", async () => {
    expect((await makeUnavailable(viewerOf(mentor), onDay(20), onDay(1))).ok).toBe(true);
    await waitForMentor(viewerOf(mentee), { mentorId: mentor.id }, onDay(2));
    await runSweep(onDay(19));
    expect(await told()).toEqual([]);
    for (const now of [onDay(20), onDay(20), onDay(22)]) await Promise.all([runSweep(now), runSweep(now)]);
    expect(await told()).toEqual([[mentor.id, 0]]);
    expect(await db().mail.count({ where: { memberId: mentee.id, kind: "mentor-free" } })).toBe(1);
    expect(await db().mail.count({ where: { memberId: mentor.id, kind: "available-again" } })).toBe(1);
  });

  test("can be waited for again", async () => {
    for (const day of [1, 3]) {
      await setAvailable(false);
      await waitForMentor(viewerOf(mentee), { mentorId: mentor.id }, onDay(day));
      await setAvailable(true);
      expect(await sweepAt(onDay(day + 1)), `day ${day}`).toBe(1);
    }
    expect(await told()).toEqual([
      [mentor.id, 0],
      [mentor.id, 0],
    ]);
  });

  test("is not spoken of when they are taken again before the sweep, and is found later", async () => {
    await waitForMentor(viewerOf(mentee), { mentorId: mentor.id }, SENT_AT);
    await setAvailable(true);
    await sweep(openingSweepStep, onDay(1));
    await setAvailable(false);
    expect(await sweepAt(onDay(1))).toBe(0);
    await setAvailable(true);
    expect(await sweepAt(onDay(2))).toBe(1);
  });

  test("is not waited for by somebody who may not see them, who stopped, or who has hidden them since", async () => {
    const stranger = await insertMentee();
    const lapsed = await insertMentor({}, { standing: "lapsed" });
    expect(await waitForMentor(viewerOf(stranger), { mentorId: lapsed.id }, SENT_AT)).toEqual({
      ok: false,
      reason: "not-found",
    });
    expect(await waitForMentor(viewerOf(await insertMember()), { mentorId: mentor.id }, SENT_AT)).toEqual({
      ok: false,
      reason: "not-found",
    });
    await waitForMentor(viewerOf(mentee), { mentorId: mentor.id }, SENT_AT);
    const [alert] = await findAlerts(viewerOf(mentee));
    await stop(viewerOf(stranger), alert?.id ?? "");
    expect(await findAlerts(viewerOf(mentee))).toHaveLength(1);
    await stop(viewerOf(mentee), alert?.id ?? "");
    await setAvailable(true);
    expect(await sweepAt(onDay(1))).toBe(0);
    await setAvailable(false);
    await waitForMentor(viewerOf(mentee), { mentorId: mentor.id }, onDay(1));
    await saved.mark(viewerOf(mentee), mentor.id, "hidden", onDay(1));
    await setAvailable(true);
    expect(await sweepAt(onDay(2))).toBe(0);
  });
});

describe("a search", () => {
  test.each([
    ["?topic=2", { topics: [2] }, { topics: [1] }],
    ["?topic=1&topic=2", { topics: [1, 2, 3] }, { topics: [2] }],
    ["?region=3", { region: 3 }, { region: null }],
    ["?sector=4", { sector: 4 }, { sector: 1 }],
    ["?method=3", { methods: [3] }, { methods: [1] }],
    ["?q=maritime+la", { searchText: "maritime law" }, { searchText: "maritime biology" }],
  ])("%s finds who fits, and nobody else", async (query, fitting, other) => {
    expect(await search(query)).toEqual({ ok: true, value: null });
    await insertMentor(other);
    expect(await sweepAt(onDay(1))).toBe(0);
    const found = await insertMentor(fitting);
    expect(await sweepAt(onDay(2))).toBe(1);
    expect(await told()).toEqual([[found.id, 0]]);
    expect((await findAlerts(viewerOf(mentee))).map(({ about }) => about)).toEqual([query]);
  });

  test("says nothing of whom it found at once, nor twice of anybody; and hears of a mentor who now offers more", async () => {
    const seen = await insertMentor({ topics: [2] });
    const later = await insertMentor({ topics: [1] });
    await search("?topic=2");
    await setAvailable(false, seen);
    await setAvailable(true, seen);
    expect(await sweepAt(onDay(1))).toBe(0);
    // What nobody searches for changes every night.
    await db().mentorProfile.update({ where: { memberId: later.id }, data: { answerHours: 5 } });
    expect(await db().mentorOpening.count()).toBe(0);
    await db().mentorProfile.update({ where: { memberId: later.id }, data: { topics: [1, 2] } });
    expect(await sweepAt(onDay(2))).toBe(1);
    await setAvailable(false, later);
    await setAvailable(true, later);
    expect(await sweepAt(onDay(4))).toBe(0);
    expect(await told()).toEqual([[later.id, 0]]);
  });

  test("brings one mail a day: several mentors in one, and the rest tomorrow", async () => {
    await search("?topic=2");
    await search("?region=3");
    const two = [await insertMentor({ topics: [2] }), await insertMentor({ region: 3 })].map(({ id }) => id).sort();
    expect(await sweepAt(onDay(1))).toBe(1);
    expect(await told()).toEqual([[two[0], 1]]);
    const third = await insertMentor({ topics: [2] });
    expect(await sweepAt(new Date(onDay(1).getTime() + 3_600_000))).toBe(0);
    expect(await sweepAt(onDay(2))).toBe(1);
    expect(await told()).toEqual([
      [two[0], 1],
      [third.id, 0],
    ]);
  });

  test("counts everybody it found in one notice, but those of whom the mentee does not want to hear, and tells of nobody twice", async () => {
    const other = await insertMentee();
    for (const who of [mentee, other]) await search("?topic=2", SENT_AT, who);
    const found: string[] = [];
    for (let i = 0; i < 30; i++) found.push((await insertMentor({ topics: [2] })).id);
    found.sort();
    await saved.mark(viewerOf(mentee), found[0] as string, "hidden", SENT_AT);
    expect(await sweepAt(onDay(1))).toBe(2);
    expect(await told()).toEqual([[found[1], 28]]);
    expect(await told(other)).toEqual([[found[0], 29]]);
    expect(await sweepAt(onDay(2))).toBe(0);
    // Whoever was left out is not taken for told.
    expect(await db().mentorAlertFind.count({ where: { memberId: mentee.id } })).toBe(29);
    expect(await db().mentorAlertFind.count({ where: { dueAt: { not: null } } })).toBe(0);
  });

  test("ends by itself when a proposal is accepted, and is cleared away at night", async () => {
    const asked = await insertMentor({ capacity: 2 });
    await search("?topic=2");
    const sent = await proposals.send(viewerOf(mentee), asked.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
    if (!sent.ok) throw new Error(sent.reason);
    await proposals.accept(viewerOf(asked), sent.value, 1, DEFAULT_SETTINGS, onDay(1));
    expect(await findAlerts(viewerOf(mentee))).toEqual([]);
    await insertMentor({ topics: [2] });
    expect(await sweepAt(onDay(2))).toBe(0);
    expect(await forgetAlerts()).toBe(1);
    expect(await db().mentorAlert.count()).toBe(0);
    expect(await db().mentorAlertFind.count()).toBe(0);
  });
});

test("two sweeps at once tell once", async () => {
  await search("?topic=2");
  const found = await insertMentor({ topics: [2] });
  await Promise.all([compareOpenings([found.id], onDay(1)), compareOpenings([found.id], onDay(1))]);
  const counts = await Promise.all([sweepAt(onDay(1)), sweepAt(onDay(1)), sweepAt(onDay(1))]);
  expect(counts.reduce((all, one) => all + one)).toBe(1);
  expect(await told()).toEqual([[found.id, 0]]);
});

test("somebody can wait for so many things, each once", async () => {
  for (let i = 0; i < MOST_ALERTS; i++) expect(await search(`?q=word${i}`)).toMatchObject({ ok: true });
  expect(await search("?q=word0")).toMatchObject({ ok: true });
  expect(await search("?q=more")).toEqual({ ok: false, reason: "too-many" });
  expect(await findAlerts(viewerOf(mentee))).toHaveLength(MOST_ALERTS);
});

test("it is part of the sweep", async () => {
  await search("?topic=2");
  await insertMentor({ topics: [2] });
  expect(await runSweep(onDay(1))).toMatchObject({ alertsTold: 1 });
});
