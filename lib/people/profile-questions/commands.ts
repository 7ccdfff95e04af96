import { db, Prisma } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { listFurther } from "@/lib/society/register/queries";
import { isOfProtocol } from "./claims";
import type { AddQuestionInput, ChangeQuestionInput } from "./input";
import { readOptions } from "./options";
import { MOST_ASKED, MOST_NUMBERS, mayFilter, type QuestionRefusal } from "./profile-question";
import { findQuestion } from "./queries";

/** An admin adds a question at the end of a role's list. The same form sent twice adds one; refuses other words under its key. */
export async function addQuestion(actor: Viewer, typed: AddQuestionInput, now: Date): Promise<Result<null, QuestionRefusal>> {
  if (actor.staff !== "admin") return refuse("not-staff");
  const options = readOptions(typed.kind, typed.options, []);
  if (!options.ok) return options;
  const [filledFrom, claim] = [typed.filledFrom || null, typed.claim || null];
  if (filledFrom !== null && (typed.kind !== "text" || typed.readers === "partners" || typed.isRequired))
    return refuse("filled-otherwise");
  const unclaimed = claim === null ? null : findRefusalOfClaim(claim, filledFrom, typed.isRequired);
  if (unclaimed) return refuse(unclaimed);
  if (typed.isFilter && !mayFilter({ ...typed, programmeId: typed.programmeId ?? null })) return refuse("no-filter");
  if (filledFrom !== null && !(await listFurther()).includes(filledFrom)) return refuse("no-such-column");
  const added = await findQuestion(actor, typed.id);
  if (added) return added.question === typed.question ? done(null) : refuse("already-there");
  const programmeId = typed.programmeId ?? null;
  const full = await findRefusalToAsk(typed.role, programmeId);
  if (full) return refuse(full);
  const count = await db().$executeRaw`
    WITH written AS (
      INSERT INTO "profile_questions" ("id", "role", "programmeId", "number", "position", "kind", "readers", "question", "help", "isRequired",
        "options", "isFilter", "filledFrom", "claim", "createdAt", "changedAt")
      SELECT ${typed.id}::uuid, ${typed.role}, ${programmeId}::uuid, free."number",
        (SELECT coalesce(max("position"), 0) + 1 FROM "profile_questions" q WHERE ${isOf(typed.role, programmeId)}),
        ${typed.kind}, ${typed.readers}, ${typed.question}, ${typed.help}, ${typed.isRequired},
        ${JSON.stringify(options.value)}::jsonb, ${typed.isFilter}, ${filledFrom}, ${claim}, ${now}::timestamptz, ${now}::timestamptz
      FROM generate_series(1, ${MOST_NUMBERS}::integer) AS free("number")
      WHERE NOT EXISTS (SELECT FROM "profile_questions" q WHERE ${isOf(typed.role, programmeId)} AND q."number" = free."number")
        AND (${programmeId}::uuid IS NULL OR EXISTS (SELECT FROM "programmes" WHERE "id" = ${programmeId}::uuid))
      ORDER BY free."number" LIMIT 1
      ON CONFLICT DO NOTHING
      RETURNING "id"
    ) ${audited(actor, "profile-question-added", now)}`;
  return count === 1 ? done(null) : refuse("busy");
}

/** An admin words it anew, changes its choices, or whether it has to be answered. What was answered stays. */
export async function changeQuestion(
  actor: Viewer,
  typed: ChangeQuestionInput,
  now: Date,
): Promise<Result<null, QuestionRefusal>> {
  const question = await findQuestion(actor, typed.id);
  if (!question) return refuse("not-found");
  const options = readOptions(question.kind, typed.options, question.options);
  if (!options.ok) return options;
  if (question.filledFrom !== null && typed.isRequired) return refuse("filled-otherwise");
  if (question.claim !== null && typed.isRequired) return refuse("claim-required");
  if (typed.isFilter && !mayFilter(question)) return refuse("no-filter");
  const count = await db().$executeRaw`
    WITH written AS (
      UPDATE "profile_questions"
      SET "question" = ${typed.question}, "help" = ${typed.help}, "isRequired" = ${typed.isRequired}, "isFilter" = ${typed.isFilter},
        "options" = ${JSON.stringify(options.value)}::jsonb, "version" = "version" + 1, "changedAt" = ${now}::timestamptz
      WHERE "id" = ${typed.id}::uuid AND "version" = ${typed.seen}::integer
      RETURNING "id"
    ) ${audited(actor, "profile-question-changed", now)}`;
  return count === 1 ? done(null) : refuse("changed-meanwhile");
}

/** An admin retires a question, which then is neither asked nor shown, or brings it back with the answers it had. */
export async function askQuestion(
  actor: Viewer,
  id: string,
  isAsked: boolean,
  now: Date,
): Promise<Result<null, QuestionRefusal>> {
  const question = await findQuestion(actor, id);
  if (!question) return refuse("not-found");
  if ((question.retiredAt === null) === isAsked) return done(null);
  const full = isAsked ? await findRefusalToBringBack(question.role, question.programmeId) : null;
  if (full) return refuse(full);
  await db().$executeRaw`
    WITH written AS (
      UPDATE "profile_questions"
      SET "retiredAt" = ${isAsked ? null : now}::timestamptz, "version" = "version" + 1, "changedAt" = ${now}::timestamptz
      WHERE "id" = ${id}::uuid AND "version" = ${question.version}::integer
      RETURNING "id"
    ) ${audited(actor, isAsked ? "profile-question-brought-back" : "profile-question-retired", now)}`;
  return done(null);
}

/** An admin deletes a question that nobody has answered. */
export async function removeQuestion(actor: Viewer, id: string, now: Date): Promise<Result<null, QuestionRefusal>> {
  if (!(await findQuestion(actor, id))) return refuse("not-found");
  // The lock waits for a profile that is being saved, and the statement after it sees its answer.
  const count = await db().$transaction(async (step) => {
    await step.$queryRaw`SELECT "id" FROM "profile_questions" WHERE "id" = ${id}::uuid FOR UPDATE`;
    return step.$executeRaw`
      WITH written AS (
        DELETE FROM "profile_questions" q WHERE q."id" = ${id}::uuid
          AND NOT EXISTS (SELECT FROM "profile_answers" a WHERE a."questionId" = q."id")
        RETURNING "id"
      ) ${audited(actor, "profile-question-removed", now)}`;
  });
  return count === 1 ? done(null) : refuse("in-use");
}

/** One place up or down among the questions that its role is asked. All are locked, so that two moves at once come one after the other. */
export async function moveQuestion(
  actor: Viewer,
  id: string,
  direction: "up" | "down",
  now: Date,
): Promise<Result<null, QuestionRefusal>> {
  const question = isId(id) ? await findQuestion(actor, id) : null;
  if (!question) return refuse("not-found");
  await db().$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT q."id", q."position" FROM "profile_questions" q
      WHERE ${isOf(question.role, question.programmeId)} AND q."retiredAt" IS NULL ORDER BY q."id" FOR UPDATE
    ), ranked AS MATERIALIZED (SELECT "id", "position", row_number() OVER (ORDER BY "position", "id") AS "rank" FROM held),
    pair AS (
      SELECT a."id" AS "one", a."position" AS "from", b."id" AS "other", b."position" AS "to"
      FROM ranked a JOIN ranked b ON b."rank" = a."rank" + ${direction === "up" ? -1 : 1}::integer WHERE a."id" = ${id}::uuid
    ), placed AS (
      UPDATE "profile_questions" q SET "position" = CASE q."id" WHEN p."one" THEN p."to" ELSE p."from" END
      FROM pair p WHERE q."id" IN (p."one", p."other")
      RETURNING q."id"
    ), written AS (SELECT "id" FROM placed WHERE "id" = ${id}::uuid)
    ${audited(actor, "profile-question-moved", now)}`;
  return done(null);
}

function findRefusalOfClaim(claim: string, filledFrom: string | null, isRequired: boolean): QuestionRefusal | null {
  if (env().SIGN_IN === "local") return "no-claims";
  if (filledFrom !== null) return "filled-twice";
  if (isRequired) return "claim-required";
  return isOfProtocol(claim) ? "claim-of-protocol" : null;
}

/** On the form of a role: its profile (null), or that on which one joins a programme. */
function isOf(role: Role, programmeId: string | null): Prisma.Sql {
  return Prisma.sql`q."role" = ${role} AND q."programmeId" IS NOT DISTINCT FROM ${programmeId}::uuid`;
}

async function findRefusalToAsk(role: Role, programmeId: string | null): Promise<QuestionRefusal | null> {
  const ever = await db().profileQuestion.count({ where: { role, programmeId } });
  return ever >= MOST_NUMBERS ? "no-number-left" : findRefusalToBringBack(role, programmeId);
}

async function findRefusalToBringBack(role: Role, programmeId: string | null): Promise<QuestionRefusal | null> {
  const asked = await db().profileQuestion.count({ where: { role, programmeId, retiredAt: null } });
  return asked >= MOST_ASKED ? "too-many-asked" : null;
}

function audited({ memberId }: Viewer, fact: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${memberId}::uuid, ${fact}, 'profile-question', "id", '{}' FROM written`;
}
