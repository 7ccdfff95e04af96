import { randomUUID } from "node:crypto";
import { db, type Prisma } from "@/lib/foundation/db/client";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { ShownAnswer } from "@/lib/people/profile-questions/profile-question";
import { type HeldAnswer, readShown, shownValue } from "@/lib/people/profile-questions/queries";

const LONG_AGO = new Date("2026-01-05T09:00:00Z");

/** One of the society's own questions: a text that mentors may give and everybody reads, but for what `values` says. */
export async function insertQuestion(values: Partial<Prisma.ProfileQuestionUncheckedCreateInput> = {}): Promise<string> {
  const role = values.role ?? "mentor";
  const taken = await db().profileQuestion.findMany({
    where: { role, programmeId: values.programmeId ?? null },
    select: { number: true },
  });
  const number = Math.max(0, ...taken.map((question) => question.number)) + 1;
  const place = { id: randomUUID(), role, number, position: number, createdAt: LONG_AGO, changedAt: LONG_AGO };
  const asked = { kind: "text", readers: "everybody", question: `Question ${number}`, isRequired: false };
  const { id } = await db().profileQuestion.create({ data: { ...place, ...asked, ...values }, select: { id: true } });
  return id;
}

/** The answers of a member that a page which shows their profile to the viewer has on it. */
export async function shownTo(viewer: Viewer, memberId: string, role: Role): Promise<ShownAnswer[]> {
  const [row] = await db().$queryRaw<{ held: HeldAnswer[] }[]>`SELECT ${shownValue(viewer, memberId, role)} AS "held"`;
  return readShown(memberId, row?.held ?? []);
}
