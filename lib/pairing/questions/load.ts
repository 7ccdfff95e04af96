import { db, Prisma } from "@/lib/foundation/db/client";
import { isAvoided } from "@/lib/pairing/avoided/avoided-sql";
import { isOfferedIn, joinPlacesOf, sharedBy } from "@/lib/pairing/joining/members-sql";
import { takesProposals } from "@/lib/pairing/programmes/access";
import { asOf } from "@/lib/pairing/programmes/decide";
import type { Programme } from "@/lib/pairing/programmes/programme";
import { fromJson } from "@/lib/pairing/programmes/row";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import { inOrderOfPlaces } from "@/lib/pairing/proposals/load";
import { hold } from "@/lib/pairing/rules/held";
import { isAllowed } from "@/lib/pairing/rules/queries";
import type { Rule } from "@/lib/pairing/rules/rule";
import { rulesHeld } from "@/lib/pairing/rules/rules-sql";
import type { Settings } from "@/lib/society/settings/settings";
import type { Circumstances, Exchange, OpenProposal, Question } from "./question";

/** Where the two stand before a mentee asks a mentor; `conversationId` when they have written to each other before. */
export interface Standing extends Circumstances {
  conversationId: string | null;
  /** In which it would be asked; null: the society's own scheme. */
  programme: Programme | null;
}

/**
 * Where the two stand in a programme (null: the society's own scheme), in one query. Null when either is not a member, the one has no
 * mentor's profile, or there is no such programme.
 */
export async function loadCircumstances(
  menteeId: string,
  mentorId: string,
  programmeId: string | null,
  settings: Settings,
  now: Date,
): Promise<Standing | null> {
  const programme = Prisma.sql`LEFT JOIN "programmes" programme ON programme."id" = ${programmeId}::uuid`;
  const [row] = await selectCircumstances(menteeId, mentorId, programme, now);
  if (!row || (programmeId !== null && row.programme === null)) return null;
  return toStanding(row, menteeId, mentorId, settings, now);
}

/**
 * The same wherever the mentee could ask: in the society's own scheme, which comes first, and in each programme that both are in, in one
 * query. Empty where the one above is null.
 */
export async function loadAllCircumstances(
  menteeId: string,
  mentorId: string,
  settings: Settings,
  now: Date,
): Promise<Standing[]> {
  const rows = await selectCircumstances(menteeId, mentorId, joinPlacesOf(MENTEE, MENTOR), now);
  return inOrderOfPlaces(await Promise.all(rows.map((row) => toStanding(row, menteeId, mentorId, settings, now))));
}

/** `programme` joins that of each row. */
function selectCircumstances(menteeId: string, mentorId: string, programme: Prisma.Sql, now: Date): Promise<FromRow[]> {
  return db().$queryRaw<FromRow[]>`
    SELECT c."relationshipId" AS "conversationId", profile."takesNoQuestions",
      mentor."isMentor" AND ${isActive("mentor")} AND mentee."isMentee" AND ${isActive("mentee")}
        AND NOT are_blocked(mentee."id", mentor."id") AS "areBothActive",
      is_ready(mentee."id", 'mentee', programme."id") AS "isReady",
      EXISTS (SELECT FROM "mentor_listings" WHERE "memberId" = mentor."id")
        AND (programme."id" IS NULL OR ${isOfferedIn(HERE, MENTOR)}) AS "isListed",
      to_jsonb(programme) AS "programme", ${sharedBy(MENTEE, MENTOR)} AS "shared",
      (SELECT count(*)::integer FROM "questions" WHERE "menteeId" = mentee."id" AND "status" = 'waiting' AND "dueAt" > ${now}
        AND "programmeId" IS NOT DISTINCT FROM ${HERE}) AS "openHere",
      ARRAY(SELECT "slot" FROM "questions" WHERE "menteeId" = mentee."id" AND "status" = 'waiting' AND "dueAt" > ${now}) AS "takenSlots",
      (SELECT max("askedAt") FROM "questions" q WHERE q."conversationId" = c."relationshipId" AND q."menteeId" = mentee."id") AS "lastAskedAt",
      EXISTS (SELECT FROM "proposals" WHERE "menteeId" = mentee."id" AND "mentorId" = mentor."id" AND "status" = 'sent'
        AND "expiresAt" > ${now}) AS "hasOpenProposal",
      EXISTS (SELECT FROM "relationships" WHERE "menteeId" = mentee."id" AND "mentorId" = mentor."id" AND "endedAt" IS NULL)
        AS "arePartners",
      ${isAvoided(MENTEE, MENTOR)} AS "isAvoided", ${rulesHeld(HERE)} AS "rules"
    FROM "members" mentee CROSS JOIN "members" mentor
    JOIN "mentor_profiles" profile ON profile."memberId" = mentor."id"
    LEFT JOIN "conversations" c ON c."lowerId" = least(mentee."id", mentor."id") AND c."higherId" = greatest(mentee."id", mentor."id")
    ${programme}
    WHERE mentee."id" = ${menteeId}::uuid AND mentor."id" = ${mentorId}::uuid`;
}

async function toStanding(row: FromRow, menteeId: string, mentorId: string, settings: Settings, now: Date): Promise<Standing> {
  const programme = row.programme ? asOf(fromJson(row.programme), now) : null;
  const { openQuestions, questionDays } = settingsOf(programme?.own ?? null, settings).proposals;
  const { isAvoided: isWished, rules, openHere, shared, ...standing } = row;
  const areKeptApart = isWished || !(await isAllowed(hold(rules, settings), menteeId, mentorId));
  const within = {
    open: openHere,
    areBothIn: programme === null || shared.includes(programme.id),
    takesProposals: programme === null || takesProposals(programme),
  };
  return { ...standing, programme, within, areKeptApart, timeZone: settings.society.timeZone, openQuestions, questionDays };
}

const HERE = Prisma.sql`programme."id"`;
const [MENTEE, MENTOR] = [Prisma.sql`mentee."id"`, Prisma.sql`mentor."id"`];

type FromRow = Omit<Standing, "timeZone" | "openQuestions" | "questionDays" | "areKeptApart" | "within" | "programme"> & {
  programme: Record<string, unknown> | null;
  openHere: number;
  /** The programmes that both are in. */
  shared: string[];
  isAvoided: boolean;
  rules: Rule[];
};

/** An exchange as one of the two sees it. The other's address is not in it. */
export interface LoadedExchange extends Exchange {
  /** Null while nothing has been said. */
  conversationId: string | null;
  partnerId: string;
  name: string;
  picture: string | null;
  mentorHeadline: string | null;
  menteeHeadline: string | null;
  /** The relationship that the two have now. */
  relationshipId: string | null;
  /** In which the question was asked; null: in the society's own scheme, which nobody needs to be told. */
  programme: { id: string; name: string } | null;
}

interface Row extends Omit<LoadedExchange, "question" | "proposal"> {
  question: (Omit<Question, "askedAt" | "dueAt"> & { askedAt: string; dueAt: string | null }) | null;
  proposal: (Omit<OpenProposal, "expiresAt"> & { expiresAt: string }) | null;
}

/**
 * What the viewer and somebody else have to do with each other, in one query. `id` is their conversation's, or that of a proposal
 * between them; null for everybody but the two.
 */
export async function loadExchange(memberId: string, id: string, now: Date): Promise<LoadedExchange | null> {
  const me = Prisma.sql`${memberId}::uuid`;
  const [row] = await db().$queryRaw<Row[]>`
    WITH two AS MATERIALIZED (
      SELECT "lowerId", "higherId" FROM "conversations" WHERE "relationshipId" = ${id}::uuid
      UNION ALL
      SELECT least("menteeId", "mentorId"), greatest("menteeId", "mentorId") FROM "proposals" WHERE "id" = ${id}::uuid
      LIMIT 1
    )
    SELECT c."relationshipId" AS "conversationId", partner."id" AS "partnerId", partner."name", i."picture",
      ${isActive("partner")} AND NOT are_blocked(${me}, partner."id") AS "isPartnerActive", mentor."headline" AS "mentorHeadline", mentee."headline" AS "menteeHeadline",
      to_jsonb(q) - 'programmeId' AS "question",
      (SELECT jsonb_build_object('id', g."id", 'name', g."name") FROM "programmes" g WHERE g."id" = q."programmeId") AS "programme", coalesce(c."newest" - q."firstNumber" + 1, 0) AS "written", to_jsonb(p) AS "proposal",
      (SELECT r."id" FROM "relationships" r WHERE r."menteeId" IN (two."lowerId", two."higherId")
        AND r."mentorId" IN (two."lowerId", two."higherId") AND r."endedAt" IS NULL LIMIT 1) AS "relationshipId"
    FROM two
    JOIN "members" partner ON partner."id" = CASE WHEN two."lowerId" = ${me} THEN two."higherId" ELSE two."lowerId" END
    LEFT JOIN "pictures" i ON i."memberId" = partner."id" AND partner."status" = 'active'
    LEFT JOIN "mentor_profiles" mentor ON mentor."memberId" = partner."id"
    LEFT JOIN "mentee_profiles" mentee ON mentee."memberId" = partner."id"
    LEFT JOIN "conversations" c ON c."lowerId" = two."lowerId" AND c."higherId" = two."higherId"
    LEFT JOIN LATERAL (
      SELECT "id", "menteeId", "mentorId", "status", "firstNumber", "askedAt", "dueAt", "programmeId" FROM "questions"
      WHERE "conversationId" = c."relationshipId" ORDER BY "askedAt" DESC LIMIT 1
    ) q ON true
    LEFT JOIN LATERAL (
      SELECT p."id", p."menteeId", p."mentorId", p."expiresAt", count(m."number")::integer AS "written",
        coalesce(bool_or(m."senderId" = p."mentorId"), false) AS "isMentorHeard"
      FROM "proposals" p
      LEFT JOIN "messages" m ON m."conversationId" = c."relationshipId" AND m."sentAt" >= p."sentAt"
      WHERE p."menteeId" IN (two."lowerId", two."higherId") AND p."mentorId" IN (two."lowerId", two."higherId")
        AND p."status" = 'sent' AND p."expiresAt" > ${now}
      GROUP BY p."id" LIMIT 1
    ) p ON true
    WHERE ${me} IN (two."lowerId", two."higherId")`;
  if (!row || (row.conversationId === null && row.proposal === null)) return null;
  const { question, proposal } = row;
  return {
    ...row,
    question: question && {
      ...question,
      askedAt: new Date(question.askedAt),
      dueAt: question.dueAt === null ? null : new Date(question.dueAt),
    },
    proposal: proposal && { ...proposal, expiresAt: new Date(proposal.expiresAt) },
  };
}

function isActive(member: string): Prisma.Sql {
  return Prisma.raw(`(${member}."status" = 'active' AND ${member}."standing" = 'current')`);
}
