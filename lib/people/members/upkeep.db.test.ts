import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { insertMentee, insertMentor } from "@/testing/people";
import { recomputeAnswerHours } from "./upkeep";

const NOW = new Date("2026-06-01T03:00:00Z");
const HOUR = 3_600_000;

describe("how quickly a mentor usually answers", () => {
  it("is the median of the last year's answers, in hours begun, and is written only where it changed", async () => {
    const quick = await insertMentor();
    const stopped = await insertMentor({ answerHours: 12 });
    const fresh = await insertMentor();
    await insertAnswers(quick.id, [5, 30.5, 400], "2026-03-01T12:00:00Z");
    await insertAnswers(quick.id, [0.1, 0.1, 0.1, 0.1], "2025-03-01T12:00:00Z");
    await insertAnswers(stopped.id, [12], "2025-03-01T12:00:00Z");
    expect(await recomputeAnswerHours(NOW)).toBe(2);
    expect(await hoursOf(quick.id)).toBe(31);
    expect(await hoursOf(stopped.id)).toBeNull();
    expect(await hoursOf(fresh.id)).toBeNull();
    expect(await db().mentorListing.findUnique({ where: { memberId: quick.id } })).toMatchObject({ answerHours: 31 });
    expect(await recomputeAnswerHours(NOW)).toBe(0);
  });

  it("counts answers, not proposals that were withdrawn or ran out", async () => {
    const mentor = await insertMentor();
    await insertAnswers(mentor.id, [10], "2026-03-01T12:00:00Z", "accepted");
    await insertAnswers(mentor.id, [504], "2026-03-01T12:00:00Z", "expired");
    await recomputeAnswerHours(NOW);
    expect(await hoursOf(mentor.id)).toBe(10);
  });
});

async function insertAnswers(mentorId: string, hours: number[], sent: string, status = "rejected"): Promise<void> {
  const sentAt = new Date(sent);
  for (const passed of hours) {
    const mentee = await insertMentee();
    const movedAt = new Date(sentAt.getTime() + passed * HOUR);
    const times = { sentAt, movedAt, expiresAt: movedAt, remindDays: [], remindAt: [], expireDay: 21 };
    await db().proposal.create({ data: { id: randomUUID(), menteeId: mentee.id, mentorId, status, slot: 1, ...times } });
  }
}

async function hoursOf(memberId: string): Promise<number | null> {
  const found = await db().mentorProfile.findUniqueOrThrow({ where: { memberId }, select: { answerHours: true } });
  return found.answerHours;
}
