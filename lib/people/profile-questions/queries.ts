import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import {
  type AskedQuestion,
  type KeptQuestion,
  MOST_NUMBERS,
  type ProfileQuestion,
  type ShownAnswer,
} from "./profile-question";
import { sayAnswer } from "./wording";

/** All questions of both roles in their order, for admins. */
export async function listQuestions({ staff }: Viewer): Promise<KeptQuestion[]> {
  if (staff !== "admin") return [];
  return db().$queryRaw<KeptQuestion[]>`
    SELECT ${QUESTION}, ${IS_ANSWERED} FROM "profile_questions" q ORDER BY q."role", q."position", q."id" LIMIT ${2 * MOST_NUMBERS}`;
}

/** One of them; for nobody but admins. */
export async function findQuestion({ staff }: Viewer, id: string): Promise<KeptQuestion | null> {
  if (staff !== "admin" || !isId(id)) return null;
  const [found] = await db().$queryRaw<KeptQuestion[]>`
    SELECT ${QUESTION}, ${IS_ANSWERED} FROM "profile_questions" q WHERE q."id" = ${id}::uuid`;
  return found ?? null;
}

/** What a role is asked, as a member who has answered nothing yet sees it: for admins. */
export async function previewQuestions({ staff }: Viewer, role: Role): Promise<AskedQuestion[]> {
  if (staff !== "admin") return [];
  const asked = await db().$queryRaw<ProfileQuestion[]>`
    SELECT ${QUESTION} FROM "profile_questions" q
    WHERE q."role" = ${role} AND q."retiredAt" IS NULL ORDER BY q."position", q."id" LIMIT ${MOST_NUMBERS}`;
  return asked.map((question) => ({ ...question, answer: null, unreadable: null }));
}

/** For Download my data: what a member was asked, also what is not asked any more. */
export async function findQuestions(ids: readonly string[]): Promise<ProfileQuestion[]> {
  if (ids.length === 0) return [];
  return db().$queryRaw<ProfileQuestion[]>`SELECT ${QUESTION} FROM "profile_questions" q WHERE q."id" = ANY(${ids}::uuid[])`;
}

type Held = ProfileQuestion & { answer: string | null; sealed: string | null };

/** What the viewer is asked in this role, with the answers that they gave. */
export async function listAsked({ memberId }: Viewer, role: Role): Promise<AskedQuestion[]> {
  const held = await db().$queryRaw<Held[]>`
    SELECT ${QUESTION}, a."answer", a."sealed"
    FROM "profile_questions" q
    LEFT JOIN "profile_answers" a ON a."questionId" = q."id" AND a."memberId" = ${memberId}::uuid
    WHERE q."role" = ${role} AND q."retiredAt" IS NULL ORDER BY q."position", q."id" LIMIT ${MOST_NUMBERS}`;
  return held.map(({ sealed, ...question }) => {
    if (sealed === null) return { ...question, unreadable: null };
    const opened = tryOpen(SEALED, [memberId, question.id], sealed, String);
    return opened.isReadable
      ? { ...question, answer: opened.words, unreadable: null }
      : { ...question, answer: null, unreadable: opened.instead };
  });
}

/**
 * A member's answers in this role, for a viewer who may see the profile, which the caller has made sure of: those for everybody, and
 * to a partner, while the relationship lasts, those for partners.
 */
export async function listShown({ memberId: viewerId }: Viewer, memberId: string, role: Role): Promise<ShownAnswer[]> {
  const [theirs, own] = role === "mentor" ? [MENTOR, MENTEE] : [MENTEE, MENTOR];
  return show(
    memberId,
    role,
    Prisma.sql`(q."readers" = 'everybody' OR q."readers" = 'partners' AND EXISTS (
      SELECT FROM "relationships" r
      WHERE r.${theirs} = ${memberId}::uuid AND r.${own} = ${viewerId}::uuid AND r."endedAt" IS NULL))`,
  );
}

/** The answers that staff may read: none of those for partners. */
export async function listShownToStaff({ staff }: Viewer, memberId: string, role: Role): Promise<ShownAnswer[]> {
  if (staff === "none" || !isId(memberId)) return [];
  return show(memberId, role, Prisma.sql`q."readers" IN ('everybody', 'staff')`);
}

async function show(memberId: string, role: Role, mayRead: Prisma.Sql): Promise<ShownAnswer[]> {
  const held = await db().$queryRaw<Held[]>`
    SELECT ${QUESTION}, a."answer", a."sealed"
    FROM "profile_answers" a JOIN "profile_questions" q ON q."id" = a."questionId"
    WHERE a."memberId" = ${memberId}::uuid AND q."role" = ${role} AND q."retiredAt" IS NULL AND ${mayRead}
    ORDER BY q."position", q."id" LIMIT ${MOST_NUMBERS}`;
  return held.map(({ id, question, readers, kind, options, answer, sealed }) => {
    if (sealed === null) return { question, readers, words: sayAnswer({ kind, options }, answer ?? "") };
    const opened = tryOpen(SEALED, [memberId, id], sealed, (words) => sayAnswer({ kind, options }, words));
    return { question, readers, words: opened.isReadable ? opened.words : opened.instead };
  });
}

const SEALED = "profile_answers.sealed";
const [MENTOR, MENTEE] = [Prisma.raw(`"mentorId"`), Prisma.raw(`"menteeId"`)];

const QUESTION = Prisma.sql`q."id", q."role", q."number", q."position", q."kind", q."readers", q."question", q."help",
  q."isRequired", q."options", q."retiredAt", q."version"`;

const IS_ANSWERED = Prisma.sql`EXISTS (SELECT FROM "profile_answers" a WHERE a."questionId" = q."id") AS "isAnswered"`;
