import { randomUUID } from "node:crypto";
import { db, type Prisma } from "@/lib/foundation/db/client";

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
