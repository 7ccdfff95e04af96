import { db } from "@/lib/foundation/db/client";
import { openOr, readBoxes, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import { todaysZone } from "@/lib/foundation/time-zones";
import { type Notices, needs } from "@/lib/notify/notices/define";
import type { MailChoices } from "@/lib/notify/notices/groups";
import type { DigestItem, LetterFacts, ProposalFacts } from "@/lib/notify/notices/occasion";
import type { BlockReason } from "./provider-event";

export interface Person {
  id: string;
  name: string;
  email: string;
  status: string;
  timeZone: string | null;
  choices: MailChoices;
  /** Addresses of theirs that get no mail, in the form of lib/foundation/identifier.ts. */
  blocks: Record<string, BlockReason>;
  mentorHeadline: string | null;
  menteeHeadline: string | null;
  /** A mentor who is unavailable at present. */
  isAway: boolean;
}

/** Members, and those who have registered, by id. */
export async function loadPeople(ids: string[]): Promise<Map<string, Person>> {
  const rows = await db().$queryRaw<Person[]>`
    SELECT m."id", m."name", m."email", m."status", m."timeZone",
      coalesce((SELECT jsonb_object_agg(c."group", c."choice") FROM "notification_choices" c WHERE c."memberId" = m."id"), '{}')
        AS "choices",
      coalesce((SELECT jsonb_object_agg(b."address", b."reason") FROM "mail_blocks" b WHERE b."memberId" = m."id"), '{}') AS "blocks",
      mentor."headline" AS "mentorHeadline",
      mentee."headline" AS "menteeHeadline", coalesce(NOT mentor."isAvailable", false) AS "isAway"
    FROM "members" m LEFT JOIN "mentor_profiles" mentor ON mentor."memberId" = m."id"
    LEFT JOIN "mentee_profiles" mentee ON mentee."memberId" = m."id"
    WHERE m."id" = ANY(${ids}::uuid[])
    UNION ALL
    SELECT "memberId", "name", "email", 'waiting', NULL, '{}', '{}', NULL, NULL, false FROM "registrations" WHERE "memberId" = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, { ...row, timeZone: row.timeZone && todaysZone(row.timeZone) }]));
}

/** `hasEnded`: the relationship that it became is over, so that no address goes out any more. */
export type LoadedProposal = ProposalFacts & { status: string; remindedDay: number; hasEnded?: boolean };

export async function loadProposals(ids: string[]): Promise<Map<string, LoadedProposal>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<(LoadedProposal & SealedProposal)[]>`
    SELECT p."id", p."programmeId", p."status", p."isFromStaff", p."rejectionReason", p."rejectionSealed", p."rejectedBecause", p."withdrawnWords",
      (SELECT g."name" FROM "programmes" g WHERE g."id" = p."programmeId") AS "programme",
      CASE WHEN r."isReasonShared" THEN r."endReason" END AS "endReason", r."endedAt" IS NOT NULL AS "hasEnded", p."remindDays", p."remindedDay", p."expireDay", p."expiresAt", t."objectives", t."topics",
      EXISTS (SELECT FROM "proposal_choices" h WHERE h."proposalId" = p."id" AND h."isDue")
        OR EXISTS (SELECT FROM "proposals" o WHERE o."menteeId" = p."menteeId" AND o."sentAt" >= p."movedAt" AND o."status" = 'sent'
          AND o."id" <> p."id" AND p."status" <> 'sent') AS "isPassedOn",
      t."objectivesSealed", t."number" AS "textNumber"
    FROM "proposals" p JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
    LEFT JOIN "relationships" r ON r."id" = p."id"
    WHERE p."id" = ANY(${ids}::uuid[])`;
  return new Map(
    rows.map(({ rejectionSealed, objectivesSealed, textNumber, ...row }) => [
      row.id,
      {
        ...row,
        rejectionReason: openOr("proposals.rejectionSealed", row.id, rejectionSealed, row.rejectionReason),
        objectives: openOr("proposal_texts.objectivesSealed", [row.id, textNumber], objectivesSealed, row.objectives),
      },
    ]),
  );
}

interface SealedProposal {
  rejectionSealed: string | null;
  objectivesSealed: string | null;
  textNumber: number;
}

/** What staff have written, by id. */
export async function loadLetters(ids: string[]): Promise<Map<string, LetterFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<LetterFacts[]>`
    SELECT "id", "behalfOf", "subject", "words", false AS "isStopped" FROM "staff_letters" WHERE "id" = ANY(${ids}::uuid[])
    UNION ALL
    SELECT "id", NULL, "subject", "words", "status" = 'stopped' FROM "member_letters" WHERE "id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those without an account who are asked about a member, by id; nobody once they are forgotten. */
export async function loadReferees(ids: string[]): Promise<Map<string, Pick<Person, "name" | "email">>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; person: string }[]>`
    SELECT "id", "person" FROM "readiness_referees" WHERE "id" = ANY(${ids}::uuid[])`;
  return new Map(
    rows.flatMap(({ id, person }) => {
      const opened = tryOpen("readiness_referees.person", id, person, readBoxes<{ name: string; email: string }>);
      return opened.isReadable ? [[id, opened.words]] : [];
    }),
  );
}

export type Item = DigestItem & { digestKey: string; key: string };

/** What was held for these digests, oldest first. */
export async function loadItems(digestKeys: string[]): Promise<Item[]> {
  if (digestKeys.length === 0) return [];
  return db().$queryRaw<Item[]>`
    SELECT d."digestKey", d."key", d."kind", d."role", d."proposalId", d."data", m."name" AS "partnerName"
    FROM "mails" d LEFT JOIN "members" m ON m."id" = d."aboutId"
    WHERE d."digestKey" = ANY(${digestKeys}::text[])
    ORDER BY d."createdAt", d."key"`;
}

/**
 * Of these mails, the keys of those that tell of messages which have been read meanwhile: the quiet spell that they are for
 * is over. One query, and none when there is no mail about messages.
 */
export async function findReadMeanwhile(
  notices: Notices,
  mails: readonly { key: string; kind: string }[],
): Promise<Set<string>> {
  const keys = mails.flatMap(({ key, kind }) => (needs(notices, kind, "unread") ? [key] : []));
  if (keys.length === 0) return new Set();
  const rows = await db().$queryRaw<{ key: string }[]>`
    SELECT m."key" FROM "mails" m
    WHERE m."key" = ANY(${keys}::text[]) AND NOT EXISTS (
      SELECT 1 FROM "conversation_readers" r
      WHERE r."memberId" = m."memberId" AND r."unread" > 0
        AND m."key" = 'messages:' || r."relationshipId" || ':' || r."memberId" || ':' || r."spell")`;
  return new Set(rows.map(({ key }) => key));
}

/**
 * Of these mails, the keys of those about somebody whom their reader has blocked since they were written, or who has blocked the
 * reader. What a block itself closes is told: that is written at the same instant.
 */
export async function findBlockedSince(mails: readonly { key: string }[]): Promise<Set<string>> {
  if (mails.length === 0) return new Set();
  const rows = await db().$queryRaw<{ key: string }[]>`
    SELECT m."key" FROM "mails" m WHERE m."key" = ANY(${mails.map(({ key }) => key)}::text[]) AND (
      EXISTS (SELECT FROM "blocks" b WHERE b."blockerId" = m."memberId" AND b."blockedId" = m."aboutId" AND b."at" > m."createdAt")
      OR EXISTS (SELECT FROM "blocks" b WHERE b."blockerId" = m."aboutId" AND b."blockedId" = m."memberId" AND b."at" > m."createdAt"))`;
  return new Set(rows.map(({ key }) => key));
}
