import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { insertMember, insertMentee, insertMentor } from "@/testing/people";
import { renameZones } from "./commands";
import { recomputeReplies } from "./upkeep";

const NOW = new Date("2026-06-01T03:00:00Z");
const HOUR = 3_600_000;

describe("how a mentor replies", () => {
  it("is counted over the last year, and written only where it changed", async () => {
    const quick = await insertMentor();
    const stopped = await insertMentor({ answerHours: 12, askedCount: 4, repliedCount: 4 });
    const fresh = await insertMentor();
    await insertAnswers(quick.id, [5, 30.5, 400], "2026-03-01T12:00:00Z");
    await insertAnswers(quick.id, [0.1, 0.1, 0.1, 0.1], "2025-03-01T12:00:00Z");
    await insertAnswers(stopped.id, [12], "2025-03-01T12:00:00Z");
    expect(await recomputeReplies(NOW)).toBe(2);
    expect(await repliesOf(quick.id)).toEqual({ answerHours: 31, askedCount: 3, repliedCount: 3, waitingCount: 0 });
    expect(await repliesOf(stopped.id)).toEqual({ answerHours: null, askedCount: 0, repliedCount: 0, waitingCount: 0 });
    expect(await repliesOf(fresh.id)).toEqual({ answerHours: null, askedCount: 0, repliedCount: 0, waitingCount: 0 });
    expect(await db().mentorListing.findUnique({ where: { memberId: quick.id } })).toMatchObject({ answerHours: 31, calm: 15 });
    expect(await recomputeReplies(NOW)).toBe(0);
  });

  it("counts what expired as asked and not replied to, until its deadline", async () => {
    const silent = await insertMentor();
    await insertAnswers(silent.id, [10], "2026-03-01T12:00:00Z", "accepted");
    await insertAnswers(silent.id, [504, 504], "2026-03-01T12:00:00Z", "expired");
    const few = await insertMentor();
    await insertAnswers(few.id, [10, 10], "2026-03-01T12:00:00Z");
    await insertAnswers(few.id, [504], "2026-03-01T12:00:00Z", "withdrawn");
    await recomputeReplies(NOW);
    expect(await repliesOf(silent.id)).toEqual({ answerHours: 504, askedCount: 3, repliedCount: 1, waitingCount: 0 });
    expect(await repliesOf(few.id)).toEqual({ answerHours: 10, askedCount: 2, repliedCount: 2, waitingCount: 0 });
  });

  it("counts who waits, and makes the listing of a mentor less calm by silence first, then by them", async () => {
    const calmOf = async (silent: number, replied: number, waiting: number) => {
      const { id } = await insertMentor();
      await insertAnswers(id, Array(replied).fill(5), "2026-03-01T12:00:00Z");
      await insertAnswers(id, Array(silent).fill(504), "2026-03-01T12:00:00Z", "expired");
      await insertAnswers(id, Array(waiting).fill(504), "2026-05-30T12:00:00Z", "sent");
      await recomputeReplies(NOW);
      expect(await repliesOf(id)).toMatchObject({ waitingCount: waiting });
      return (await db().mentorListing.findUniqueOrThrow({ where: { memberId: id } })).calm;
    };
    expect(await calmOf(0, 0, 0)).toBe(15);
    expect(await calmOf(0, 2, 2)).toBe(13);
    expect(await calmOf(0, 0, 5)).toBe(12);
    expect(await calmOf(1, 3, 0)).toBe(11);
    expect(await calmOf(2, 2, 1)).toBe(6);
    expect(await calmOf(1, 0, 5)).toBe(0);
  });
});

describe("a time zone that has another name today", () => {
  it("gets it at night, and nothing else changes", async () => {
    const zones = ["Europe/Kiev", "Asia/Calcutta", "Etc/UTC", "Europe/Kyiv", "Europe/Stockholm", null];
    const members = await Promise.all(zones.map((timeZone) => insertMember({ timeZone })));
    expect(await renameZones()).toBe(3);
    expect(await renameZones()).toBe(0);
    const kept = await Promise.all(
      members.map(({ id }) => db().member.findUniqueOrThrow({ where: { id }, select: { timeZone: true } })),
    );
    expect(kept.map(({ timeZone }) => timeZone)).toEqual([
      "Europe/Kyiv",
      "Asia/Kolkata",
      "UTC",
      "Europe/Kyiv",
      "Europe/Stockholm",
      null,
    ]);
  });
});

async function insertAnswers(mentorId: string, hours: number[], sent: string, status = "rejected"): Promise<void> {
  const sentAt = new Date(sent);
  for (const passed of hours) {
    const mentee = await insertMentee();
    const movedAt = new Date(sentAt.getTime() + passed * HOUR);
    const times = { sentAt, movedAt, expiresAt: movedAt, remindDays: [], remindAt: [], expireDay: 21 };
    const withdrawnBecause = status === "withdrawn" ? "mentee" : null;
    const dueAt = status === "sent" ? movedAt : null;
    const how = { status, withdrawnBecause, dueAt, slot: 1, ...times };
    await db().proposal.create({ data: { id: randomUUID(), menteeId: mentee.id, mentorId, ...how } });
  }
}

function repliesOf(memberId: string) {
  const select = { answerHours: true, askedCount: true, repliedCount: true, waitingCount: true };
  return db().mentorProfile.findUniqueOrThrow({ where: { memberId }, select });
}
