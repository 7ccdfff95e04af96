import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { Way } from "@/lib/pairing/proposals/ways/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { decideToAsk, decideToWrite, statusAt } from "./decide";
import { type LoadedExchange, loadAllCircumstances, loadExchange } from "./load";
import { type AskRefusal, OPEN_DAYS, type QuestionStatus, type WriteRefusal } from "./question";

export interface Asking {
  refusal: AskRefusal | null;
  conversationId: string | null;
  /** The programmes in which it could be asked. */
  ways: Way[];
}

/**
 * In which programmes the viewer can ask this mentor a question, the society's own scheme first; or why in none; and the conversation
 * that the two have already. One query.
 */
export async function findAsking(viewer: Viewer, mentorId: string, settings: Settings, now: Date): Promise<Asking> {
  const me = viewer.memberId;
  if (!viewer.isMentee) return { refusal: "not-yours", conversationId: null, ways: [] };
  const all = await loadAllCircumstances(me, mentorId, settings, now);
  const [scheme] = all;
  if (!scheme) return { refusal: "not-found", conversationId: null, ways: [] };
  const ways = all.flatMap((one): Way[] => {
    if (!decideToAsk(me, mentorId, one, now).ok) return [];
    const { id: programmeId = null, name = null, own = null } = one.programme ?? {};
    return [{ programmeId, name, own, replyDays: one.questionDays }];
  });
  const decided = decideToAsk(me, mentorId, scheme, now);
  return { refusal: ways.length > 0 || decided.ok ? null : decided.reason, conversationId: scheme.conversationId, ways };
}

export interface ExchangeView extends LoadedExchange {
  /** The viewer's part, in the question or in the proposal. */
  viewerIs: Role;
  /** Why the viewer cannot write now. */
  refusal: WriteRefusal | null;
}

/** The conversation with this id before a relationship, or that about a proposal; null when it is none of the viewer's business. */
export async function findExchange(viewer: Viewer, id: string, settings: Settings, now: Date): Promise<ExchangeView | null> {
  if (!isId(id)) return null;
  const exchange = await loadExchange(viewer.memberId, id, now);
  if (!exchange) return null;
  const { proposal, question } = exchange;
  const decided = decideToWrite(viewer.memberId, exchange, settings.society.timeZone, now);
  const viewerIs = (proposal ?? question)?.mentorId === viewer.memberId ? "mentor" : "mentee";
  return { ...exchange, viewerIs, refusal: decided.ok ? null : decided.reason };
}

/** A question in the list of one of the two. */
export interface ListedQuestion {
  conversationId: string;
  partnerId: string;
  partnerName: string;
  partnerPicture: string | null;
  status: QuestionStatus;
  askedAt: Date;
  dueAt: Date | null;
  unread: number;
  /** Null: the society's own scheme. */
  programme: string | null;
}

/** How many a list has: the newest. */
const MOST_LISTED = 20;

/** The viewer's questions of the last weeks in one of their roles, newest first, unless the two have a relationship by now. */
export async function listQuestions({ memberId }: Viewer, role: Role, now: Date): Promise<ListedQuestion[]> {
  const [mine, theirs] = role === "mentee" ? ["menteeId", "mentorId"] : ["mentorId", "menteeId"];
  const [me, partner] = [Prisma.raw(`q."${mine}"`), Prisma.raw(`q."${theirs}"`)];
  const rows = await db().$queryRaw<ListedQuestion[]>`
    SELECT q."conversationId", m."id" AS "partnerId", m."name" AS "partnerName", i."picture" AS "partnerPicture", q."status",
      q."askedAt", q."dueAt", coalesce(r."unread", 0) AS "unread",
      (SELECT g."name" FROM "programmes" g WHERE g."id" = q."programmeId") AS "programme"
    FROM "questions" q
    JOIN "members" m ON m."id" = ${partner}
    LEFT JOIN "pictures" i ON i."memberId" = m."id" AND m."status" = 'active'
    LEFT JOIN "conversation_readers" r ON r."relationshipId" = q."conversationId" AND r."memberId" = ${memberId}::uuid
    WHERE ${me} = ${memberId}::uuid AND q."askedAt" > ${now}::timestamptz - make_interval(days => ${OPEN_DAYS}::integer)
      AND q."status" <> 'closed' AND NOT EXISTS (
        SELECT FROM "relationships" l WHERE l."menteeId" = q."menteeId" AND l."mentorId" = q."mentorId" AND l."startedAt" >= q."askedAt")
    ORDER BY q."askedAt" DESC LIMIT ${MOST_LISTED}`;
  return rows.map((row) => ({ ...row, status: statusAt(row, now) }));
}
