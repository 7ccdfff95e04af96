import { dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { isAskedAbout, stillOn } from "@/lib/mentoring/meetings/conditions";
import { openTexts, type SealedTexts } from "@/lib/pairing/proposals/words";
import { findRelationship, type RelationshipView } from "@/lib/pairing/relationships/queries";
import type { Standing } from "./standing";

export interface Dashboard {
  relationship: RelationshipView;
  standing: Standing;
  /** What the mentee wants to achieve, as the proposal says it now. */
  proposal: { objectives: string; topics: number[]; methods: number[]; meeting: string };
}

interface Row extends SealedTexts {
  number: number;
  topics: number[];
  methods: number[];
  startsAt: Date | null;
  isAccepted: boolean | null;
  awaitsViewer: boolean | null;
  hasUnconfirmedMeeting: boolean;
  meetingsHeld: number;
  firstHeldAt: Date | null;
  openGoals: number;
  overdueGoals: number;
  achievedGoals: number;
  menteeSigned: boolean | null;
  mentorSigned: boolean | null;
}

/**
 * Where the viewer and their partner stand, in two queries; null if the relationship is not the viewer's. Only dates and
 * counts, none of what they wrote.
 */
export async function findDashboard(viewer: Viewer, id: string, now: Date): Promise<Dashboard | null> {
  const relationship = await findRelationship(viewer, id, now);
  if (!relationship) return null;
  const today = dayOf(now, viewer.timeZone);
  const [row] = await db().$queryPrepared<Row[]>`
    SELECT t."objectives", t."topics", t."methods", t."meeting", t."contribution", t."number",
      t."objectivesSealed", t."meetingSealed", t."contributionSealed", next."startsAt", next."isAccepted", next."awaitsViewer",
      EXISTS(SELECT FROM "meetings" m WHERE m."relationshipId" = p."id" AND ${isAskedAbout(now)}) AS "hasUnconfirmedMeeting",
      (SELECT count(*)::integer FROM "meetings" m WHERE m."relationshipId" = p."id" AND m."status" = 'held') AS "meetingsHeld",
      (SELECT min(m."startsAt") FROM "meetings" m WHERE m."relationshipId" = p."id" AND m."status" = 'held') AS "firstHeldAt",
      goals.*, contract.*
    FROM "proposals" p
    JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
    LEFT JOIN LATERAL (
      SELECT m."startsAt", m."answer" = 'accepted' AS "isAccepted",
        CASE WHEN m."organiserId" = ${viewer.memberId}::uuid THEN m."answer" = 'suggested' ELSE m."answer" = 'waiting' END AS "awaitsViewer"
      FROM "meetings" m
      WHERE m."relationshipId" = p."id" AND ${stillOn("m")} AND m."endsAt" > ${now}
      ORDER BY m."startsAt" LIMIT 1
    ) next ON true
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE g."status" = 'open')::integer AS "openGoals",
        count(*) FILTER (WHERE g."status" = 'open' AND g."targetOn" < ${today}::date)::integer AS "overdueGoals",
        count(*) FILTER (WHERE g."status" = 'achieved')::integer AS "achievedGoals"
      FROM "goals" g WHERE g."relationshipId" = p."id"
    ) goals
    LEFT JOIN LATERAL (
      SELECT bool_or(c."menteeSignedAt" IS NOT NULL) AS "menteeSigned", bool_or(c."mentorSignedAt" IS NOT NULL) AS "mentorSigned"
      FROM "contracts" c WHERE c."relationshipId" = p."id"
    ) contract ON true
    WHERE p."id" = ${id}::uuid`;
  if (!row) return null;
  const { objectives, topics, methods, meeting } = openTexts(id, row.number, row);
  return { relationship, standing: toStanding(relationship, row), proposal: { objectives, topics, methods, meeting } };
}

function toStanding(relationship: RelationshipView, row: Row): Standing {
  const { viewerIs, isOpen, agreedUntil, firstConversationAt, extensionMonths, extensionAskedBy } = relationship;
  const signed = { mentee: row.menteeSigned ?? false, mentor: row.mentorSigned ?? false };
  return {
    viewerIs,
    isOpen,
    agreedUntil,
    // A held meeting counts as the first conversation, even if nobody has recorded one.
    firstConversationAt: firstConversationAt ?? row.firstHeldAt,
    extension: extensionMonths && extensionAskedBy ? { months: extensionMonths, askedBy: extensionAskedBy } : null,
    contract: { signedByViewer: signed[viewerIs], signedByPartner: signed[viewerIs === "mentee" ? "mentor" : "mentee"] },
    nextMeeting: row.startsAt
      ? { startsAt: row.startsAt, isAccepted: row.isAccepted ?? false, awaitsViewer: row.awaitsViewer ?? false }
      : null,
    hasUnconfirmedMeeting: row.hasUnconfirmedMeeting,
    meetingsHeld: row.meetingsHeld,
    hasGoals: !relationship.without.includes("goals"),
    openGoals: row.openGoals,
    overdueGoals: row.overdueGoals,
    achievedGoals: row.achievedGoals,
  };
}
