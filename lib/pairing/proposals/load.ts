import { isDeepStrictEqual } from "node:util";
import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import { isAvoided } from "@/lib/pairing/avoided/avoided-sql";
import { isUnderWay, takesProposals } from "@/lib/pairing/programmes/access";
import { asOf } from "@/lib/pairing/programmes/decide";
import type { Programme } from "@/lib/pairing/programmes/programme";
import { fromJson } from "@/lib/pairing/programmes/row";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import { hold } from "@/lib/pairing/rules/held";
import { isAllowed, rulesIn } from "@/lib/pairing/rules/queries";
import { allowedByRules } from "@/lib/pairing/rules/rules-sql";
import type { Settings } from "@/lib/society/settings/settings";
import type { Circumstances, Proposal, ProposalWords, WithdrawnBecause } from "./proposal";
import { fromRow, PROPOSAL_COLUMNS, type ProposalRow } from "./row";
import { type Between, countInProgramme, type Standing, selectStanding, selectStandings } from "./standing-sql";
import { openTexts } from "./words";

/** How many open proposals are closed in one statement: more are closed batch by batch. */
export const MOST_AT_ONCE = 200;

/** Of one mentee, of one mentor, or of everybody. */
export type Whose = { menteeId: string } | { mentorId: string } | null;

/** Open proposals that cannot come to anything any more, and what overtook them: an account or a role that is gone, an acceptance, or a mentor without a place. */
export async function loadOvertaken(whose: Whose, mentorsPerMentee: number): Promise<Closable[]> {
  const theirs = ofWhom(whose);
  const isMatched = Prisma.sql`coalesce((programme."own" ->> 'mentorsPerMentee')::integer, ${mentorsPerMentee}) <= found."count"`;
  const rows = await db().$queryRaw<(ProposalRow & Pick<Closable, "because">)[]>`
    SELECT ${listColumns(PROPOSAL_COLUMNS, "p")}, CASE WHEN mentor."status" <> 'active' OR NOT mentor."isMentor" THEN 'mentor-left'
      WHEN mentee."status" <> 'active' OR NOT mentee."isMentee" THEN 'mentee-left'
      WHEN ${isMatched} THEN 'mentee-matched' ELSE 'mentor-full' END AS "because"
    FROM "proposals" p JOIN "members" mentor ON mentor."id" = p."mentorId" JOIN "members" mentee ON mentee."id" = p."menteeId"
    LEFT JOIN "mentor_profiles" profile ON profile."memberId" = p."mentorId"
    LEFT JOIN "programmes" programme ON programme."id" = p."programmeId"
    LEFT JOIN "programme_members" offered ON offered."programmeId" = p."programmeId" AND offered."memberId" = p."mentorId"
      AND offered."role" = 'mentor'
    CROSS JOIN LATERAL (${countInProgramme("menteeId", Prisma.sql`p."menteeId"`, Prisma.sql`p."programmeId"`)}) found
    CROSS JOIN LATERAL (
      SELECT count(*) AS "count" FROM "relationships" r WHERE r."mentorId" = p."mentorId" AND r."endedAt" IS NULL) taken
    WHERE p."status" = 'sent' AND ${theirs}
      AND (mentor."status" <> 'active' OR NOT mentor."isMentor" OR mentee."status" <> 'active' OR NOT mentee."isMentee"
        OR ${isMatched} OR coalesce(profile."capacity", 0) <= taken."count"
        OR offered."capacity" <= (${countInProgramme("mentorId", Prisma.sql`p."mentorId"`, Prisma.sql`p."programmeId"`)}))
    ORDER BY p."id" LIMIT ${MOST_AT_ONCE}`;
  return rows.map((row) => ({ proposal: fromRow(row), because: row.because }));
}

function ofWhom(whose: Whose): Prisma.Sql {
  if (!whose) return Prisma.sql`true`;
  if ("menteeId" in whose) return Prisma.sql`p."menteeId" = ${whose.menteeId}::uuid`;
  return Prisma.sql`p."mentorId" = ${whose.mentorId}::uuid`;
}

/**
 * The mentors among these whom the mentee can find now in a programme, in the same order: naming an id tells the mentee no other name.
 */
export async function loadFindable(
  menteeId: string,
  mentorIds: readonly string[],
  programmeId: string | null,
  settings: Settings,
): Promise<string[]> {
  if (mentorIds.length === 0) return [];
  const rules = await rulesIn(programmeId, settings);
  const [mentee, mentor] = [Prisma.sql`${menteeId}::uuid`, Prisma.sql`"mentor_listings"."memberId"`];
  const found = await db().$queryRaw<{ memberId: string }[]>`
    SELECT "memberId" FROM "mentor_listings" WHERE "memberId" = ANY(${[...mentorIds]}::uuid[])
      AND "memberId" <> ${menteeId}::uuid AND NOT are_blocked(${menteeId}::uuid, "memberId")
      AND NOT ${isAvoided(mentee, mentor)} AND ${allowedByRules(rules, mentee, mentor)}
      AND (${programmeId}::uuid IS NULL OR EXISTS (SELECT FROM "programme_members" m
        WHERE m."programmeId" = ${programmeId}::uuid AND m."memberId" = "mentor_listings"."memberId" AND m."role" = 'mentor'
          AND m."status" = 'joined' AND is_ready(m."memberId", 'mentor', m."programmeId")))`;
  return mentorIds.filter((id) => found.some(({ memberId }) => memberId === id));
}

/** Open proposals to a mentor, the oldest first, at most as many as are closed at once. */
export async function loadOpenTo(mentorId: string): Promise<Proposal[]> {
  const where = { mentorId, status: "sent" };
  const rows = await db().proposal.findMany({
    where,
    orderBy: { sentAt: "asc" },
    take: MOST_AT_ONCE,
    select: PROPOSAL_COLUMNS,
  });
  return rows.map(fromRow);
}

/** An open proposal that is to be closed, and why. */
export interface Closable {
  proposal: Proposal;
  because: Exclude<WithdrawnBecause, "mentee" | "staff">;
}

/** The open proposals of a mentee, overdue ones included. */
export async function loadOpenProposals(menteeId: string): Promise<Proposal[]> {
  const rows = await db().proposal.findMany({ where: { menteeId, status: "sent" }, select: PROPOSAL_COLUMNS });
  return rows.map(fromRow);
}

/** The open proposals of a member, as mentee and as mentor. */
export async function loadOpenOf(memberId: string): Promise<Proposal[]> {
  const where = { status: "sent", OR: [{ menteeId: memberId }, { mentorId: memberId }] };
  return (await db().proposal.findMany({ where, select: PROPOSAL_COLUMNS })).map(fromRow);
}

/** What the mentee's profile says, as the words of a proposal that staff suggest; null without a profile. */
export async function loadProfileWords(menteeId: string): Promise<ProposalWords | null> {
  const select = { aims: true, topics: true, methods: true } as const;
  const profile = await db().menteeProfile.findUnique({ where: { memberId: menteeId }, select });
  return (
    profile && { objectives: profile.aims, topics: profile.topics, methods: profile.methods, meeting: "", contribution: "" }
  );
}

export async function loadProposal(id: string): Promise<Proposal | null> {
  const row = await db().proposal.findUnique({ where: { id }, select: PROPOSAL_COLUMNS });
  return row && fromRow(row);
}

/** The open proposal of these two when it says just this; null otherwise. */
export async function findSame(menteeId: string, mentorId: string, words: ProposalWords): Promise<string | null> {
  const open = (await loadOpenProposals(menteeId)).find((proposal) => proposal.mentorId === mentorId);
  if (!open) return null;
  const text = await db().proposalText.findUnique({
    where: { proposalId_number: { proposalId: open.id, number: open.textNumber } },
    select: {
      ...{ objectives: true, topics: true, methods: true, meeting: true, contribution: true },
      ...{ objectivesSealed: true, meetingSealed: true, contributionSealed: true },
    },
  });
  return text && isDeepStrictEqual(openTexts(open.id, open.textNumber, text), words) ? open.id : null;
}

/**
 * What a decision about these two depends on, in one query. A proposal in hand does not count as another open one, nor
 * does its slot as taken; the date decides, so neither does one that is past its deadline. Null when either is not a member, or
 * there is no proposal yet and the one has no mentor's profile; one who was erased has none any more.
 */
export async function loadCircumstances(
  menteeId: string,
  mentorId: string,
  proposalId: string | null,
  settings: Settings,
  now: Date,
): Promise<Circumstances | null> {
  return (await loadStanding({ menteeId, mentorId, proposalId, programmeId: null }, settings, now))?.circumstances ?? null;
}

/** The same of a proposal that is yet to be sent, in this programme; null: in the society's own scheme. */
export async function loadCircumstancesIn(
  programmeId: string | null,
  menteeId: string,
  mentorId: string,
  settings: Settings,
  now: Date,
): Promise<Circumstances | null> {
  return (await loadStanding({ menteeId, mentorId, proposalId: null, programmeId }, settings, now))?.circumstances ?? null;
}

interface LoadedStanding {
  circumstances: Circumstances;
  /** Null: the society's own scheme. */
  programme: Programme | null;
}

/** The circumstances, with the programme that they are of. */
export async function loadStanding(between: Between, settings: Settings, now: Date): Promise<LoadedStanding | null> {
  const [standing] = await db().$queryPrepared<Standing[]>(selectStanding(between, now));
  if (!standing || (between.programmeId !== null && standing.programme === null)) return null;
  return toLoaded(standing, between, settings, now);
}

/**
 * The circumstances wherever these two could have a proposal: in the society's own scheme, which comes first, and in each programme that
 * both are in, in one query. Empty where `loadStanding` is null.
 */
export async function loadStandings(
  between: Pick<Between, "menteeId" | "mentorId">,
  settings: Settings,
  now: Date,
): Promise<LoadedStanding[]> {
  const rows = await db().$queryPrepared<Standing[]>(selectStandings(between, now));
  const all = await Promise.all(rows.map((row) => toLoaded(row, { ...between, proposalId: null }, settings, now)));
  return inOrderOfPlaces(all);
}

/** The society's own scheme first, then the programmes, the oldest first. */
export function inOrderOfPlaces<Place extends { programme: Programme | null }>(all: readonly Place[]): Place[] {
  const began = ({ programme }: Place) => programme?.createdAt.getTime() ?? 0;
  return all.toSorted((a, b) => began(a) - began(b));
}

async function toLoaded(
  standing: Standing,
  between: Omit<Between, "programmeId">,
  settings: Settings,
  now: Date,
): Promise<LoadedStanding> {
  const programme = standing.programme ? asOf(fromJson(standing.programme), now) : null;
  const { proposals, relationships } = settingsOf(programme?.own ?? null, settings);
  const isAsked = await isAllowed(hold(standing.rules, settings), between.menteeId, between.mentorId);
  const circumstances: Circumstances = {
    timeZone: settings.society.timeZone,
    remindAfterDays: proposals.remindAfterDays,
    expireAfterDays: proposals.expireAfterDays,
    openPerMentee: proposals.openPerMentee,
    mentorsPerMentee: relationships.mentorsPerMentee,
    relationshipMonths: relationships.months,
    mentor: {
      isActive: standing.mentorIsActive,
      isReady: standing.mentorIsReady,
      isAvailable: standing.isAvailable,
      capacity: standing.capacity,
      takenPlaces: standing.mentorPlaces,
    },
    mentee: {
      isActive: standing.menteeIsActive,
      isReady: standing.menteeIsReady,
      hasProfile: standing.menteeHasProfile,
      takenSlots: standing.takenSlots,
      takenPlaces: standing.menteePlaces,
    },
    hasOtherOpenProposal: standing.hasOtherOpenProposal,
    arePartners: standing.arePartners,
    areBlocked: standing.areBlocked,
    areKeptApart: standing.isAvoided || !isAsked,
    within: {
      open: standing.openHere,
      mentors: standing.mentorsHere,
      mentees: standing.menteesHere,
      places: programme ? standing.places : null,
      areBothIn: programme === null || standing.shared.includes(programme.id),
      takesProposals: programme === null || takesProposals(programme),
      isUnderWay: programme === null || isUnderWay(programme),
    },
  };
  return { circumstances, programme };
}
