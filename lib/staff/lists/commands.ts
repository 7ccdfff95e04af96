import { z } from "zod";
import { type Cell, type Csv, csvInPieces } from "@/lib/foundation/csv";
import { dayOf } from "@/lib/foundation/dates";
import { DayInput, rangeOf } from "@/lib/foundation/day-range";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { readFilters } from "@/lib/staff/members/input";
import { listMembers } from "@/lib/staff/members/queries";
import { ProposalFilter, RelationshipFilter } from "@/lib/staff/relationships/input";
import { listProposals } from "@/lib/staff/relationships/proposals/queries";
import { listRelationships } from "@/lib/staff/relationships/queries";
import { meetingColumns, memberColumns, mentorColumns, proposalColumns, relationshipColumns } from "./columns";
import type { ListName } from "./list";
import { listMeetings, listMentors } from "./queries";

/** Lines that are read at a time: few queries for a long list, and little memory. */
const LINES_AT_ONCE = 1000;

type Asked = Record<string, string>;

/** A page of a list: its lines, and after what the next one begins; null for the last. */
type NextPage<Line> = (after: string | null) => Promise<{ lines: readonly Line[]; next: string | null }>;

/**
 * A list as a file, from its first line, under the filters that `asked` holds, as the list's page has them in its address. It is
 * read while it is being sent, so that its length does not matter. Null if the viewer is not staff. That it was taken away, and
 * how it was filtered, is recorded before anything is read.
 */
export async function downloadList(
  viewer: Viewer,
  name: ListName,
  asked: Asked,
  settings: Settings,
  now: Date,
): Promise<{ fileName: string; pieces: AsyncGenerator<Csv> } | null> {
  if (viewer.staff === "none") return null;
  const { after: _, ...filters } = asked;
  await db().$executeRaw`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    VALUES (${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'list-downloaded', 'list', NULL,
      ${JSON.stringify({ of: name, ...knownFilters(name, filters) })}::jsonb)`;
  return {
    fileName: `${name}-${dayOf(now, settings.society.timeZone)}.csv`,
    pieces: piecesOf(viewer, name, filters, settings, now),
  };
}

const MeetingFilter = z.object({ from: DayInput, to: DayInput });

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

const FILTERS = { proposals: ProposalFilter, relationships: RelationshipFilter, meetings: MeetingFilter } as const;

function piecesOf(viewer: Viewer, name: ListName, asked: Asked, settings: Settings, now: Date): AsyncGenerator<Csv> {
  switch (name) {
    case "members":
      return toFile(memberColumns(settings), async (after) => {
        const { members, next } = await listMembers(viewer, { ...readFilters(asked), after }, settings, now, LINES_AT_ONCE);
        return { lines: members, next };
      });
    case "mentors":
      return toFile(mentorColumns(settings), (after) => listMentors(after, LINES_AT_ONCE));
    case "proposals":
      return toFile(proposalColumns(settings, now), async (after) => {
        const filter = ProposalFilter.parse({ ...asked, after });
        const { proposals, next } = await listProposals(filter, settings, now, LINES_AT_ONCE);
        return { lines: proposals, next };
      });
    case "relationships":
      return toFile(relationshipColumns(settings, now), async (after) => {
        const filter = RelationshipFilter.parse({ ...asked, after });
        const { relationships, next } = await listRelationships(filter, settings, now, LINES_AT_ONCE);
        return { lines: relationships, next };
      });
    case "meetings": {
      const { from, to } = MeetingFilter.parse(asked);
      const range = rangeOf(from, to, settings.society.timeZone);
      return toFile(meetingColumns(settings), (after) => listMeetings(range, after ?? undefined, LINES_AT_ONCE));
    }
  }
}

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
