import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import type { Ranking } from "./conditions";
import { type MentorFilters, writeCursor } from "./input";
import type { MentorCard, MentorDetails, MentorList, SuggestedMentor } from "./mentor";
import { rankedCards } from "./ranking";
import { reasonsFor } from "./reasons";
import { NO_WISH, type Wanted } from "./score";

export const PAGE_SIZE = 20;

interface CardRow extends Omit<MentorCard, "reasons"> {
  rank: bigint;
}

/** The mentors who can be found now, best fit for the viewer first, twenty at a time. Two queries. */
export async function findMentors(viewer: Viewer, settings: Settings, filters: MentorFilters): Promise<MentorList> {
  if (!viewer.isMentee) return { mentors: [], next: null, wanted: null };
  const wanted = await findWanted(viewer.memberId);
  const rows = await findCards({
    wanted: wanted ?? NO_WISH,
    filters,
    after: filters.after,
    menteeId: viewer.memberId,
    only: Prisma.sql`true`,
    limit: PAGE_SIZE + 1,
  });
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    mentors: page.map(({ rank, ...card }) => ({ ...card, reasons: reasonsFor(wanted ?? NO_WISH, card, settings) })),
    next: last && rows.length > PAGE_SIZE ? writeCursor(last) : null,
    wanted,
  };
}

/**
 * One mentor in full: oneself, one who can be found, or one whom the viewer has asked before, saved or hidden. Null for everybody else:
 * what you may not see does not exist.
 */
export async function findMentor(viewer: Viewer, settings: Settings, id: string): Promise<MentorDetails | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<DetailsRow[]>`
    SELECT m."id" AS "memberId", m."name", p."headline", p."about", p."sector", p."region", p."yearsOfExperience", p."topics",
      p."methods", p."languages", p."capacity", p."answerHours", i."picture", l."memberId" IS NOT NULL AS "isListed",
      p."capacity" - (SELECT count(*)::integer FROM "relationships" WHERE "mentorId" = m."id" AND "endedAt" IS NULL) AS "placesFree",
      (SELECT to_jsonb(w) FROM "mentee_profiles" w WHERE w."memberId" = ${viewer.memberId}::uuid) AS "wanted",
      q."id" AS "proposalId", q."status", q."expiresAt", mark."mark",
      EXISTS (SELECT FROM "mentor_alerts" a WHERE a."memberId" = ${viewer.memberId}::uuid AND a."about" = m."id"::text) AS "isAwaited"
    FROM "members" m
    JOIN "mentor_profiles" p ON p."memberId" = m."id"
    LEFT JOIN "mentor_listings" l ON l."memberId" = m."id"
    LEFT JOIN "pictures" i ON i."memberId" = m."id"
    LEFT JOIN LATERAL (
      SELECT "id", "status", "expiresAt" FROM "proposals"
      WHERE "menteeId" = ${viewer.memberId}::uuid AND "mentorId" = m."id" ORDER BY "movedAt" DESC LIMIT 1
    ) q ON true
    LEFT JOIN "mentor_marks" mark ON mark."memberId" = ${viewer.memberId}::uuid AND mark."mentorId" = m."id"
    WHERE m."id" = ${id}::uuid AND m."isMentor" AND m."status" = 'active' AND NOT are_blocked(${viewer.memberId}::uuid, m."id")`;
  if (!row) return null;
  const { isListed, wanted, proposalId, status, expiresAt, ...mentor } = row;
  const isViewer = mentor.memberId === viewer.memberId;
  if (!isViewer && !(viewer.isMentee && (isListed || proposalId !== null || mentor.mark !== null))) return null;
  const placesFree = Math.max(0, mentor.placesFree);
  return {
    ...mentor,
    placesFree,
    reasons: isViewer ? [] : reasonsFor(wanted ?? NO_WISH, mentor, settings),
    isViewer,
    closedBecause: closedBecause(isListed, placesFree),
    proposal: proposalId !== null && status !== null && expiresAt !== null ? { id: proposalId, status, expiresAt } : null,
  };
}

/** Three mentors to try instead: none of `exceptMentorIds`, and nobody whom this mentee has asked before. */
export async function suggestMentors(
  menteeId: string,
  exceptMentorIds: readonly string[],
  settings: Settings,
): Promise<SuggestedMentor[]> {
  return suggestFor(menteeId, await findWanted(menteeId), exceptMentorIds, settings);
}

/** The same where what the mentee looks for is known already. */
export async function suggestFor(
  menteeId: string,
  wanted: Wanted | null,
  exceptMentorIds: readonly string[],
  settings: Settings,
): Promise<SuggestedMentor[]> {
  const cards = await db().$queryRaw<CardRow[]>(suggestedCards(menteeId, wanted, exceptMentorIds));
  return cards.map((card) => toSuggested(card, wanted, settings));
}

/** The rows that suggestFor reads, for a statement that asks for something else as well. */
export function suggestedCards(menteeId: string, wanted: Wanted | null, exceptMentorIds: readonly string[]): Prisma.Sql {
  const filters = { words: "", topics: [], sector: null, region: null, language: null, method: null };
  const only = Prisma.sql`l."memberId" <> ALL(${[...exceptMentorIds]}::uuid[])
    AND l."memberId" NOT IN (SELECT "mentorId" FROM "proposals" WHERE "menteeId" = ${menteeId}::uuid)`;
  return rankedCards({ wanted: wanted ?? NO_WISH, filters, after: null, menteeId, only, limit: 3 });
}

export function toSuggested(card: Omit<MentorCard, "reasons">, wanted: Wanted | null, settings: Settings): SuggestedMentor {
  const { memberId, name, picture, headline } = card;
  return { memberId, name, picture, headline, reasons: reasonsFor(wanted ?? NO_WISH, card, settings) };
}

interface DetailsRow extends Omit<MentorCard, "reasons"> {
  about: string;
  mark: MentorDetails["mark"];
  isAwaited: boolean;
  isListed: boolean;
  wanted: Wanted | null;
  proposalId: string | null;
  status: string | null;
  expiresAt: Date | null;
}

function findWanted(menteeId: string): Promise<Wanted | null> {
  return db().menteeProfile.findUnique({
    where: { memberId: menteeId },
    select: { topics: true, methods: true, languages: true, sector: true, region: true },
  });
}

function findCards(ranking: Ranking): Promise<CardRow[]> {
  return db().$queryRaw<CardRow[]>(rankedCards(ranking));
}

function closedBecause(isListed: boolean, placesFree: number): MentorDetails["closedBecause"] {
  if (isListed) return null;
  return placesFree === 0 ? "full" : "unavailable";
}
