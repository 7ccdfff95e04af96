import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import { findMentor } from "@/lib/pairing/matching/details/queries";
import { readSearch } from "@/lib/pairing/matching/input";
import * as programmes from "@/lib/pairing/programmes/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as readiness from "@/lib/pairing/readiness/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { empty } from "@/testing/empty";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { askCondition } from "@/testing/readiness";
import { forgetAlerts, waitForMentor, waitForSearch } from "./commands";
import { ALERT_NOTICES } from "./notices";
import { findAlerts } from "./queries";
import { alertSweepStep, openingSweepStep } from "./sweep-step";

// An alert is for the programme in which it was set, and speaks when somebody has a place there.

let [staff, mentee]: Viewer[] = [];
let [one, two]: string[] = [];

beforeEach(async () => {
  await empty("members", "notifications", "mails", "mentor_openings");
  staff = viewerOf(await insertMember({ staff: "staff" }));
  one = await openProgramme(staff, SENT_AT, { name: "Returners" });
  two = await openProgramme(staff, SENT_AT, { name: "Newcomers" });
  mentee = viewerOf(await insertMentee());
  for (const id of [one, two]) await joining.join(mentee, id, "mentee", SENT_AT);
});

const search = (query: string, programme?: string, now = SENT_AT) => {
  const filters = readSearch(query, SETTINGS);
  return waitForSearch(mentee as Viewer, programme ? { ...filters, programme } : filters, now);
};

async function sweepAt(now: Date): Promise<number> {
  await sweep(openingSweepStep, now);
  return (await sweep(alertSweepStep("Europe/London"), now)).alertsTold ?? 0;
}

async function told() {
  const rows = await db().notification.findMany({
    where: { memberId: mentee?.memberId ?? "", kind: "mentor-free" },
    orderBy: { createdAt: "asc" },
    select: { aboutId: true, data: true },
  });
  return rows.map(({ aboutId, data }) => ({ aboutId, ...(data as { programme?: string; programmeId?: string }) }));
}

async function mentorIn(...ids: (string | undefined)[]): Promise<Viewer> {
  const mentor = viewerOf(await insertMentor({ topics: [2], capacity: 5 }));
  for (const id of ids) await joining.join(mentor, id ?? "", "mentor", SENT_AT);
  return mentor;
}

/** The mentor's one place in a programme goes to somebody. Returns the relationship. */
async function fill(mentor: Viewer, programmeId: string | undefined): Promise<string> {
  const other = viewerOf(await insertMentee());
  await joining.join(other, programmeId ?? "", "mentee", SENT_AT);
  await joining.limit(mentor, programmeId ?? "", 1, SENT_AT);
  const sent = await proposals.send(other, mentor.memberId, { ...WORDS, programmeId: programmeId ?? null }, SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  await proposals.accept({ ...mentor, activeRole: "mentor" }, sent.value, 1, SETTINGS, SENT_AT);
  return sent.value;
}

test("one for a search speaks of who joins its programme, not of who is free elsewhere, and leads there", async () => {
  expect(await search("?topic=2", one)).toEqual({ ok: true, value: null });
  const mentor = await mentorIn(two);
  expect(await sweepAt(onDay(1))).toBe(0);
  await joining.join(mentor, one ?? "", "mentor", onDay(1));
  expect(await sweepAt(onDay(2))).toBe(1);
  const [notice] = await told();
  expect(notice).toMatchObject({ aboutId: mentor.memberId, programmeId: one, programme: "Returners" });
  const about = { proposalId: null, data: { ...notice, others: 0 } };
  expect(ALERT_NOTICES["mentor-free"].leadsTo(about)).toBe(`/mentors/${mentor.memberId}?programme=${one}`);
  expect(await findAlerts(mentee as Viewer)).toMatchObject([
    { about: `?topic=2&programme=${one}`, mentor: null, programme: "Returners" },
  ]);
});

test("of the same mentor a mentee hears once in each programme that they wait in", async () => {
  await search("?topic=2");
  await search("?topic=2", one);
  const mentor = await mentorIn();
  expect(await sweepAt(onDay(1))).toBe(1);
  await joining.join(mentor, one ?? "", "mentor", onDay(1));
  expect(await sweepAt(onDay(2))).toBe(1);
  expect((await told()).map(({ programme }) => programme)).toEqual([undefined, "Returners"]);
  for (const isAvailable of [false, true])
    await db().mentorProfile.update({ where: { memberId: mentor.memberId }, data: { isAvailable } });
  await joining.join(mentor, two ?? "", "mentor", onDay(2));
  expect(await sweepAt(onDay(3))).toBe(0);
});

test("one about a mentor speaks when a relationship in the programme ends, and is over then", async () => {
  const mentor = await mentorIn(one);
  const pair = await fill(mentor, one);
  const wish = { mentorId: mentor.memberId, programmeId: one ?? null };
  const seen = () => findMentor(mentee as Viewer, SETTINGS, mentor.memberId, onDay(1), { lookedIn: one });
  expect(await seen()).toMatchObject({ closedBecause: "full", programmeId: one, isAwaited: false });
  expect(await findMentor(mentee as Viewer, SETTINGS, mentor.memberId, onDay(1))).toMatchObject({ closedBecause: null });
  expect(await waitForMentor(mentee as Viewer, wish, onDay(1))).toEqual({ ok: true, value: null });
  expect(await seen()).toMatchObject({ isAwaited: true });
  expect(await findAlerts(mentee as Viewer)).toMatchObject([{ mentor: { memberId: mentor.memberId }, programme: "Returners" }]);
  expect(await sweepAt(onDay(2))).toBe(0);
  expect((await relationships.end(mentor, pair, "completed", SETTINGS, onDay(3))).ok).toBe(true);
  expect(await sweepAt(onDay(4))).toBe(1);
  expect(await told()).toMatchObject([{ aboutId: mentor.memberId, programme: "Returners" }]);
  expect(await findAlerts(mentee as Viewer)).toEqual([]);
});

test("one about a mentor speaks when they offer more places in the programme", async () => {
  const mentor = await mentorIn(one);
  await fill(mentor, one);
  await waitForMentor(mentee as Viewer, { mentorId: mentor.memberId, programmeId: one ?? null }, onDay(1));
  await joining.limit(mentor, one ?? "", 2, onDay(1));
  expect(await sweepAt(onDay(2))).toBe(1);
});

test("one for a search speaks when a mentor meets what the programme asks", async () => {
  await search("?topic=2", one);
  await askCondition(staff as Viewer, SENT_AT, { programmeId: one ?? "" });
  const { memberId } = await mentorIn(one);
  expect(await sweepAt(onDay(1))).toBe(0);
  const where = { memberId, programmeId: one ?? "" };
  const item = await db().readinessItem.findFirstOrThrow({ where, select: { id: true, version: true } });
  const ticked = [{ id: item.id, seen: item.version }];
  expect((await readiness.actOnItems(staff as Viewer, ticked, { type: "approve" }, SETTINGS, onDay(1))).ok).toBe(true);
  expect(await sweepAt(onDay(2))).toBe(1);
  expect(await told()).toMatchObject([{ aboutId: memberId, programme: "Returners" }]);
});

test("is set by those alone who look for somebody in the programme, about those who are in it", async () => {
  const [mentor, elsewhere] = [await mentorIn(one), await mentorIn(two)];
  const stranger = viewerOf(await insertMentee());
  const wish = { mentorId: mentor.memberId, programmeId: one ?? null };
  expect(await waitForMentor(stranger, wish, SENT_AT)).toEqual({ ok: false, reason: "not-found" });
  const other = { mentorId: elsewhere.memberId, programmeId: one ?? null };
  expect(await waitForMentor(mentee as Viewer, other, SENT_AT)).toEqual({ ok: false, reason: "not-found" });
  const filters = { ...readSearch("", SETTINGS), programme: one ?? null };
  expect(await waitForSearch(stranger, filters, SENT_AT)).toEqual({ ok: false, reason: "not-found" });
});

test("ends with an acceptance in its own programme, when the mentee leaves it, or when it closes", async () => {
  const mentor = await mentorIn(two);
  await search("?topic=2");
  await search("?topic=2", one);
  await search("?topic=2", two);
  const sent = await proposals.send(
    mentee as Viewer,
    mentor.memberId,
    { ...WORDS, programmeId: two ?? null },
    SETTINGS,
    SENT_AT,
  );
  await proposals.accept({ ...mentor, activeRole: "mentor" }, sent.ok ? sent.value : "", 1, SETTINGS, onDay(1));
  const left = async () => (await findAlerts(mentee as Viewer)).map(({ programme }) => programme).sort();
  expect(await left()).toEqual(["Returners", null]);
  await programmes.move(staff as Viewer, { id: one ?? "", seen: 2 }, "close", onDay(2));
  expect(await left()).toEqual([null]);
  expect(await forgetAlerts()).toBe(2);
});
