import { z } from "zod";
import { type Cell, type Csv, csvInPieces } from "@/lib/foundation/csv";
import { dayOf } from "@/lib/foundation/dates";
import { DayInput, rangeOf } from "@/lib/foundation/day-range";
import { db } from "@/lib/foundation/db/client";
import { IdInput } from "@/lib/foundation/id";
import type { Scope, Viewer } from "@/lib/foundation/viewer";
import { STATUSES } from "@/lib/pairing/joining/joining";
import { listAnswers, listRead } from "@/lib/people/profile-questions/queries";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { asStaffOf } from "@/lib/staff/coordinating/queries";
import { readFilters } from "@/lib/staff/members/input";
import { listMembers } from "@/lib/staff/members/queries";
import { ProposalFilter, RelationshipFilter } from "@/lib/staff/relationships/input";
import { listProposals } from "@/lib/staff/relationships/proposals/queries";
import { listRelationships } from "@/lib/staff/relationships/queries";
import { SurveyFilter } from "@/lib/staff/surveys/input";
import { listFigures } from "@/lib/staff/surveys/queries";
import {
  joiningColumns,
  meetingColumns,
  memberColumns,
  mentorColumns,
  proposalColumns,
  relationshipColumns,
  surveyColumns,
} from "./columns";
import type { ListName } from "./list";
import { listJoinings, listMeetings, listMentors } from "./queries";

/** Lines that are read at a time: few queries for a long list, and little memory. */
const LINES_AT_ONCE = 1000;

type Asked = Record<string, string>;

/** A page of a list: its lines, and after what the next one begins; null for the last. */
type NextPage<Line> = (after: string | null) => Promise<{ lines: readonly Line[]; next: string | null }>;

/**
 * A list as a file, from its first line, under the filters that `asked` holds, as the list's page has them in its address. It is
 * read while it is being sent, so that its length does not matter. Null for whom there are none; a coordinator gets what is of their programmes. That it was taken away, and
 * how it was filtered, is recorded before anything is read.
 */
export async function downloadList(
  viewer: Viewer,
  name: ListName,
  asked: Asked,
  settings: Settings,
  now: Date,
): Promise<{ fileName: string; pieces: AsyncGenerator<Csv> } | null> {
  const scope = scopeOf(viewer, "lists");
  if (scope === null) return null;
  const { after: _, ...filters } = asked;
  const reader = await readerOf(viewer, name, filters);
  if (!reader) return null;
  await db().$executeRaw`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    VALUES (${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'list-downloaded', 'list', NULL,
      ${JSON.stringify({ of: name, ...knownFilters(name, filters) })}::jsonb)`;
  return {
    fileName: `${name}-${dayOf(now, settings.society.timeZone)}.csv`,
    pieces: piecesOf(reader, scope, name, filters, settings, now),
  };
}

/** A programme's members are for its coordinators as for staff; null for anybody else, and where no programme is named. */
async function readerOf(viewer: Viewer, name: ListName, asked: Asked): Promise<Viewer | null> {
  if (name !== "programme-members") return viewer;
  const { programme } = JoiningFilter.parse(asked);
  return programme ? asStaffOf(viewer, { area: "lists", of: "programmes", ids: [programme] }) : null;
}

const MeetingFilter = z.object({ from: DayInput, to: DayInput });
const JoiningFilter = z.object({
  programme: IdInput.nullable().catch(null),
  status: z.enum(STATUSES).catch("joined"),
});

/** What the trail keeps of the filters: those that the list knows. Whom somebody searched for is not kept, only that they did. */
function knownFilters(name: ListName, asked: Asked): Record<string, string | number> {
  const { words, who, ...known }: Record<string, unknown> = { ...readAsked(name, asked) };
  const kept = Object.entries(known).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return { ...Object.fromEntries(kept), ...(words || who ? { search: "yes" } : {}) };
}

function readAsked(name: ListName, asked: Asked): object {
  if (name === "mentors") return {};
  return name === "members" ? readFilters(asked) : FILTERS[name].parse(asked);
}

const FILTERS = {
  "programme-members": JoiningFilter,
  proposals: ProposalFilter,
  relationships: RelationshipFilter,
  meetings: MeetingFilter,
  "survey-figures": SurveyFilter,
} as const;

function piecesOf(
  viewer: Viewer,
  scope: Scope,
  name: ListName,
  asked: Asked,
  settings: Settings,
  now: Date,
): AsyncGenerator<Csv> {
  switch (name) {
    case "members":
      return membersFile(viewer, asked, settings, now);
    case "programme-members":
      return joiningsFile(viewer, scope, asked, settings);
    case "mentors":
      return toFile(mentorColumns(settings), (after) => listMentors(scope, after, LINES_AT_ONCE));
    case "proposals":
      return toFile(proposalColumns(settings, now), async (after) => {
        const filter = ProposalFilter.parse({ ...asked, after });
        const { proposals, next } = await listProposals(scope, filter, settings, now, LINES_AT_ONCE);
        return { lines: proposals, next };
      });
    case "relationships":
      return toFile(relationshipColumns(settings, now), async (after) => {
        const filter = RelationshipFilter.parse({ ...asked, after });
        const { relationships, next } = await listRelationships(scope, filter, settings, now, LINES_AT_ONCE);
        return { lines: relationships, next };
      });
    case "survey-figures": {
      const { survey } = SurveyFilter.parse(asked);
      return toFile(surveyColumns(settings), (after) => listFigures(survey, after, LINES_AT_ONCE));
    }
    case "meetings": {
      const { from, to } = MeetingFilter.parse(asked);
      const range = rangeOf(from, to, settings.society.timeZone);
      return toFile(meetingColumns(settings), (after) => listMeetings(scope, range, after ?? undefined, LINES_AT_ONCE));
    }
  }
}

/** With the answers to the society's own questions that staff may read. */
async function* membersFile(viewer: Viewer, asked: Asked, settings: Settings, now: Date): AsyncGenerator<Csv> {
  const questions = await listRead(viewer);
  yield* toFile(memberColumns(settings, questions), async (after) => {
    const { members, next } = await listMembers(viewer, { ...readFilters(asked), after }, settings, now, LINES_AT_ONCE);
    const answers = await listAnswers(
      viewer,
      questions,
      members.map(({ id }) => id),
    );
    return { lines: members.map((member) => ({ ...member, answers: answers.get(member.id) ?? NO_ANSWERS })), next };
  });
}

/** With the answers on joining that staff may read. */
async function* joiningsFile(viewer: Viewer, scope: Scope, asked: Asked, settings: Settings): AsyncGenerator<Csv> {
  const { programme, status } = JoiningFilter.parse(asked);
  if (!programme) return;
  const questions = await listRead(viewer, programme);
  yield* toFile(joiningColumns(settings, questions), async (after) => {
    const { lines, next } = await listJoinings(scope, programme, status, after, LINES_AT_ONCE);
    const answers = await listAnswers(
      viewer,
      questions,
      lines.map(({ memberId }) => memberId),
    );
    return { lines: lines.map((line) => ({ ...line, answers: answers.get(line.memberId) ?? NO_ANSWERS })), next };
  });
}

const NO_ANSWERS: ReadonlyMap<string, string> = new Map();

function toFile<Line>(
  columns: readonly (readonly [string, (line: Line) => Cell])[],
  nextPage: NextPage<Line>,
): AsyncGenerator<Csv> {
  const header = columns.map(([heading]) => heading);
  return csvInPieces(header, rowsOf(columns, nextPage));
}

async function* rowsOf<Line>(
  columns: readonly (readonly [string, (line: Line) => Cell])[],
  nextPage: NextPage<Line>,
): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  do {
    const { lines, next }: Awaited<ReturnType<NextPage<Line>>> = await nextPage(after);
    yield lines.map((line) => columns.map(([, cell]) => cell(line)));
    after = next;
  } while (after);
}
