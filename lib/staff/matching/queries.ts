import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import { isId } from "@/lib/foundation/id";
import type { Role, Scope, Viewer } from "@/lib/foundation/viewer";
import { type Reason, reasonsFor } from "@/lib/pairing/matching/reasons";
import type { Offer, Wanted } from "@/lib/pairing/matching/score";
import { isUnderWay } from "@/lib/pairing/programmes/access";
import { listProgrammes } from "@/lib/pairing/programmes/queries";
import { isProgrammeInScope } from "@/lib/pairing/programmes/scope-sql";
import { isWithin, scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { isRunInScope } from "@/lib/staff/coordinating/scope-sql";
import { LEFT_OVER } from "./left-over-sql";
import { RUN_COLUMNS } from "./load";
import { isOneOf, isPairOf, type People } from "./people/queries";
import { type MatchState, type Origin, type Run, type Status, VIEWS, type View } from "./run";
import { freeMentors, waitingMentees } from "./waiting-sql";

export const PAGE_SIZE = 50;

/** A programme in which people come together now: who waits, what is free, and the run that is not over. */
export interface ProgrammeLine {
  id: string;
  name: string;
  waiting: number;
  places: number;
  run: { id: string; status: Status } | null;
}

/** Two queries, however many programmes there are. Of programmes that are not the viewer's nothing is counted. */
export async function listMatchable(viewer: Viewer, now: Date): Promise<ProgrammeLine[]> {
  const scope = scopeOf(viewer, "matching");
  if (scope === null) return [];
  const programmes = (await listProgrammes(now)).filter((one) => isUnderWay(one) && isWithin(scope, one.id));
  const ids = programmes.map(({ id }) => id);
  const here = Prisma.sql`p."id"`;
  const rows = await db().$queryRaw<Omit<ProgrammeLine, "name">[]>`
    SELECT p."id", (SELECT count(*)::integer FROM (${waitingMentees(here, now)}) w) AS "waiting",
      (SELECT coalesce(sum("places"), 0)::integer FROM (${freeMentors(here, now)}) f) AS "places",
      (SELECT jsonb_build_object('id', r."id", 'status', r."status") FROM "matching_runs" r
        WHERE r."programmeId" = p."id" AND r."endedAt" IS NULL) AS "run"
    FROM unnest(${ids}::uuid[]) AS p("id")`;
  const lines = new Map(rows.map((row) => [row.id, row]));
  return programmes.flatMap(({ id, name }) => {
    const line = lines.get(id);
    return line ? [{ ...line, name }] : [];
  });
}

/** The names of the programmes of these runs, by the run, as far as they are within the scope. */
export async function findProgrammesOf(scope: Scope | null, runIds: readonly string[]): Promise<Map<string, string>> {
  if (scope === null || runIds.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; name: string }[]>`
    SELECT r."id", g."name" FROM "matching_runs" r JOIN "programmes" g ON g."id" = r."programmeId"
    WHERE r."id" = ANY(${[...runIds]}::uuid[]) AND ${isRunInScope(scope, Prisma.sql`r."id"`)}`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A run, for its page, with the programme's name. */
export type RunEntry = Run & { programme: string; beginsAtOnce: boolean; startedBy: string | null };

export async function findRun(viewer: Viewer, id: string): Promise<RunEntry | null> {
  const scope = scopeOf(viewer, "matching");
  if (scope === null || !isId(id)) return null;
  const [run] = await db().$queryRaw<RunEntry[]>`
    SELECT ${listColumns(RUN_COLUMNS, "r")}, g."name" AS "programme", coalesce((g."own" ->> 'beginsAtOnce')::boolean, false) AS "beginsAtOnce",
      (SELECT "name" FROM "members" WHERE "id" = r."startedById") AS "startedBy"
    FROM "matching_runs" r JOIN "programmes" g ON g."id" = r."programmeId"
    WHERE r."id" = ${id}::uuid AND ${isProgrammeInScope(scope, Prisma.sql`r."programmeId"`)}`;
  return run ?? null;
}

const IN_VIEW: Readonly<Record<Exclude<View, "left">, Prisma.Sql>> = {
  draft: Prisma.sql`m."state" = 'draft'`,
  locked: Prisma.sql`m."state" = 'draft' AND m."isLocked"`,
  hand: Prisma.sql`m."state" = 'draft' AND m."origin" <> 'whole'`,
  published: Prisma.sql`m."state" IN ('publishing', 'published', 'accepted', 'over')`,
  refused: Prisma.sql`m."state" = 'refused'`,
  dropped: Prisma.sql`m."state" = 'dropped'`,
};

/**
 * How many there are in each view, of those sought; and of all, how many drafts there are, how many are being published at this moment,
 * and how many mentees and mentors are left over.
 */
export type ViewCounts = Record<View | (typeof COUNTED)[number], number>;
const COUNTED = ["drafts", "publishing", "leftMentees", "leftMentors"] as const;

export async function countViews(viewer: Viewer, runId: string, people: People): Promise<ViewCounts> {
  const none = Object.fromEntries([...VIEWS, ...COUNTED].map((view) => [view, 0])) as ViewCounts;
  const scope = scopeOf(viewer, "matching");
  if (scope === null) return none;
  const counted = Object.entries(IN_VIEW).map(
    ([view, condition]) =>
      Prisma.sql`count(*) FILTER (WHERE ${condition} AND ${isPairOf(people)})::integer AS ${Prisma.raw(`"${view}"`)}`,
  );
  const left = (role: Role, among: People) => Prisma.sql`(SELECT count(*)::integer FROM ${LEFT_OVER[role]}
    AND w."runId" = ${runId}::uuid AND ${isOneOf(among)} AND ${isRunInScope(scope, Prisma.sql`w."runId"`)})`;
  const [row] = await db().$queryRaw<ViewCounts[]>`
    SELECT ${Prisma.join(counted)}, count(*) FILTER (WHERE ${IN_VIEW.draft})::integer AS "drafts",
      count(*) FILTER (WHERE m."state" = 'publishing')::integer AS "publishing",
      ${left("mentee", people)} AS "left", ${left("mentee", null)} AS "leftMentees", ${left("mentor", null)} AS "leftMentors"
    FROM "matches" m WHERE m."runId" = ${runId}::uuid AND ${isRunInScope(scope, Prisma.sql`m."runId"`)}`;
  return row ?? none;
}

interface Named {
  id: string;
  name: string;
}

export interface MatchLine {
  id: string;
  mentee: Named;
  mentor: Named;
  state: MatchState;
  isLocked: boolean;
  origin: Origin;
  version: number;
  refusal: string | null;
  /** What has become of its proposal. */
  status: string | null;
  reasons: Reason[];
  /** Which wish of the mentee's it is; null where nobody has compared. */
  wish: number | null;
  ratherMentors: string[];
  fitBetter: number;
  ratherMentees: string[];
}

interface MatchRow extends Omit<MatchLine, "mentee" | "mentor" | "reasons"> {
  menteeId: string;
  menteeName: string;
  mentorId: string;
  mentorName: string;
  wanted: Wanted | null;
  offer: Offer | null;
}

/** A part of a list: what comes after this row, of these people. */
export interface Part {
  after: string | null;
  people: People;
}

/** Matches of a run in the order of their mentees' names, a page at a time; one query. */
export async function listMatches(
  viewer: Viewer,
  runId: string,
  view: Exclude<View, "left">,
  { after, people }: Part,
  settings: Settings,
) {
  const scope = scopeOf(viewer, "matching");
  if (scope === null) return { matches: [], next: null };
  const rows = await db().$queryRaw<MatchRow[]>`
    SELECT m."id", m."state", m."isLocked", m."origin", m."version", m."refusal", m."wish", m."fitBetter", p."status",
      a."id" AS "menteeId", a."name" AS "menteeName", b."id" AS "mentorId", b."name" AS "mentorName",
      ${WANTED} AS "wanted", ${OFFER} AS "offer",
      ${namesOf("matching_mentors", "ratherMentors")} AS "ratherMentors", ${namesOf("matching_mentees", "ratherMentees")} AS "ratherMentees"
    FROM "matches" m JOIN "members" a ON a."id" = m."menteeId" JOIN "members" b ON b."id" = m."mentorId"
    LEFT JOIN "proposals" p ON p."id" = m."proposalId"
    WHERE m."runId" = ${runId}::uuid AND ${isRunInScope(scope, Prisma.sql`m."runId"`)} AND ${IN_VIEW[view]} AND ${isPairOf(people)} ${afterMatch(after)}
    ORDER BY a."name", m."id" LIMIT ${PAGE_SIZE + 1}`;
  const matches = rows.slice(0, PAGE_SIZE).map(
    ({ menteeId, menteeName, mentorId, mentorName, wanted, offer, ...row }): MatchLine => ({
      ...row,
      mentee: { id: menteeId, name: menteeName },
      mentor: { id: mentorId, name: mentorName },
      reasons: wanted && offer ? reasonsFor(wanted, offer, settings) : [],
    }),
  );
  return { matches, next: rows.length > PAGE_SIZE ? (matches.at(-1)?.id ?? null) : null };
}

const WANTED = Prisma.sql`(SELECT jsonb_build_object('topics', w."topics", 'methods', w."methods", 'languages', w."languages",
  'sector', w."sector", 'region', w."region") FROM "mentee_profiles" w WHERE w."memberId" = m."menteeId")`;
const OFFER = Prisma.sql`(SELECT jsonb_build_object('topics', l."topics", 'methods', l."methods", 'languages', l."languages",
  'sector', l."sector", 'region', l."region", 'answerHours', l."answerHours") FROM "mentor_profiles" l WHERE l."memberId" = m."mentorId")`;

/** The names behind the numbers that a match keeps, in the same order. */
function namesOf(table: "matching_mentees" | "matching_mentors", column: "ratherMentors" | "ratherMentees"): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT o."name" FROM unnest(m.${Prisma.raw(`"${column}"`)}) WITH ORDINALITY AS i("n", "at")
    JOIN ${Prisma.raw(`"${table}"`)} x ON x."runId" = m."runId" AND x."n" = i."n" JOIN "members" o ON o."id" = x."memberId" ORDER BY i."at")`;
}

function afterMatch(after: string | null): Prisma.Sql {
  if (!isId(after ?? "")) return Prisma.empty;
  return Prisma.sql`AND (a."name", m."id") > (SELECT o."name", x."id" FROM "matches" x JOIN "members" o ON o."id" = x."menteeId"
    WHERE x."id" = ${after}::uuid)`;
}

export interface LeftLine extends Named {
  since: Date;
  /** How many mentors could suit them, and the names of the best. */
  suited: number;
  best: string[];
}

/** Mentees whom the run leaves over, who have waited longest first, a page at a time. */
export async function listLeftOver(viewer: Viewer, runId: string, { after, people }: Part) {
  const scope = scopeOf(viewer, "matching");
  if (scope === null) return { left: [], next: null };
  const last = isId(after ?? "") ? after : null;
  const left = await db().$queryRaw<LeftLine[]>`
    SELECT w."memberId" AS "id", o."name", w."since", cardinality(w."mentors") AS "suited",
      ARRAY(SELECT b."name" FROM unnest(w."mentors"[1:3]) WITH ORDINALITY AS i("n", "at")
        JOIN "matching_mentors" x ON x."runId" = w."runId" AND x."n" = i."n" JOIN "members" b ON b."id" = x."memberId" ORDER BY i."at") AS "best"
    FROM (SELECT w.* FROM ${LEFT_OVER.mentee} AND w."runId" = ${runId}::uuid AND ${isOneOf(people)} AND ${isRunInScope(scope, Prisma.sql`w."runId"`)}) w
    JOIN "members" o ON o."id" = w."memberId"
    ${last ? Prisma.sql`WHERE (w."since", w."memberId") > (SELECT "since", "memberId" FROM "matching_mentees" WHERE "runId" = ${runId}::uuid AND "memberId" = ${last}::uuid)` : Prisma.empty}
    ORDER BY w."since", w."memberId" LIMIT ${PAGE_SIZE + 1}`;
  const page = left.slice(0, PAGE_SIZE);
  return { left: page, next: left.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null };
}
