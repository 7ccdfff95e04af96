import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import { inOneValue } from "@/lib/foundation/db/one-value";
import { isId } from "@/lib/foundation/id";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { Wanted } from "@/lib/pairing/matching/score";
import type { OwnSettings, Tool } from "@/lib/pairing/programmes/programme";
import { readOwn } from "@/lib/pairing/programmes/row";
import { missingTools } from "@/lib/pairing/programmes/settings-of";
import { USED_TOOLS } from "@/lib/pairing/programmes/used-tools-sql";
import { partOf } from "@/lib/pairing/relationships/access";
import { isLetterFor } from "@/lib/pairing/relationships/access-sql";
import type { Pictured } from "@/lib/people/pictures/picture";
import type { Fact } from "@/lib/society/audit/fact";
import type { Settings } from "@/lib/society/settings/settings";
import { allowedCommands, type MemberCommandType, refusalToShow } from "./access";
import { loadCircumstances } from "./load";
import { mayAskAnother } from "./places";
import type { Proposal, ProposalWords, RefusalReason, Status, WithdrawnBecause } from "./proposal";
import { fromRow, type ProposalRow } from "./row";
import { openReason, openTexts, type SealedTexts } from "./words";

/** How many rows a page of the list has. */
const PAGE_SIZE = 20;

/** One line of the list of proposals and relationships. */
export interface RelationshipRow {
  id: string;
  partnerId: string;
  partnerName: string;
  partnerPicture: string | null;
  partnerHeadline: string | null;
  status: Status;
  withdrawnBecause: WithdrawnBecause | null;
  sentAt: Date;
  expiresAt: Date;
  movedAt: Date;
  /** The relationship it became, if it did. */
  startedAt: Date | null;
  agreedUntil: Date | null;
  endedAt: Date | null;
  /** Messages of the partner that the viewer has not read. */
  unread: number;
  /** Null in the society's own scheme. */
  programme: string | null;
  /** Tools that are not there for the two: their programme does without. */
  without: Tool[];
}

/** Relationships that have not ended, or all proposals and relationships there are. */
type Which = "active" | "all";

/**
 * The viewer's proposals and relationships in one of their roles, what moved last first, a page at a time. `after` is the
 * `next` of the page before; anything else begins at the top.
 */
export async function listRelationships(viewer: Viewer, role: Role, which: Which = "all", after?: string) {
  return toPage(await db().$queryPrepared<RelationshipLine[]>(selectRelationships(viewer, role, which, after)));
}

/** The first page of those that have not ended, as a list for a column of another statement, which `readActive` reads. */
export function activeValue(viewer: Viewer, role: Role): Prisma.Sql {
  return inOneValue(selectRelationships(viewer, role, "active"));
}

export function readActive(rows: readonly WrittenLine[]) {
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return toPage(
    rows.map((row) => ({
      ...row,
      sentAt: new Date(row.sentAt),
      expiresAt: new Date(row.expiresAt),
      movedAt: new Date(row.movedAt),
      startedAt: instant(row.startedAt),
      agreedUntil: instant(row.agreedUntil),
      endedAt: instant(row.endedAt),
    })),
  );
}

type RelationshipLine = Omit<RelationshipRow, "without"> & { own: unknown; usedTools: string[] };
type Always = "sentAt" | "expiresAt" | "movedAt";
type Sometimes = "startedAt" | "agreedUntil" | "endedAt";
/** What `activeValue` finds. */
export type WrittenLine = Omit<RelationshipLine, Always | Sometimes> &
  Record<Always, string> &
  Record<Sometimes, string | null>;

function selectRelationships(viewer: Viewer, role: Role, which: Which, after?: string): Prisma.Sql {
  const mine = role === "mentee" ? Prisma.sql`p."menteeId"` : Prisma.sql`p."mentorId"`;
  const partner = role === "mentee" ? Prisma.sql`p."mentorId"` : Prisma.sql`p."menteeId"`;
  const profiles = role === "mentee" ? Prisma.sql`"mentor_profiles"` : Prisma.sql`"mentee_profiles"`;
  const cursor = readCursor(after);
  return Prisma.sql`
    SELECT p."id", m."id" AS "partnerId", m."name" AS "partnerName", i."picture" AS "partnerPicture",
      f."headline" AS "partnerHeadline", p."status", p."withdrawnBecause", p."sentAt", p."expiresAt",
      greatest(p."movedAt", r."endedAt") AS "movedAt", r."startedAt", r."agreedUntil", r."endedAt",
      coalesce(reader."unread", 0) AS "unread", programme."name" AS "programme",
      programme."own", ${USED_TOOLS} AS "usedTools"
    FROM "proposals" p
    LEFT JOIN "programmes" programme ON programme."id" = p."programmeId"
    JOIN "members" m ON m."id" = ${partner}
    LEFT JOIN "pictures" i ON i."memberId" = m."id" AND m."status" = 'active'
    LEFT JOIN ${profiles} f ON f."memberId" = m."id"
    LEFT JOIN "relationships" r ON r."id" = p."id"
    LEFT JOIN "conversations" c ON c."lowerId" = least(p."menteeId", p."mentorId") AND c."higherId" = greatest(p."menteeId", p."mentorId")
      AND (p."status" = 'sent' OR r."id" IS NOT NULL)
    LEFT JOIN "conversation_readers" reader ON reader."relationshipId" = c."relationshipId" AND reader."memberId" = ${viewer.memberId}::uuid
    WHERE ${mine} = ${viewer.memberId}::uuid
      ${which === "active" ? Prisma.sql`AND p."status" = 'accepted' AND r."endedAt" IS NULL` : Prisma.empty}
      ${cursor ? Prisma.sql`AND (greatest(p."movedAt", r."endedAt"), p."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY greatest(p."movedAt", r."endedAt") DESC, p."id" DESC
    LIMIT ${PAGE_SIZE + 1}`;
}

function toPage(rows: readonly RelationshipLine[]) {
  const page = rows.slice(0, PAGE_SIZE).map(({ own, usedTools, ...row }): RelationshipRow => {
    return { ...row, without: missingTools(own === null ? null : readOwn(own), usedTools) };
  });
  return { rows: page, next: cursorAfter(rows, PAGE_SIZE, ({ movedAt }) => movedAt) };
}

export interface ProposalText extends ProposalWords {
  number: number;
  writtenAt: Date;
}

export interface ProposalDetails {
  proposal: Proposal;
  viewerIs: Role;
  /** The other of the two. Their e-mail address is only there while the mentoring lasts, and afterwards if they agreed. */
  partner: Pictured & { headline: string | null; email: string | null; isActive: boolean };
  /** Whether the mentor who accepts has no place left after it. */
  isLastPlace: boolean;
  /** For the mentee, while the mentor is away: when they are back, as far as they have said. */
  away: { backAt: Date | null } | null;
  text: ProposalText;
  /** Newest first. */
  earlierTexts: ProposalText[];
  /** Oldest first. */
  history: Pick<Fact, "at" | "fact" | "data">[];
  /** Letters of the society to the two. */
  letters: number;
  /** In which it was sent, and what that decides otherwise than the society; null: in the society's own scheme. */
  programme: { name: string; own: OwnSettings } | null;
  relationship: { startedAt: Date; agreedUntil: Date; endedAt: Date | null } | null;
  /** What the mentee's profile asks for, for the mentee alone: to find others to ask. */
  wanted: Wanted | null;
  /** Whether the mentee could ask somebody else now. */
  mayAskAnother: boolean;
  allowed: MemberCommandType[];
  refusal: RefusalReason | null;
}

/** How many proposals wait for the viewer's reply. */
export function countOpenTo({ memberId }: Viewer, now: Date): Promise<number> {
  return db().proposal.count({ where: { mentorId: memberId, status: "sent", expiresAt: { gt: now } } });
}

/** Whether it is a proposal of the viewer's, whatever has become of it. */
export async function isKnownProposal({ memberId }: Viewer, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const where = { id, OR: [{ menteeId: memberId }, { mentorId: memberId }] };
  return (await db().proposal.count({ where })) > 0;
}

/** A proposal with all that its page shows, in two queries; null when it is none of the viewer's business. */
export async function findProposal(viewer: Viewer, id: string, settings: Settings, now: Date): Promise<ProposalDetails | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryPrepared<DetailsRow[]>`
    SELECT p.*, partner."id" AS "partnerId", partner."name",
      CASE WHEN partner."status" = 'active' AND NOT are_blocked(${viewer.memberId}::uuid, partner."id")
        AND (r."endedAt" IS NULL AND r."agreedUntil" > ${now}::timestamptz OR EXISTS (
          SELECT FROM "kept_addresses" k WHERE k."relationshipId" = r."id" AND k."memberId" = partner."id"))
        THEN partner."email" END AS "email",
      partner."status" = 'active' AND partner."standing" = 'current' AS "isActive", i."picture",
      CASE WHEN partner."id" = p."mentorId" THEN mentor."headline" ELSE mentee."headline" END AS "headline",
      r."startedAt", r."agreedUntil", r."endedAt",
      NOT (mentor."isAvailable" OR coalesce(mentor."availableAgainAt" <= ${now}::timestamptz, false)) AS "isAway",
      mentor."availableAgainAt" AS "backAt",
      (SELECT to_jsonb(w) FROM "mentee_profiles" w WHERE w."memberId" = p."menteeId" AND w."memberId" = ${viewer.memberId}::uuid)
        AS "wanted",
      (SELECT count(*)::integer FROM "staff_letters" l WHERE l."proposalId" = p."id" AND ${isLetterFor(viewer, "p")}) AS "letters",
      (SELECT jsonb_build_object('name', g."name", 'own', g."own") FROM "programmes" g WHERE g."id" = p."programmeId") AS "programme",
      (SELECT json_agg(t ORDER BY t."number" DESC) FROM "proposal_texts" t WHERE t."proposalId" = p."id") AS "texts",
      (SELECT json_agg(json_build_object('at', a."at", 'fact', a."fact", 'data', a."data") ORDER BY a."id")
        FROM "audit_events" a WHERE a."subjectId" = p."id" AND a."subject" = 'proposal'
          AND (a."fact" <> 'letter-sent-to-one' OR (a."data" ->> 'to' = 'mentee') = (p."menteeId" = ${viewer.memberId}::uuid))) AS "history"
    FROM "proposals" p
    JOIN "members" partner
      ON partner."id" = CASE WHEN p."menteeId" = ${viewer.memberId}::uuid THEN p."mentorId" ELSE p."menteeId" END
    LEFT JOIN "pictures" i ON i."memberId" = partner."id" AND partner."status" = 'active'
    LEFT JOIN "mentor_profiles" mentor ON mentor."memberId" = partner."id"
    LEFT JOIN "mentee_profiles" mentee ON mentee."memberId" = partner."id"
    LEFT JOIN "relationships" r ON r."id" = p."id"
    WHERE p."id" = ${id}::uuid AND ${viewer.memberId}::uuid IN (p."menteeId", p."mentorId")`;
  if (!row) return null;
  const kept = fromRow(row);
  const proposal = { ...kept, rejectionReason: openReason(kept) };
  const viewerIs = partOf(viewer, proposal);
  const circumstances = await loadCircumstances(row.menteeId, row.mentorId, id, settings, now);
  const [text, ...earlierTexts] = (row.texts ?? []).map(({ writtenAt, ...words }) => ({
    ...openTexts(id, words.number, words),
    writtenAt: new Date(writtenAt),
  }));
  if (!viewerIs || !circumstances || !text) return null;
  const { partnerId, name, picture, headline, email, isActive, startedAt, agreedUntil, endedAt } = row;
  const relationship = startedAt && agreedUntil ? { startedAt, agreedUntil, endedAt } : null;
  return {
    proposal,
    viewerIs,
    partner: { memberId: partnerId, name, picture, headline, email: relationship ? email : null, isActive },
    isLastPlace: circumstances.mentor.takenPlaces.length + 1 >= circumstances.mentor.capacity,
    away: viewerIs === "mentee" && row.isAway ? { backAt: row.backAt } : null,
    text,
    earlierTexts,
    history: (row.history ?? [])
      // Whom the mentee would ask otherwise is nothing for the mentor.
      .filter(({ fact }) => viewerIs === "mentee" || fact !== "choices-changed")
      .map(({ at, ...line }) => ({ ...line, at: new Date(at) })),
    letters: row.letters,
    programme: row.programme && { ...row.programme, own: readOwn(row.programme.own) },
    relationship,
    wanted: row.wanted,
    mayAskAnother: mayAskAnother(circumstances),
    allowed: allowedCommands(viewer, proposal, circumstances, now),
    refusal: refusalToShow(viewer, proposal, circumstances, now),
  };
}

interface DetailsRow extends ProposalRow {
  wanted: Wanted | null;
  partnerId: string;
  name: string;
  picture: string | null;
  email: string | null;
  isActive: boolean;
  headline: string | null;
  letters: number;
  programme: { name: string; own: unknown } | null;
  startedAt: Date | null;
  agreedUntil: Date | null;
  endedAt: Date | null;
  isAway: boolean | null;
  backAt: Date | null;
  texts: (ProposalWords & SealedTexts & { number: number; writtenAt: string })[] | null;
  history: { at: string; fact: string; data: Fact["data"] }[] | null;
}
