import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { TAKES_PART } from "@/lib/pairing/availability/takes-part-sql";
import { isOfferedIn } from "@/lib/pairing/joining/members-sql";
import { hold } from "@/lib/pairing/rules/held";
import type { HeldRule, Rule } from "@/lib/pairing/rules/rule";
import { rulesHeld } from "@/lib/pairing/rules/rules-sql";
import { plainWords } from "@/lib/people/members/search-text";
import type { FilterQuestion } from "@/lib/people/profile-questions/profile-question";
import type { Settings } from "@/lib/society/settings/settings";
import { hasManyMentors, thoseIn } from "./in-programme-sql";
import { type MentorFilters, writeCursor } from "./input";
import type { ClosedMentor, MentorCard, MentorList, SuggestedMentor } from "./mentor";
import type { Ranking } from "./order-sql";
import { rankedCards } from "./ranked-page-sql";
import { reasonsFor } from "./reasons";
import { NO_WISH, type Wanted } from "./score";

export const PAGE_SIZE = 20;

interface CardRow extends Omit<MentorCard, "reasons"> {
  rank: bigint;
}

/** The mentors who can be found now, best fit for the viewer first, twenty at a time. Two queries. */
export async function findMentors(viewer: Viewer, settings: Settings, filters: MentorFilters): Promise<MentorList> {
  if (!viewer.isMentee) return { mentors: [], next: null, wanted: null, questions: [] };
  const programmeId = filters.programme ?? null;
  const { wanted, rules, questions, hasMany } = await findWish(viewer.memberId, programmeId, settings);
  const rows = await findCards({
    wanted: wanted ?? NO_WISH,
    rules,
    filters,
    after: filters.after,
    menteeId: viewer.memberId,
    ...thoseIn(programmeId, viewer.memberId, hasMany),
    limit: PAGE_SIZE + 1,
  });
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    mentors: page.map(({ rank, ...card }) => ({ ...card, reasons: reasonsFor(wanted ?? NO_WISH, card, settings) })),
    next: last && rows.length > PAGE_SIZE ? writeCursor(last) : null,
    wanted,
    questions,
  };
}

/** Nobody looks through more people of one name than this. */
const MOST_CLOSED = 5;

/** Mentors of this name who are full or away, whom the list leaves out; nobody without a name. In a programme, those who are in it. */
export async function findClosedByName(
  viewer: Viewer,
  typed: string,
  now: Date,
  programmeId: string | null = null,
): Promise<ClosedMentor[]> {
  const words = plainWords(typed).slice(0, 8);
  if (!viewer.isMentee || words.length === 0) return [];
  // What they are searched by begins with their name, which is a little longer without accents at most.
  const query = `${words.join(" & ")}:*`;
  return db().$queryRaw<ClosedMentor[]>`
    SELECT m."id" AS "memberId", m."name", i."picture", p."headline",
      CASE WHEN p."isAvailable" THEN 'full' ELSE 'unavailable' END AS "closedBecause",
      CASE WHEN NOT p."isAvailable" AND p."availableAgainAt" > ${now}::timestamptz THEN p."availableAgainAt" END AS "backAt"
    FROM "mentor_profiles" p JOIN "members" m ON m."id" = p."memberId" LEFT JOIN "pictures" i ON i."memberId" = m."id"
    WHERE to_tsvector('english', p."searchText") @@ to_tsquery('english', ${query})
      AND to_tsvector('simple', left(p."searchText", char_length(m."name") + 5)) @@ to_tsquery('simple', ${query})
      AND m."isMentor" AND m."status" = 'active' AND ${TAKES_PART} AND m."id" <> ${viewer.memberId}::uuid
      AND ${isClosedIn(programmeId)}
      AND NOT are_blocked(${viewer.memberId}::uuid, m."id")
    ORDER BY m."name", m."id" LIMIT ${MOST_CLOSED}`;
}

/** Of a mentor `p`, whom the list leaves out. */
function isClosedIn(programmeId: string | null): Prisma.Sql {
  const isListed = Prisma.sql`EXISTS (SELECT FROM "mentor_listings" l WHERE l."memberId" = p."memberId")`;
  if (programmeId === null) return Prisma.sql`NOT ${isListed}`;
  const programme = Prisma.sql`${programmeId}::uuid`;
  return Prisma.sql`EXISTS (SELECT FROM "programme_members" j WHERE j."programmeId" = ${programme} AND j."memberId" = p."memberId"
      AND j."role" = 'mentor' AND j."status" = 'joined')
    AND NOT (${isListed} AND ${isOfferedIn(programme, Prisma.sql`p."memberId"`)})`;
}

interface Suggesting {
  /** Whom to suggest: those who can be asked in this programme; null: in the society's own scheme. */
  programmeId?: string | null;
  /** What to go by instead of the mentee's profile. */
  known?: Wanted | null;
}

/** Three mentors to try instead: none of `exceptMentorIds`, and nobody whom this mentee has asked before. */
export function suggestMentors(
  menteeId: string,
  exceptMentorIds: readonly string[],
  settings: Settings,
  { programmeId = null, known }: Suggesting = {},
): Promise<SuggestedMentor[]> {
  const only = notAskedBefore(menteeId, exceptMentorIds);
  return findSuggested(menteeId, only, 3, programmeId, settings, known);
}

/** How many mentors a box offers to choose from. */
const MOST_CANDIDATES = 20;

/** Mentors of the programme to name as further choices, best match first: those named already, and else as for suggestions. */
export function listCandidates(
  menteeId: string,
  exceptMentorId: string,
  named: readonly string[],
  programmeId: string | null,
  settings: Settings,
): Promise<SuggestedMentor[]> {
  const isNamed = Prisma.sql`l."memberId" = ANY(${[...named]}::uuid[])`;
  const only = Prisma.sql`(${isNamed} OR ${notAskedBefore(menteeId, [exceptMentorId])})`;
  return findSuggested(menteeId, only, MOST_CANDIDATES, programmeId, settings);
}

function notAskedBefore(menteeId: string, exceptMentorIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`(l."memberId" <> ALL(${[...exceptMentorIds]}::uuid[])
    AND l."memberId" NOT IN (SELECT "mentorId" FROM "proposals" WHERE "menteeId" = ${menteeId}::uuid))`;
}

async function findSuggested(
  menteeId: string,
  only: Prisma.Sql,
  limit: number,
  programmeId: string | null,
  settings: Settings,
  known?: Wanted | null,
): Promise<SuggestedMentor[]> {
  const found = await findWish(menteeId, programmeId, settings);
  const wanted = (known === undefined ? found.wanted : known) ?? NO_WISH;
  const filters = { words: "", topics: [], sector: null, region: null, language: null, method: null };
  const there = thoseIn(programmeId, menteeId, found.hasMany);
  const cards = await findCards({
    ...there,
    only: Prisma.sql`${only} AND ${there.only}`,
    ...{ wanted, rules: found.rules, filters, after: null, menteeId, limit },
  });
  return cards.map((card) => ({
    memberId: card.memberId,
    name: card.name,
    picture: card.picture,
    headline: card.headline,
    reasons: reasonsFor(wanted, card, settings),
  }));
}

/** The society's own questions by which the list can be narrowed, as one value. */
const FILTER_QUESTIONS = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('number', q."number", 'question', q."question", 'kind', q."kind", 'options', q."options")
    ORDER BY q."position", q."id"), '[]')
  FROM "profile_questions" q WHERE q."isFilter" AND q."retiredAt" IS NULL)`;

interface Wish {
  wanted: Wanted | null;
  rules: HeldRule[];
  questions: FilterQuestion[];
  hasMany: boolean;
}

/**
 * What the mentee's profile asks for, null without one, what the list can be narrowed by, the rules that hold in a programme (null: the
 * society's own scheme), and whether it has many mentors.
 */
async function findWish(menteeId: string, programmeId: string | null, settings: Settings): Promise<Wish> {
  const [row] = await db().$queryRaw<(Omit<Wish, "rules"> & { rules: Rule[] })[]>`
    SELECT (
      SELECT jsonb_build_object('topics', w."topics", 'methods', w."methods", 'languages', w."languages", 'sector', w."sector", 'region', w."region")
      FROM "mentee_profiles" w WHERE w."memberId" = ${menteeId}::uuid) AS "wanted",
      ${rulesHeld(Prisma.sql`${programmeId}::uuid`)} AS "rules", ${FILTER_QUESTIONS} AS "questions",
      ${hasManyMentors(programmeId)} AS "hasMany"`;
  const { wanted = null, questions = [], hasMany = false } = row ?? {};
  return { wanted, rules: hold(row?.rules, settings), questions, hasMany };
}

function findCards(ranking: Ranking): Promise<CardRow[]> {
  return db().$queryRaw<CardRow[]>(rankedCards(ranking));
}
