import { rangeOf } from "@/lib/foundation/day-range";
import { db, Prisma } from "@/lib/foundation/db/client";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { findSurvey } from "@/lib/mentoring/surveys/own-sql";
import { openWords } from "@/lib/mentoring/surveys/queries";
import { standingSurvey } from "@/lib/mentoring/surveys/standing";
import { isStanding, type Survey } from "@/lib/mentoring/surveys/survey";
import { type SurveyCommand, type SurveyRefusal, whyNot } from "./decide";
import type { Description } from "./input";
import { type ContactAnswer, findContactRow } from "./queries";
import { type TypedQuestion, withoutQuestion, withQuestion } from "./questions";
import { sayAnswers } from "./wording";

type Changed = Result<Survey, SurveyRefusal>;
type Seen = Pick<Survey, "id"> & { seen: number };

/**
 * Makes a draft, which asks nobody until it is opened. The same form sent again is the same draft, and with other words another one
 * beside it.
 */
export async function make(
  viewer: Viewer,
  { id, ...typed }: Description & { id: string },
  timeZone: string,
  now: Date,
): Promise<Kept<string> | Refusal<SurveyRefusal>> {
  if (viewer.staff === "none") return refuse("not-staff");
  const { title, role, pairing, programmeId, startsAt, endsAt } = columnsOf(typed, timeZone);
  const said = [title, role, pairing, programmeId, startsAt, endsAt];
  return once(id, said, async (key) => {
    const made = await db().$executeRaw`
      WITH written AS (
        INSERT INTO "surveys" ("id", "authorId", "title", "role", "pairing", "programmeId", "startsAt", "endsAt", "changedAt")
        VALUES (${key}::uuid, ${viewer.memberId}::uuid, ${title}, ${role}, ${pairing}, ${programmeId}::uuid, ${startsAt}::timestamptz,
          ${endsAt}::timestamptz, ${now}::timestamptz)
        ON CONFLICT DO NOTHING RETURNING "id"
      ) ${audited(viewer, "survey-made", now)}`;
    if (made > 0) return done(key);
    const there = await findSurvey(key);
    const kept = there && [there.title, there.role, there.pairing, there.programmeId, there.startsAt, there.endsAt];
    return taken(key, JSON.stringify(kept) === JSON.stringify(said));
  });
}

/** Other words, days or people for a draft. */
export async function edit(viewer: Viewer, { id, seen, ...typed }: Description & Seen, timeZone: string, now: Date) {
  const found = await allow(viewer, { id, seen }, "edit", now);
  if (!found.ok) return found;
  const { title, role, pairing, programmeId, startsAt, endsAt } = columnsOf(typed, timeZone);
  const set = Prisma.sql`"title" = ${title}, "role" = ${role}, "pairing" = ${pairing}, "programmeId" = ${programmeId}::uuid,
    "startsAt" = ${startsAt}::timestamptz, "endsAt" = ${endsAt}::timestamptz`;
  return change(viewer, found.value, set, "survey-changed", now);
}

/** One more question at the end of a draft. */
export async function addQuestion(viewer: Viewer, { id, seen, ...typed }: Seen & TypedQuestion, now: Date): Promise<Changed> {
  const found = await allow(viewer, { id, seen }, "edit", now);
  if (!found.ok) return found;
  const questions = withQuestion(found.value.questions, typed);
  if (!questions.ok) return questions;
  return change(viewer, found.value, setQuestions(questions.value), "survey-changed", now);
}

export async function removeQuestion(viewer: Viewer, { id, seen, number }: Seen & { number: number }, now: Date) {
  const found = await allow(viewer, { id, seen }, "edit", now);
  if (!found.ok) return found;
  const questions = withoutQuestion(found.value.questions, number);
  return change(viewer, found.value, setQuestions(questions), "survey-changed", now);
}

/** Opens a draft: from its first day on, the sweep asks those whom it is for. */
export async function open(viewer: Viewer, { id, seen }: Seen, now: Date): Promise<Changed> {
  const found = await allow(viewer, { id, seen }, "open", now);
  if (!found.ok) return found;
  const set = Prisma.sql`"status" = 'open', "dueAt" = greatest("startsAt", ${now}::timestamptz)`;
  return change(viewer, found.value, set, "survey-opened", now);
}

/** Closes it before its last day: nobody is asked any more, and no more answers are taken. */
export async function close(viewer: Viewer, { id, seen }: Seen, now: Date): Promise<Changed> {
  const found = await allow(viewer, { id, seen }, "close", now);
  if (!found.ok) return found;
  return change(viewer, found.value, Prisma.sql`"status" = 'closed', "dueAt" = NULL`, "survey-closed", now);
}

/** Deletes a draft. */
export async function discard(viewer: Viewer, { id, seen }: Seen, now: Date): Promise<Changed> {
  const found = await allow(viewer, { id, seen }, "discard", now);
  if (!found.ok) return found;
  const count = await db().$executeRaw`
    WITH written AS (
      DELETE FROM "surveys" WHERE "id" = ${id}::uuid AND "version" = ${found.value.version} AND "status" = 'draft' RETURNING "id"
    ) ${audited(viewer, "survey-deleted", now)}`;
  return count > 0 ? found : refuse("changed-meanwhile");
}

/** An answer whose member asked to be contacted, with their name; that staff read it is in the trail, once for each day and reader. */
export async function readContact(viewer: Viewer, askingId: string, now: Date): Promise<ContactAnswer | null> {
  const row = await findContactRow(viewer, askingId);
  if (!row) return null;
  const { chosen, words, ...answer } = row;
  const own = isStanding(row.survey) ? null : await findSurvey(row.survey);
  const asked = isStanding(row.survey) ? standingSurvey(row.survey) : own;
  await db().$executeRaw`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'survey-answer-read', 'member', ${row.memberId}::uuid, '{}'::jsonb
    WHERE NOT EXISTS (SELECT FROM "audit_events" WHERE "actorId" = ${viewer.memberId}::uuid AND "fact" = 'survey-answer-read'
      AND "subjectId" = ${row.memberId}::uuid AND "at" > ${now}::timestamptz - interval '1 day')`;
  return {
    ...answer,
    title: asked?.title ?? "",
    answers: sayAnswers(asked?.questions ?? [], { chosen, words: openWords(askingId, words) }),
  };
}

async function allow(viewer: Viewer, { id, seen }: Seen, command: SurveyCommand, now: Date): Promise<Changed> {
  if (viewer.staff === "none") return refuse("not-staff");
  const survey = await findSurvey(id);
  if (!survey) return refuse("not-found");
  const refusal = whyNot(survey, command, now);
  if (refusal) return refuse(refusal);
  // The sweep changes the version of an open survey while it goes through the members, and closing it means the same in any case.
  return survey.version === seen || command === "close" ? done(survey) : refuse("changed-meanwhile");
}

async function change(viewer: Viewer, survey: Survey, set: Prisma.Sql, fact: string, now: Date): Promise<Changed> {
  const { id, version, status } = survey;
  const isSame =
    status === "open" ? Prisma.sql`"status" = 'open'` : Prisma.sql`"status" = ${status} AND "version" = ${version}`;
  const count = await db().$executeRaw`
    WITH written AS (
      UPDATE "surveys" SET ${set}, "authorId" = ${viewer.memberId}::uuid, "changedAt" = ${now}::timestamptz, "version" = "version" + 1
      WHERE "id" = ${id}::uuid AND ${isSame} RETURNING "id"
    ) ${audited(viewer, fact, now)}`;
  return count > 0 ? done(survey) : refuse("changed-meanwhile");
}

function setQuestions(questions: Survey["questions"]): Prisma.Sql {
  return Prisma.sql`"questions" = ${JSON.stringify(questions)}::jsonb`;
}

function columnsOf({ title, role, pairing, programmeId, from, to }: Description, timeZone: string) {
  const range = rangeOf(from, to, timeZone);
  const chosen = { role: role || null, pairing: pairing || null, programmeId: programmeId || null };
  return { title, ...chosen, startsAt: range.from, endsAt: range.to };
}

function audited({ memberId }: Viewer, fact: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${memberId}::uuid, ${fact}, 'survey', "id", '{}'::jsonb FROM written`;
}
