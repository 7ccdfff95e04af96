import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import { isId } from "@/lib/foundation/id";
import type { Scope } from "@/lib/foundation/viewer";
import type { Proposal, Status, WithdrawnBecause } from "@/lib/pairing/proposals/proposal";
import { COLUMNS_FOR_STAFF, fromRow, type RowForStaff } from "@/lib/pairing/proposals/row";
import type { Settings } from "@/lib/society/settings/settings";
import { isInScope } from "@/lib/staff/coordinating/scope-sql";
import {
  ageCondition,
  findPeople,
  ofPeople,
  PAGE_SIZE,
  PARTIES,
  type Party,
  topicCondition,
} from "@/lib/staff/relationships/conditions";
import {
  proposalStateCondition,
  rejectedBecause,
  remindedBefore,
  withinDays,
} from "@/lib/staff/relationships/counted/conditions";
import type { ProposalFilter } from "@/lib/staff/relationships/input";
import { type KeptLetter, LETTERS, readLetters, type SentLetter } from "@/lib/staff/relationships/letters/queries";

/** A proposal as staff see it: dates, states, topics and counts, never its words. */
export interface ProposalLine {
  id: string;
  mentee: Party;
  mentor: Party;
  status: Status;
  withdrawnBecause: WithdrawnBecause | null;
  sentAt: Date;
  expiresAt: Date;
  movedAt: Date;
  topics: number[];
  remindersSent: number;
}

/** A page of the proposals within a scope, newest first, in one query besides those for people and for a topic. */
export async function listProposals(scope: Scope, filter: ProposalFilter, settings: Settings, now: Date, pageSize = PAGE_SIZE) {
  const people = await findPeople(filter.who);
  const cursor = readCursor(filter.after);
  const conditions = [
    ageCondition(Prisma.sql`p."sentAt"`, filter.age, settings.society.timeZone, now),
    withinDays(Prisma.sql`p."sentAt"`, filter.from, filter.to, settings.society.timeZone),
    proposalStateCondition(filter.state, now),
    remindedBefore(filter.before),
    rejectedBecause(filter.because),
    people ? ofPeople(people) : Prisma.sql`true`,
    cursor ? Prisma.sql`(p."sentAt", p."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.sql`true`,
    await topicCondition(filter.topic),
    filter.programme === undefined ? Prisma.sql`true` : isInScope([filter.programme], Prisma.sql`p."programmeId"`),
    isInScope(scope, Prisma.sql`p."programmeId"`),
  ];
  const rows = await db().$queryRaw<ProposalLine[]>`
    SELECT l."id", l."status", l."withdrawnBecause", l."sentAt", l."expiresAt", l."movedAt", l."topics", l."remindersSent", ${PARTIES}
    FROM (
      SELECT p."id", p."menteeId", p."mentorId", p."status", p."withdrawnBecause", p."sentAt", p."expiresAt", p."movedAt",
        t."topics", (SELECT count(*)::integer FROM unnest(p."remindDays") AS day WHERE day <= p."remindedDay") AS "remindersSent"
      FROM "proposals" p JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
      WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY p."sentAt" DESC, p."id" DESC LIMIT ${pageSize + 1}
    ) l
    JOIN "members" mentee ON mentee."id" = l."menteeId" JOIN "members" mentor ON mentor."id" = l."mentorId"
    ORDER BY l."sentAt" DESC, l."id" DESC`;
  return { proposals: rows.slice(0, pageSize), next: cursorAfter(rows, pageSize, ({ sentAt }) => sentAt) };
}

/** A proposal with all that its page shows to staff. */
export interface ProposalRecord {
  proposal: Proposal;
  mentee: Party;
  mentor: Party;
  topics: number[];
  isRelationship: boolean;
  /** In which it was sent; null: in the society's own scheme. */
  programme: string | null;
  letters: SentLetter[];
}

type Row = RowForStaff & Omit<ProposalRecord, "proposal" | "letters"> & { letters: KeptLetter[] | null };

/** The proposal with this id, for staff, if it is within their scope. */
export async function findProposalRecord(scope: Scope | null, id: string): Promise<ProposalRecord | null> {
  if (scope === null || !isId(id)) return null;
  const [row] = await db().$queryRaw<Row[]>`
    SELECT ${listColumns(COLUMNS_FOR_STAFF, "p")}, t."topics", r."id" IS NOT NULL AS "isRelationship",
      (SELECT g."name" FROM "programmes" g WHERE g."id" = p."programmeId") AS "programme", ${LETTERS} AS "letters", ${PARTIES}
    FROM "proposals" p
    JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
    LEFT JOIN "relationships" r ON r."id" = p."id"
    JOIN "members" mentee ON mentee."id" = p."menteeId" JOIN "members" mentor ON mentor."id" = p."mentorId"
    WHERE p."id" = ${id}::uuid AND ${isInScope(scope, Prisma.sql`p."programmeId"`)}`;
  if (!row) return null;
  const { mentee, mentor, topics, isRelationship, programme, letters } = row;
  return {
    proposal: fromRow({ ...row, rejectionReason: null, rejectionSealed: null, rejectedBecause: null }),
    mentee,
    mentor,
    topics,
    isRelationship,
    programme,
    letters: readLetters(letters),
  };
}
