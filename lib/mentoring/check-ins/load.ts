import { pickColumns } from "@/lib/foundation/columns";
import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import type { Role } from "@/lib/foundation/viewer";
import { readOwn } from "@/lib/pairing/programmes/row";
import type { Case, CheckIn } from "./check-in";
import type { Answer, Question } from "./question";

/** Every column of the table: what is read and what is saved derive from this list. */
export const CHECK_IN_COLUMNS = {
  relationshipId: true,
  countsFrom: true,
  question: true,
  round: true,
  askedAt: true,
  menteeAnswer: true,
  mentorAnswer: true,
  waiting: true,
  chasedAt: true,
  handedAt: true,
  pausedUntil: true,
  pauseAskedBy: true,
  pauseAskedUntil: true,
  dueAt: true,
  version: true,
} as const satisfies Record<keyof CheckIn, true>;

type Names = "question" | "menteeAnswer" | "mentorAnswer" | "waiting" | "pauseAskedBy";

/** A row of the table check_ins with what it depends on, as the database gives it. */
export type CaseRow = Omit<Case, Names | "own"> & Record<Names, string | null> & { own: unknown };

/** The columns of a CaseRow, from "check_ins" c and "relationships" r; one reading of an index for each of the facts. */
export const CASE_ROW = Prisma.sql`${listColumns(CHECK_IN_COLUMNS, "c")}, r."menteeId", r."mentorId", r."startedAt", r."agreedUntil",
  r."endedAt", coalesce((SELECT b."lastAt" FROM "relationship_rhythms" b WHERE b."relationshipId" = r."id"), r."startedAt") AS "lastTogetherAt",
  (SELECT e."sentAt" FROM "messages" e WHERE e."conversationId" = conversation_of(r."id") ORDER BY e."number" DESC LIMIT 1) AS "lastMessageAt",
  NOT EXISTS (SELECT FROM "members" g WHERE g."id" IN (r."menteeId", r."mentorId")
    AND (g."status" <> 'active' OR g."standing" <> 'current')) AS "areBothHere",
  (SELECT w."own" FROM "proposals" p JOIN "programmes" w ON w."id" = p."programmeId" WHERE p."id" = r."id") AS "own"`;

/** Cases that fulfil a condition on c and r, in an order. */
export async function selectCases(condition: Prisma.Sql, order: Prisma.Sql): Promise<Case[]> {
  const rows = await db().$queryRaw<CaseRow[]>`
    SELECT ${CASE_ROW} FROM "check_ins" c JOIN "relationships" r ON r."id" = c."relationshipId"
    WHERE ${condition} ORDER BY ${order}`;
  return rows.map(fromRow);
}

export function fromRow(row: CaseRow): Case {
  const { menteeId, mentorId, startedAt, agreedUntil, endedAt, lastTogetherAt, lastMessageAt, areBothHere } = row;
  return {
    ...pickColumns(row, CHECK_IN_COLUMNS),
    ...{ menteeId, mentorId, startedAt, agreedUntil, endedAt, lastTogetherAt, lastMessageAt, areBothHere },
    own: row.own === null ? null : readOwn(row.own),
    question: row.question as Question | null,
    menteeAnswer: row.menteeAnswer as Answer | null,
    mentorAnswer: row.mentorAnswer as Answer | null,
    waiting: row.waiting as Role | null,
    pauseAskedBy: row.pauseAskedBy as Role | null,
  };
}
