import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { insertMentee, insertMentor, type TestMember } from "@/testing/people";
import { isForMentor } from "./kinds";

export const NOW = new Date("2026-11-21T18:00:00Z");
const DAY = 86_400_000;

export interface Pair {
  mentee: TestMember;
  mentor: TestMember;
  proposalId: string;
}

/** Two people and a proposal between them. */
export async function insertPair(status: "sent" | "accepted" = "sent"): Promise<Pair> {
  const mentee = await insertMentee({}, { name: "Amina Okafor" });
  const mentor = await insertMentor({}, { name: "Gareth Pugh" });
  const proposalId = randomUUID();
  const expiresAt = new Date(NOW.getTime() + 21 * DAY);
  await db().proposal.create({
    data: {
      id: proposalId,
      menteeId: mentee.id,
      mentorId: mentor.id,
      status,
      slot: 1,
      sentAt: NOW,
      remindDays: [3, 7, 15],
      remindAt: [3, 7, 15].map((day) => new Date(NOW.getTime() + day * DAY)),
      expireDay: 21,
      expiresAt,
      dueAt: status === "sent" ? expiresAt : null,
      movedAt: NOW,
      texts: {
        create: {
          number: 1,
          objectives: "To speak up in meetings.",
          topics: [1, 6],
          methods: [2],
          meeting: "Once a month",
          contribution: "Time, and questions.",
          writtenAt: NOW,
        },
      },
    },
    select: { id: true },
  });
  return { mentee, mentor, proposalId };
}

/** Puts mails into the outbox, due at NOW, to the mentor or the mentee as their kind wants it. Returns their keys. */
export async function insertMails({ mentee, mentor, proposalId }: Pair, kinds: readonly string[]): Promise<string[]> {
  const rows = kinds.map((kind) => {
    const isToMentor = isForMentor(kind);
    return {
      key: `test:${randomUUID()}`,
      memberId: isToMentor ? mentor.id : mentee.id,
      role: isToMentor ? "mentor" : "mentee",
      kind,
      proposalId,
      aboutId: isToMentor ? mentee.id : mentor.id,
      data: { day: 7, expiresAt: new Date(NOW.getTime() + 21 * DAY).toISOString() },
      createdAt: NOW,
      nextAttemptAt: NOW,
    };
  });
  await db().mail.createMany({ data: rows });
  return rows.map(({ key }) => key);
}

export function later(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}
