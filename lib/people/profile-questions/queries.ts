import { db, Prisma } from "@/lib/foundation/db/client";
import { inOneValue } from "@/lib/foundation/db/one-value";
import { isId } from "@/lib/foundation/id";
import { tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Role, Scope, Viewer } from "@/lib/foundation/viewer";
import {
  type AskedQuestion,
  type KeptQuestion,
  MOST_NUMBERS,
  type ProfileQuestion,
  type ReadQuestion,
  type ShownAnswer,
} from "./profile-question";
import { sayAnswer } from "./wording";

/** All questions of both roles in their order, on profiles (null) or on joining a programme: for admins. */
export async function listQuestions({ staff }: Viewer, programmeId: string | null = null): Promise<KeptQuestion[]> {
  if (staff !== "admin") return [];
  return db().$queryRaw<KeptQuestion[]>`
    SELECT ${QUESTION}, ${IS_ANSWERED}, ${UNFIT} FROM "profile_questions" q WHERE ${isOn(programmeId)} ORDER BY q."role", q."position", q."id" LIMIT ${2 * MOST_NUMBERS}`;
}

/** Those on joining programmes that the sign-in has answered with something that did not fit: for admins, in one place. */
export async function listUnfitOnJoining({ staff }: Viewer): Promise<Pick<KeptQuestion, "id" | "question" | "unfit">[]> {
  if (staff !== "admin") return [];
  return db().$queryRaw<Pick<KeptQuestion, "id" | "question" | "unfit">[]>`
    SELECT q."id", q."question", count(*)::integer AS "unfit" FROM "profile_questions" q JOIN "unfit_claims" u ON u."questionId" = q."id"
    WHERE q."programmeId" IS NOT NULL AND q."retiredAt" IS NULL GROUP BY q."id" ORDER BY q."question", q."id" LIMIT ${2 * MOST_NUMBERS}`;
}

/** One of them; for nobody but admins. */
export async function findQuestion({ staff }: Viewer, id: string): Promise<KeptQuestion | null> {
  if (staff !== "admin" || !isId(id)) return null;
  const [found] = await db().$queryRaw<KeptQuestion[]>`
    SELECT ${QUESTION}, ${IS_ANSWERED}, ${UNFIT} FROM "profile_questions" q WHERE q."id" = ${id}::uuid`;
  return found ?? null;
}

/** What a role is asked, as a member who has answered nothing yet sees it: for admins. */
export async function previewQuestions(
  { staff }: Viewer,
  role: Role,
  programmeId: string | null = null,
): Promise<AskedQuestion[]> {
  if (staff !== "admin") return [];
  const asked = await db().$queryRaw<ProfileQuestion[]>`
    SELECT ${QUESTION} FROM "profile_questions" q
    WHERE q."role" = ${role} AND ${isOn(programmeId)} AND q."retiredAt" IS NULL
    ORDER BY q."position", q."id" LIMIT ${MOST_NUMBERS}`;
  return asked.map((question) => ({ ...question, answer: null, unreadable: null }));
}

/** For Download my data: what a member was asked, also what is not asked any more. */
export async function findQuestions(ids: readonly string[]): Promise<ProfileQuestion[]> {
  if (ids.length === 0) return [];
  return db().$queryRaw<ProfileQuestion[]>`SELECT ${QUESTION} FROM "profile_questions" q WHERE q."id" = ANY(${ids}::uuid[])`;
}

/** Questions whose answers staff may compare, a member's with another's: not a day, and not what only partners read; what the register says is compared by its column. Also those that are not asked any more. */
export async function listComparable(): Promise<{ id: string; role: Role; question: string; isAsked: boolean }[]> {
  return db().$queryRaw`
    SELECT q."id", q."role", q."question", q."retiredAt" IS NULL AS "isAsked" FROM "profile_questions" q
    WHERE q."kind" <> 'date' AND q."readers" <> 'partners' AND q."filledFrom" IS NULL ORDER BY q."role", q."position", q."id" LIMIT ${2 * MOST_NUMBERS}`;
}

type Held = ProfileQuestion & { answer: string | null; sealed: string | null; isCompared?: boolean };

/** What the viewer is asked in a role, or in several, on the profile (null) or on joining a programme, with the answers that they gave. */
export async function listAsked(
  { memberId }: Viewer,
  role: Role | readonly Role[],
  programmeId: string | null = null,
): Promise<AskedQuestion[]> {
  const roles = [role].flat();
  const held = await db().$queryPrepared<Held[]>`
    SELECT ${QUESTION}, ${saidOf(Prisma.sql`${memberId}::uuid`)} AS "answer", a."sealed", ${IS_COMPARED}
    FROM "profile_questions" q
    LEFT JOIN "profile_answers" a ON a."questionId" = q."id" AND a."memberId" = ${memberId}::uuid
    WHERE q."role" = ANY(${roles}::text[]) AND ${isOn(programmeId)} AND q."retiredAt" IS NULL
    ORDER BY q."position", q."id" LIMIT ${MOST_NUMBERS * roles.length}`;
  return held.map(({ sealed, ...question }) => {
    if (sealed === null) return { ...question, unreadable: null };
    const opened = tryOpen(SEALED, [memberId, question.id], sealed, String);
    return opened.isReadable
      ? { ...question, answer: opened.words, unreadable: null }
      : { ...question, answer: null, unreadable: opened.instead };
  });
}

/**
 * A member's answers in this role, for a viewer who may see the profile, which the caller has made sure of: those for everybody, where both are in
 * the programme if it is one of a programme, and to a partner, while the relationship lasts, those for partners. A list for a column of another statement, which `readShown` reads.
 */
export function shownValue({ memberId: viewerId }: Viewer, memberId: string, role: Role): Prisma.Sql {
  const [theirs, own] = role === "mentor" ? [MENTOR, MENTEE] : [MENTEE, MENTOR];
  const held = selectHeld(
    memberId,
    role,
    Prisma.sql`(q."readers" = 'everybody' AND (q."programmeId" IS NULL OR ${isIn(memberId)} AND ${isIn(viewerId)}) OR q."readers" = 'partners' AND EXISTS (
      SELECT FROM "relationships" r
      WHERE r.${theirs} = ${memberId}::uuid AND r.${own} = ${viewerId}::uuid AND r."endedAt" IS NULL))`,
  );
  return inOneValue(held);
}

/** The answers that staff may read: none of those for partners, and on joining only those of programmes within the scope. */
export async function listShownToStaff(
  { staff }: Viewer,
  memberId: string,
  role: Role,
  scope: Scope = "all",
): Promise<ShownAnswer[]> {
  if (staff === "none" || !isId(memberId)) return [];
  const isWithin =
    scope === "all" ? Prisma.sql`true` : Prisma.sql`(q."programmeId" IS NULL OR q."programmeId" = ANY(${[...scope]}::uuid[]))`;
  const held = selectHeld(memberId, role, Prisma.sql`q."readers" IN ('everybody', 'staff') AND ${isWithin}`);
  return readShown(memberId, await db().$queryRaw<HeldAnswer[]>(held));
}

/** An answer as it is kept, with what is asked. */
export type HeldAnswer = Pick<Held, "id" | "question" | "readers" | "kind" | "options" | "answer" | "sealed">;

function selectHeld(memberId: string, role: Role, mayRead: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT q."id", q."question", q."readers", q."kind", q."options", q."answer", q."sealed" FROM (
      SELECT ${QUESTION}, ${saidOf(Prisma.sql`${memberId}::uuid`)} AS "answer", a."sealed"
      FROM "profile_questions" q
      LEFT JOIN "profile_answers" a ON a."questionId" = q."id" AND a."memberId" = ${memberId}::uuid
      WHERE q."role" = ${role} AND q."retiredAt" IS NULL AND ${mayRead}
    ) q WHERE num_nonnulls(q."answer", q."sealed") > 0
    ORDER BY q."position", q."id" LIMIT ${MOST_NUMBERS}`;
}

export function readShown(memberId: string, held: readonly HeldAnswer[]): ShownAnswer[] {
  return held.map(({ id, question, readers, kind, options, answer, sealed }) => {
    if (sealed === null) return { question, readers, words: sayAnswer({ kind, options }, answer ?? "") };
    const opened = tryOpen(SEALED, [memberId, id], sealed, (words) => sayAnswer({ kind, options }, words));
    return { question, readers, words: opened.isReadable ? opened.words : opened.instead };
  });
}

/**
 * What these members answered on joining a programme, in their roles, as far as staff may read it: for whoever decides about them. One
 * query for all; each answer under "member role".
 */
export async function listOnJoining(
  { staff }: Viewer,
  programmeId: string,
  memberIds: readonly string[],
): Promise<Map<string, ShownAnswer[]>> {
  const told = new Map<string, ShownAnswer[]>();
  if (staff === "none" || memberIds.length === 0) return told;
  const rows = await db().$queryRaw<(ProfileQuestion & { memberId: string; answer: string })[]>`
    SELECT a."memberId", ${QUESTION}, a."answer" FROM "profile_questions" q JOIN "profile_answers" a ON a."questionId" = q."id"
    WHERE q."programmeId" = ${programmeId}::uuid AND q."retiredAt" IS NULL AND q."readers" IN ('everybody', 'staff')
      AND a."memberId" = ANY(${[...memberIds]}::uuid[])
    ORDER BY q."position", q."id"`;
  for (const { memberId, role, question, readers, answer, ...asked } of rows) {
    const key = `${memberId} ${role}`;
    told.set(key, [...(told.get(key) ?? []), { question, readers, words: sayAnswer(asked, answer) }]);
  }
  return told;
}

/** The questions whose answers staff may read, on profiles (null) or on joining a programme. */
export async function listRead({ staff }: Viewer, programmeId: string | null = null): Promise<ReadQuestion[]> {
  if (staff === "none") return [];
  return db().$queryRaw<ReadQuestion[]>`
    SELECT q."id", q."role", q."question", q."kind", q."options", q."filledFrom" FROM "profile_questions" q
    WHERE ${isOn(programmeId)} AND q."retiredAt" IS NULL AND q."readers" <> 'partners'
    ORDER BY q."role" DESC, q."position", q."id" LIMIT ${2 * MOST_NUMBERS}`;
}

/** What these members answered to them, by member and question. One query, and none without questions. */
export async function listAnswers(
  { staff }: Viewer,
  questions: readonly ReadQuestion[],
  memberIds: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const told = new Map<string, Map<string, string>>();
  if (staff === "none" || questions.length === 0 || memberIds.length === 0) return told;
  const rows = await db().$queryRaw<{ memberId: string; questionId: string; answer: string | null }[]>`
    SELECT o."id" AS "memberId", q."id" AS "questionId", ${saidOf(Prisma.sql`o."id"`)} AS "answer"
    FROM unnest(${[...memberIds]}::uuid[]) AS o("id") CROSS JOIN "profile_questions" q
    LEFT JOIN "profile_answers" a ON a."memberId" = o."id" AND a."questionId" = q."id"
    WHERE q."id" = ANY(${questions.map(({ id }) => id)}::uuid[]) AND q."readers" <> 'partners'`;
  for (const { memberId, questionId, answer } of rows) {
    const question = questions.find(({ id }) => id === questionId);
    if (answer === null || !question) continue;
    told.set(memberId, (told.get(memberId) ?? new Map()).set(questionId, sayAnswer(question, answer)));
  }
  return told;
}

/** What a member has answered, or what the register says of them. */
function saidOf(memberId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN q."filledFrom" IS NULL THEN a."answer" ELSE (
    SELECT e."further" ->> q."filledFrom" FROM "members" m JOIN "register_entries" e ON e."number" = m."number"
    WHERE m."id" = ${memberId}) END`;
}

function isOn(programmeId: string | null): Prisma.Sql {
  return programmeId === null ? Prisma.sql`q."programmeId" IS NULL` : Prisma.sql`q."programmeId" = ${programmeId}::uuid`;
}

/** Whether a member is in the programme of the question. */
function isIn(memberId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "programme_members" j
    WHERE j."programmeId" = q."programmeId" AND j."memberId" = ${memberId}::uuid AND j."status" = 'joined')`;
}

const SEALED = "profile_answers.sealed";
const [MENTOR, MENTEE] = [Prisma.raw(`"mentorId"`), Prisma.raw(`"menteeId"`)];

const QUESTION = Prisma.sql`q."id", q."role", q."programmeId", q."number", q."position", q."kind", q."readers", q."question", q."help",
  q."isRequired", q."options", q."isFilter", q."filledFrom", q."claim", q."retiredAt", q."version"`;

const IS_COMPARED = Prisma.sql`EXISTS (SELECT FROM "matching_rules" r
  WHERE r."retiredAt" IS NULL AND 'question:' || q."id"::text IN (r."menteeFact", r."mentorFact")) AS "isCompared"`;

const IS_ANSWERED = Prisma.sql`EXISTS (SELECT FROM "profile_answers" a WHERE a."questionId" = q."id") AS "isAnswered"`;

const UNFIT = Prisma.sql`CASE WHEN q."claim" IS NULL OR q."retiredAt" IS NOT NULL THEN 0
  ELSE (SELECT count(*)::integer FROM "unfit_claims" u WHERE u."questionId" = q."id") END AS "unfit"`;
