import { db, Prisma } from "@/lib/foundation/db/client";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import type { Case } from "./check-in";
import { answerOf, isAnswerable, isOpenFor, isPaused } from "./deadlines";
import { CASE_ROW, type CaseRow, fromRow } from "./load";
import type { Answer, Question } from "./question";

/** A question that waits for the viewer. */
export interface OpenQuestion {
  relationshipId: string;
  question: Question;
  round: number;
  partnerName: string;
  /** The partner has told us that they wait for the viewer. */
  isAwaited: boolean;
}

/** How the case stands for one of the two. */
export interface CheckInView {
  open: OpenQuestion | null;
  /** The viewer waits, and the partner has been asked. */
  isWaiting: boolean;
  pausedUntil: Date | null;
  /** A pause that one of the two suggests. */
  suggested: { until: Date; by: Role } | null;
}

/** Of a relationship of the viewer's, in one query; null when it is none of their business. */
export async function findCheckIn(viewer: Viewer, id: string, settings: Settings, now: Date): Promise<CheckInView | null> {
  const [row] = await selectFor(viewer.memberId, Prisma.sql`r."id" = ${id}::uuid`, Prisma.sql`r."id"`);
  return row ? toView(viewer.memberId, row, settings, now) : null;
}

/** The question behind a mail's link. Only the member it was sent to can see it, while they may sign in. */
export interface LinkedQuestion {
  question: Question;
  partnerName: string;
  /** What they have said to this question so far. */
  given: Answer | null;
  /** Whether it can be answered still, or answered otherwise. */
  isOpen: boolean;
  hasEnded: boolean;
}

export async function findLinked(
  { memberId, subjectId, round }: { memberId: string; subjectId: string; round: number },
  { society }: Settings,
  now: Date,
): Promise<LinkedQuestion | null> {
  const mayAnswer = Prisma.sql`r."id" = ${subjectId}::uuid AND me."status" = 'active' AND me."standing" = 'current'`;
  const [row] = await selectFor(memberId, mayAnswer, Prisma.sql`r."id"`);
  if (!row) return null;
  const one = fromRow(row);
  if (!one.question) return null;
  const isCurrent = one.round === round;
  return {
    question: one.question,
    partnerName: row.partnerName,
    given: isCurrent ? answerOf(one, roleOf(memberId, one)) : null,
    isOpen: isCurrent && isAnswerable(one, now, society.timeZone),
    hasEnded: one.endedAt !== null || one.agreedUntil <= now,
  };
}

type NamedRow = CaseRow & { partnerName: string };

function selectFor(memberId: string, condition: Prisma.Sql, order: Prisma.Sql): Promise<NamedRow[]> {
  return db().$queryPrepared<NamedRow[]>`
    SELECT ${CASE_ROW}, partner."name" AS "partnerName"
    FROM "check_ins" c JOIN "relationships" r ON r."id" = c."relationshipId"
    JOIN "members" me ON me."id" = ${memberId}::uuid
    JOIN "members" partner ON partner."id" = CASE WHEN r."menteeId" = me."id" THEN r."mentorId" ELSE r."menteeId" END
    WHERE me."id" IN (r."menteeId", r."mentorId") AND ${condition} ORDER BY ${order}`;
}

function toView(memberId: string, row: NamedRow, { society: { timeZone } }: Settings, now: Date): CheckInView {
  const one = fromRow(row);
  const role = roleOf(memberId, one);
  const { relationshipId, question, round, waiting, pausedUntil, pauseAskedBy, pauseAskedUntil } = one;
  const isOpen = question !== null && isOpenFor(one, role, now, timeZone);
  return {
    open: isOpen
      ? { relationshipId, question, round, partnerName: row.partnerName, isAwaited: waiting !== null && waiting !== role }
      : null,
    isWaiting: waiting === role,
    pausedUntil: isPaused(one, now) ? pausedUntil : null,
    suggested: pauseAskedBy && pauseAskedUntil && pauseAskedUntil > now ? { until: pauseAskedUntil, by: pauseAskedBy } : null,
  };
}

function roleOf(memberId: string, { menteeId }: Case): Role {
  return memberId === menteeId ? "mentee" : "mentor";
}
