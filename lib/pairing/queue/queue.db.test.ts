import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { makeAvailable, makeUnavailable } from "@/lib/pairing/availability/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { loadCircumstances, loadProposal } from "@/lib/pairing/proposals/load";
import type { Decision } from "@/lib/pairing/proposals/proposal";
import { save, wasChangedMeanwhile } from "@/lib/pairing/proposals/save";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { empty } from "@/testing/empty";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { decided, onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { endPlaces, keepPlace, leaveQueue } from "./commands";
import { areAllPlacesTaken, findMyPlace } from "./queries";
import { queueSweepStep } from "./sweep-step";

const SETTINGS = DEFAULT_SETTINGS;
let mentor: TestMember;
let mentees: TestMember[];

beforeEach(async () => {
  await empty("proposals", "relationships", "notifications", "mails", "queue_places");
  mentor = await insertMentor({ capacity: 1 });
  mentees = [];
  for (let i = 0; i < 4; i++) mentees.push(await insertMentee());
});

const at = (i: number) => mentees[i] as TestMember;

async function send(i: number, to = mentor, now = SENT_AT): Promise<string> {
  const sent = await proposals.send(viewerOf(at(i)), to.id, { ...WORDS, objectives: `${i}` }, SETTINGS, now);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

/** The first is accepted, and fills the mentor; the others have been closed. */
async function fill(): Promise<string[]> {
  const ids = [await send(0), await send(1), await send(2), await send(3)];
  expect((await proposals.accept(viewerOf(mentor), ids[0] ?? "", 1, SETTINGS, onDay(1))).ok).toBe(true);
  return ids;
}

async function keep(ids: string[], ...order: number[]): Promise<void> {
  for (const [n, i] of order.entries())
    expect(await keepPlace(viewerOf(at(i)), ids[i] ?? "", SETTINGS, onDay(2 + n))).toMatchObject({ ok: true });
}

const free = (id: string, day: number) => relationships.end(viewerOf(mentor), id, null, SETTINGS, onDay(day));
const statusOf = async (id = "") => {
  const { status, withdrawnBecause, round } = await db().proposal.findUniqueOrThrow({
    where: { id },
    select: { status: true, withdrawnBecause: true, round: true },
  });
  return `${status}${withdrawnBecause ? ` ${withdrawnBecause}` : ""} ${round}`;
};
const told = async (kind: string) =>
  (await db().notification.findMany({ where: { kind }, select: { memberId: true } })).map(({ memberId }) => memberId);

describe("a mentor whose last place is taken", () => {
  test("has the other proposals closed in the same step, their mentees are told, and reminders stop", async () => {
    const ids = await fill();
    expect(await Promise.all(ids.map(statusOf))).toEqual([
      "accepted 1",
      "withdrawn mentor-full 1",
      "withdrawn mentor-full 1",
      "withdrawn mentor-full 1",
    ]);
    expect((await told("proposal-mentor-full")).sort()).toEqual([at(1).id, at(2).id, at(3).id].sort());
    expect(await sweep(proposalSweepStep, onDay(30))).toEqual({});
  });

  test("has them closed too when they lower the number of places", async () => {
    await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { capacity: 2 } });
    const ids = await fill();
    expect(await statusOf(ids[1])).toBe("sent 1");
    await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { capacity: 1 } });
    expect(await proposals.closeIfFull(viewerOf(mentor), SETTINGS, onDay(2))).toBe(3);
    expect(await statusOf(ids[1])).toBe("withdrawn mentor-full 1");
  });

  test("keeps those whose deadline had passed as expired", async () => {
    const ids = [await send(0), await send(1)];
    await sweep(proposalSweepStep, onDay(5));
    const late = await send(2, mentor, onDay(20));
    await proposals.accept(viewerOf(mentor), late, 1, SETTINGS, onDay(22));
    expect(await Promise.all(ids.map(statusOf))).toEqual(["expired 1", "expired 1"]);
  });
});

describe("the queue", () => {
  test("asks again for the first when the place is free, with a new clock, and tells both", async () => {
    const ids = await fill();
    await keep(ids, 2, 1);
    expect(await sweep(queueSweepStep, onDay(9))).toEqual({});
    await free(ids[0] ?? "", 10);
    expect(await sweep(queueSweepStep, onDay(11))).toEqual({ askedAgain: 1 });
    expect(await Promise.all(ids.map(statusOf))).toEqual([
      "accepted 1",
      "withdrawn mentor-full 1",
      "sent 2",
      "withdrawn mentor-full 1",
    ]);
    expect(await told("proposal-asked-again")).toEqual([mentor.id]);
    expect(await told("proposal-place-free")).toEqual([at(2).id]);
    const { data } = await db().mail.findFirstOrThrow({ where: { kind: "proposal-asked-again" }, select: { data: true } });
    expect(data).toMatchObject({ day: 9, expiresAt: onDay(32).toISOString() });
    // The place is offered once.
    expect(await sweep(queueSweepStep, onDay(12))).toEqual({ askedAgain: 0 });
  });

  test("goes on to the next when the first is rejected, and a place that is taken sends the others back to wait", async () => {
    const ids = await fill();
    await keep(ids, 1, 2, 3);
    await free(ids[0] ?? "", 10);
    await sweep(queueSweepStep, onDay(11));
    await proposals.reject(viewerOf(mentor), ids[1] ?? "", null, SETTINGS, onDay(12));
    await sweep(queueSweepStep, onDay(13));
    expect(await statusOf(ids[2])).toBe("sent 2");
    // Somebody new is accepted instead: who was asked for waits again, at the front.
    const stranger = await insertMentee();
    const sent = await proposals.send(viewerOf(stranger), mentor.id, WORDS, SETTINGS, onDay(14));
    await proposals.accept(viewerOf(mentor), sent.ok ? sent.value : "", 1, SETTINGS, onDay(15));
    expect(await statusOf(ids[2])).toBe("withdrawn mentor-full 2");
    expect(await findMyPlace(viewerOf(at(2)), ids[2] ?? "", onDay(15))).toMatchObject({ position: 1, joinedAt: onDay(3) });
    expect(await findMyPlace(viewerOf(at(3)), ids[3] ?? "", onDay(15))).toMatchObject({ position: 2 });
    expect(await findMyPlace(viewerOf(at(1)), ids[1] ?? "", onDay(15))).toBeNull();
  });

  test("lets those go first whose earlier mentor was silent, also when that happens while they wait", async () => {
    const other = await insertMentor();
    const silent = await send(3, other);
    const ids = await fill();
    await keep(ids, 1, 2, 3);
    expect((await findMyPlace(viewerOf(at(3)), ids[3] ?? "", onDay(5)))?.position).toBe(3);
    await sweep(proposalSweepStep, onDay(25));
    expect(await statusOf(silent)).toBe("expired 1");
    expect(await findMyPlace(viewerOf(at(3)), ids[3] ?? "", onDay(25))).toMatchObject({ position: 1, goesFirst: true });
  });

  test("loses nobody who may not be asked for at the moment, and asks for the next", async () => {
    const ids = await fill();
    await keep(ids, 1, 2);
    for (let i = 0; i < 3; i++) await send(1, await insertMentor(), onDay(5));
    await free(ids[0] ?? "", 10);
    await sweep(queueSweepStep, onDay(11));
    expect(await statusOf(ids[2])).toBe("sent 2");
    expect(await findMyPlace(viewerOf(at(1)), ids[1] ?? "", onDay(11))).toMatchObject({ position: 1 });
  });

  test("forgets who has found somebody, and who leaves", async () => {
    const ids = await fill();
    await keep(ids, 1, 2, 3);
    expect(await areAllPlacesTaken(viewerOf(mentor))).toBe(true);
    const other = await insertMentor();
    const found = await send(1, other, onDay(6));
    await proposals.accept(viewerOf(other), found, 1, SETTINGS, onDay(7));
    expect(await leaveQueue(viewerOf(at(2)), ids[2] ?? "", onDay(8))).toMatchObject({ ok: true });
    expect(await leaveQueue(viewerOf(at(2)), ids[2] ?? "", onDay(8))).toMatchObject({ ok: true });
    expect(await db().queuePlace.findMany({ select: { menteeId: true } })).toEqual([{ menteeId: at(3).id }]);
    await free(ids[0] ?? "", 10);
    await sweep(queueSweepStep, onDay(11));
    expect(await leaveQueue(viewerOf(at(3)), ids[3] ?? "", onDay(12))).toMatchObject({ reason: "already-asked" });
  });

  test("is nobody else's business", async () => {
    const ids = await fill();
    expect(await keepPlace(viewerOf(at(2)), ids[1] ?? "", SETTINGS, onDay(2))).toMatchObject({ reason: "not-found" });
    expect(await keepPlace(viewerOf(mentor), ids[1] ?? "", SETTINGS, onDay(2))).toMatchObject({ reason: "not-found" });
    expect(await leaveQueue(viewerOf(at(2)), ids[1] ?? "", onDay(2))).toMatchObject({ reason: "not-found" });
  });

  test("keeps one place however often it is pressed, and at its first time", async () => {
    const ids = await fill();
    await keep(ids, 1);
    await keepPlace(viewerOf(at(1)), ids[1] ?? "", SETTINGS, onDay(9));
    expect(await db().queuePlace.findMany({ select: { joinedAt: true } })).toEqual([{ joinedAt: onDay(2) }]);
  });

  test("is the same with a newer proposal to the mentor, and over when that one is rejected", async () => {
    const ids = await fill();
    await keep(ids, 1);
    await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { capacity: 2 } });
    const newer = await send(1, mentor, onDay(5));
    await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { capacity: 1 } });
    await proposals.closeIfFull(viewerOf(mentor), SETTINGS, onDay(6));
    await keepPlace(viewerOf(at(1)), newer, SETTINGS, onDay(7));
    expect(await findMyPlace(viewerOf(at(1)), newer, onDay(7))).toMatchObject({ joinedAt: onDay(2) });
    expect(await findMyPlace(viewerOf(at(1)), ids[1] ?? "", onDay(7))).toBeNull();
    await free(ids[0] ?? "", 10);
    const newest = await send(1, mentor, onDay(10));
    await proposals.reject(viewerOf(mentor), newest, null, SETTINGS, onDay(11));
    expect(await sweep(queueSweepStep, onDay(12))).toEqual({});
    expect(await findMyPlace(viewerOf(at(1)), newest, onDay(12))).toBeNull();
    expect(await areAllPlacesTaken(viewerOf(mentor))).toBe(false);
  });

  test("waits for a mentor who pauses, shows the day of return, and asks when they are back", async () => {
    const ids = [await send(0), await send(1)];
    expect(await makeUnavailable(viewerOf(mentor), onDay(20), onDay(1))).toMatchObject({ ok: true });
    expect(await proposals.closeForPause(viewerOf(mentor), onDay(1))).toBe(2);
    expect(await told("proposal-mentor-away")).toHaveLength(2);
    await keep(ids, 1, 0);
    expect(await findMyPlace(viewerOf(at(1)), ids[1] ?? "", onDay(3))).toMatchObject({ mentorIs: "away", backAt: onDay(20) });
    expect(await sweep(queueSweepStep, onDay(5))).toEqual({});
    await makeAvailable(viewerOf(mentor), onDay(6));
    await sweep(queueSweepStep, onDay(6));
    expect([await statusOf(ids[0]), await statusOf(ids[1])]).toEqual(["withdrawn mentor-away 1", "sent 2"]);
  });

  test("ends when the mentor leaves for good, and says so; a suspended one may come back", async () => {
    const ids = await fill();
    await keep(ids, 1, 2);
    await db().member.update({ where: { id: mentor.id }, data: { status: "suspended" } });
    expect(await endPlaces(null, SETTINGS, onDay(5))).toBe(0);
    await db().member.update({ where: { id: mentor.id }, data: { status: "deleted" } });
    await db().member.update({ where: { id: at(2).id }, data: { status: "deleted" } });
    expect(await endPlaces(mentor.id, SETTINGS, onDay(5))).toBe(2);
    expect(await told("queue-over")).toEqual([at(1).id]);
    expect(await endPlaces(null, SETTINGS, onDay(5))).toBe(0);
  });
});

describe("at the same moment", () => {
  /** The decision of a sweep to ask for somebody, before it is saved. */
  async function deciding(i: number, id = ""): Promise<Decision> {
    const proposal = await loadProposal(id);
    const circumstances = await loadCircumstances(at(i).id, mentor.id, id, SETTINGS, onDay(11));
    if (!proposal || !circumstances) throw new Error("nothing to decide on");
    const ask = { type: "ask-again", actor: { kind: "system" }, joinedAt: onDay(2), askedPlace: 1, circumstances } as const;
    return decided(proposal, ask, onDay(11));
  }

  test("who leaves after a sweep has decided to ask for them is not asked for", async () => {
    const ids = await fill();
    await keep(ids, 1);
    await free(ids[0] ?? "", 10);
    const decision = await deciding(1, ids[1]);
    await leaveQueue(viewerOf(at(1)), ids[1] ?? "", onDay(11));
    await expect(save([decision], "what-is-free")).rejects.toSatisfy(wasChangedMeanwhile);
    expect(await statusOf(ids[1])).toBe("withdrawn mentor-full 1");
  });

  test("two sweeps that decide to ask for two people for one place ask for one", async () => {
    const ids = await fill();
    await keep(ids, 1, 2);
    await free(ids[0] ?? "", 10);
    const [one, other] = [await deciding(1, ids[1]), await deciding(2, ids[2])];
    expect(await save([one], "what-is-free")).toEqual([ids[1]]);
    await expect(save([other], "what-is-free")).rejects.toSatisfy(wasChangedMeanwhile);
    expect(await Promise.all([ids[1], ids[2]].map(statusOf))).toEqual(["sent 2", "withdrawn mentor-full 1"]);
  });

  test("fifty sweeps hand out two places to two people, once each", async () => {
    await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { capacity: 2 } });
    const ids = await fill();
    await proposals.accept(viewerOf(mentor), ids[1] ?? "", 1, SETTINGS, onDay(1));
    const more: string[] = [];
    for (let i = 0; i < 12; i++) {
      const mentee = await insertMentee();
      mentees.push(mentee);
      await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { capacity: 3 } });
      more.push(await send(mentees.length - 1, mentor, onDay(2)));
      await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { capacity: 2 } });
      await proposals.closeIfFull(viewerOf(mentor), SETTINGS, onDay(2));
      await keepPlace(viewerOf(mentee), more.at(-1) ?? "", SETTINGS, onDay(3 + i / 10));
    }
    await free(ids[0] ?? "", 10);
    await free(ids[1] ?? "", 10);
    await Promise.all(Array.from({ length: 50 }, () => sweep(queueSweepStep, onDay(11))));
    await sweep(queueSweepStep, onDay(11));
    const asked = await db().proposal.findMany({ where: { status: "sent" }, select: { id: true } });
    expect(asked.map(({ id }) => id).sort()).toEqual(more.slice(0, 2).sort());
    expect(await told("proposal-asked-again")).toHaveLength(2);
    expect(await db().queuePlace.count()).toBe(12);
  });

  test("somebody who leaves while they are asked for has either left or been asked for", async () => {
    for (let time = 0; time < 10; time++) {
      await empty("proposals", "relationships", "queue_places");
      const ids = await fill();
      await keep(ids, 1);
      await free(ids[0] ?? "", 10);
      const [left] = await Promise.all([
        leaveQueue(viewerOf(at(1)), ids[1] ?? "", onDay(11)),
        sweep(queueSweepStep, onDay(11)),
      ]);
      expect(await statusOf(ids[1])).toBe(left.ok ? "withdrawn mentor-full 1" : "sent 2");
      expect(await db().queuePlace.count()).toBe(left.ok ? 0 : 1);
    }
  });
});
