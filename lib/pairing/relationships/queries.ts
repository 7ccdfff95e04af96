import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { todaysZone } from "@/lib/foundation/time-zones";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { OwnSettings, Tool } from "@/lib/pairing/programmes/programme";
import { readOwn } from "@/lib/pairing/programmes/row";
import { missingTools } from "@/lib/pairing/programmes/settings-of";
import { USED_TOOLS } from "@/lib/pairing/programmes/used-tools-sql";
import { isOpen } from "./access";
import { isLetterFor, isPartner } from "./access-sql";
import type { EndedBecause } from "./relationship";

/** A relationship as one of the two sees it. */
export interface RelationshipView {
  id: string;
  viewerIs: Role;
  partner: {
    memberId: string;
    name: string;
    headline: string | null;
    /** Null after the end, unless they let it be seen; and when their account is not active. */
    email: string | null;
    /** The name of their picture; null: they have none. */
    picture: string | null;
    /** IANA name; null: the society's. */
    timeZone: string | null;
    /** False when they cannot sign in at the moment. */
    isActive: boolean;
  };
  startedAt: Date;
  agreedUntil: Date;
  endedAt: Date | null;
  endedBecause: EndedBecause | null;
  firstConversationAt: Date | null;
  /** An extension that one of the two has asked for, in months. */
  extensionMonths: number | null;
  extensionAskedBy: Role | null;
  /** Whether the two can write; afterwards they can only read. */
  isOpen: boolean;
  /** Messages that the viewer has not read. */
  unread: number;
  /** Letters of the society to the two. */
  letters: number;
  /** Why staff ended it, where they let the two read it. */
  sharedReason: string | null;
  /** Whether the viewer lets the partner see their address after the end. */
  keepsAddress: boolean;
  /** Whether it would be seen at all; not by somebody whose account is gone, nor where one has blocked the other. */
  mayShowAddress: boolean;
  /** The programme that they are in, with what it decides itself; null: the society's own scheme. */
  programme: { id: string; own: OwnSettings } | null;
  /** Tools that are not there for the two: their programme does without. */
  without: Tool[];
  version: number;
}

/** The relationship with this id, in one query; null when there is none that is any of the viewer's business. */
export async function findRelationship(viewer: Viewer, id: string, now: Date): Promise<RelationshipView | null> {
  if (!isId(id)) return null;
  const isMentee = Prisma.sql`r."menteeId" = ${viewer.memberId}::uuid`;
  const [row] = await db().$queryPrepared<Row[]>`
    SELECT r."id", r."startedAt", r."agreedUntil", r."endedAt", r."endedBecause", r."version",
      r."firstConversationAt", r."extensionMonths", r."extensionAskedBy",
      CASE WHEN ${isMentee} THEN 'mentee' ELSE 'mentor' END AS "viewerIs",
      partner."id" AS "memberId", partner."name", partner."timeZone", picture."picture",
      CASE WHEN partner."status" = 'active' AND NOT are_blocked(${viewer.memberId}::uuid, partner."id")
        AND (r."endedAt" IS NULL AND r."agreedUntil" > ${now}::timestamptz OR EXISTS (
          SELECT FROM "kept_addresses" k WHERE k."relationshipId" = r."id" AND k."memberId" = partner."id"))
        THEN partner."email" END AS "email",
      EXISTS (SELECT FROM "kept_addresses" k WHERE k."relationshipId" = r."id" AND k."memberId" = ${viewer.memberId}::uuid)
        AS "keepsAddress",
      partner."status" = 'active' AND NOT are_blocked(${viewer.memberId}::uuid, partner."id") AS "mayShowAddress",
      partner."status" = 'active' AND partner."standing" = 'current' AS "isActive",
      CASE WHEN ${isMentee} THEN mentor."headline" ELSE mentee."headline" END AS "headline",
      coalesce(reader."unread", 0) AS "unread",
      (SELECT count(*)::integer FROM "staff_letters" l WHERE l."proposalId" = r."id" AND ${isLetterFor(viewer, "r")}) AS "letters",
      CASE WHEN r."isReasonShared" THEN r."endReason" END AS "sharedReason", programme."id" AS "programmeId", programme."own",
      ${USED_TOOLS} AS "usedTools"
    FROM "relationships" r
    JOIN "proposals" proposal ON proposal."id" = r."id"
    LEFT JOIN "programmes" programme ON programme."id" = proposal."programmeId"
    JOIN "members" partner ON partner."id" = CASE WHEN ${isMentee} THEN r."mentorId" ELSE r."menteeId" END
    LEFT JOIN "pictures" picture ON picture."memberId" = partner."id"
    LEFT JOIN "mentor_profiles" mentor ON mentor."memberId" = partner."id"
    LEFT JOIN "mentee_profiles" mentee ON mentee."memberId" = partner."id"
    LEFT JOIN "conversation_readers" reader ON reader."relationshipId" = conversation_of(r."id") AND reader."memberId" = ${viewer.memberId}::uuid
    WHERE r."id" = ${id}::uuid AND ${isPartner(viewer)}`;
  if (!row) return null;
  const { memberId, name, headline, email, picture, timeZone, isActive, programmeId, own, usedTools, ...relationship } = row;
  const partner = { memberId, name, headline, email, picture, timeZone: timeZone && todaysZone(timeZone), isActive };
  const programme = programmeId === null ? null : { id: programmeId, own: readOwn(own) };
  const without = missingTools(programme?.own ?? null, usedTools);
  return { ...relationship, partner, programme, without, isOpen: isOpen(relationship, now) };
}

type Row = Omit<RelationshipView, "partner" | "isOpen" | "programme" | "without"> &
  RelationshipView["partner"] & { programmeId: string | null; own: unknown; usedTools: string[] };
