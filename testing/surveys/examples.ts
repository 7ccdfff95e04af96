import { randomUUID } from "node:crypto";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { answer } from "@/lib/mentoring/surveys/commands";
import { countGroups } from "@/lib/mentoring/surveys/counting-sql";
import type { SurveyId } from "@/lib/mentoring/surveys/survey";

const ZONE = "Europe/London";

/** A member has been asked, as by the sweep. Returns the id of the asking. */
export async function askOne(memberId: string, survey: SurveyId, askedAt: Date, relationshipId: string | null = null) {
  const id = randomUUID();
  const openUntil = addDays(askedAt, 30, ZONE);
  const data = { id, memberId, survey, occasion: `${survey}:${id}`, relationshipId, askedAt, openUntil };
  await db().surveyAsking.create({ data, select: { id: true } });
  return id;
}

/** These members have answered, and their answers are counted a day later where there are enough. Returns the askings. */
export async function answerAll(memberIds: readonly string[], survey: SurveyId, typed: Record<string, unknown>, at: Date) {
  const ids = [];
  for (const memberId of memberIds) {
    const id = await askOne(memberId, survey, at);
    const answered = await answer({ memberId }, id, typed, at);
    if (!answered.ok) throw new Error(answered.reason);
    ids.push(id);
  }
  await countGroups(survey, ZONE, addDays(at, 1, ZONE));
  return ids;
}
