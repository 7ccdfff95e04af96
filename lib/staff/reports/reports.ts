import { type Cell, type Csv, makeCsv } from "@/lib/foundation/csv";
import { addDays } from "@/lib/foundation/dates";
import { readId } from "@/lib/foundation/id";
import type { Scope, Viewer } from "@/lib/foundation/viewer";
import { narrowed, scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { AGES } from "@/lib/staff/members/input";
import { answerFigures, outcomeFigures, registrationFigures, rejectionFigures, topicFigures } from "./figures";
import { countMenteeGaps, countMentorGaps } from "./gaps/queries";
import { withLeads } from "./leads";
import { ownQuestionFigures } from "./own-questions/figures";
import { countChoices } from "./own-questions/queries";
import {
  type Bounds,
  countEnds,
  countGoing,
  countMeetings,
  countOutcomes,
  countRegistrations,
  countRejections,
  countRelationships,
  countReminders,
  countTopics,
  findBounds,
  measureAnswers,
} from "./queries";
import { type AskedRange, type ChosenRange, chooseRange, monthsOf, type Range } from "./range";
import { endFigures, gapFigures, meetingFigures, relationshipFigures } from "./relationship-figures";
import { FIRST_DAYS, type Figures, REPORTS, type ReportName } from "./report";

export interface Report {
  range: ChosenRange;
  /** The programme that it is about; null: all of them together, or a report that knows none. */
  programme: string | null;
  /** Those that it can be narrowed to. */
  programmes: Bounds["programmes"];
  figures: Figures[];
}

export function isReport(name: string): name is ReportName {
  return (REPORTS as readonly string[]).includes(name);
}

/** A report for a range of days; null where the viewer has none, as of other programmes than theirs. At most three queries. */
export async function makeReport(
  viewer: Pick<Viewer, "staff" | "rights">,
  name: ReportName,
  asked: AskedRange & { programme?: string | string[] | undefined },
  settings: Settings,
  now: Date,
): Promise<Report | null> {
  const whole = scopeOf(viewer, "reports");
  const programme = isByProgramme(name) ? readId(asked.programme) : null;
  const scope = whole && narrowed(whole, programme);
  if (scope === null || (scope !== "all" && !isByProgramme(name))) return null;
  const { timeZone } = settings.society;
  const { firstDay, programmes } = await findBounds((isByProgramme(name) && whole) || [], now, timeZone);
  const range = chooseRange(asked, firstDay, now, timeZone);
  const figures = await reckon(name, range, scope, settings, now);
  const months = monthsOf(range, timeZone);
  // Numbers lead to lists of names, which those who read figures alone do not see.
  const isForNames = isAllWithin(scope, scopeOf(viewer, "relationships"));
  const lead = (one: Figures) => (isForNames ? withLeads(name, one, months, settings, programme) : one);
  return { range, programme, programmes, figures: figures.map(lead) };
}

function isAllWithin(scope: Scope, names: Scope | null): boolean {
  return names === "all" || (names !== null && scope !== "all" && scope.every((id) => names.includes(id)));
}

/** Whether it counts what belongs to a programme; members, and what they look for, belong to none. */
export function isByProgramme(name: ReportName): boolean {
  return name !== "registrations" && name !== "gaps";
}

/** Whether it says how things stand now, and knows no days. */
export function isOfNow(name: ReportName): boolean {
  return name === "gaps" || name === "own-questions";
}

async function reckon(name: ReportName, range: Range, scope: Scope, settings: Settings, now: Date): Promise<Figures[]> {
  const { timeZone } = settings.society;
  const months = monthsOf(range, timeZone);
  switch (name) {
    case "registrations":
      return registrationFigures(await countRegistrations(months), months, settings);
    case "proposals": {
      const [outcomes, rejections] = await Promise.all([countOutcomes(months, scope), countRejections(months, scope)]);
      return [...outcomeFigures(outcomes, months), ...rejectionFigures(rejections, settings)];
    }
    case "topics":
      return topicFigures(await countTopics(months, scope), settings);
    case "answers": {
      const [answers, reminders] = await Promise.all([measureAnswers(months, scope), countReminders(months, scope)]);
      return answerFigures(answers, reminders, months, settings);
    }
    case "relationships": {
      const [relationships, ends] = await Promise.all([
        countRelationships(months, scope, addDays(now, -FIRST_DAYS, timeZone)),
        countEnds(months, scope),
      ]);
      return [...relationshipFigures(relationships, months), ...endFigures(ends, settings)];
    }
    case "meetings": {
      const [meetings, relationships] = await Promise.all([countMeetings(months, scope), countGoing(months, scope)]);
      return meetingFigures(meetings, relationships, months);
    }
    case "gaps": {
      const limits = AGES.map((days) => addDays(now, -days, timeZone));
      const [mentors, mentees] = await Promise.all([countMentorGaps(limits), countMenteeGaps(limits)]);
      return gapFigures(mentors, mentees, settings);
    }
    case "own-questions":
      return ownQuestionFigures(await countChoices(scope), settings);
  }
}

/** One table as a CSV file. Shares are fractions, so that people can calculate with them. */
export function makeFiguresCsv({ rowLabel, columns, rows }: Figures): Csv {
  const lines = rows.map(({ label, amounts }): Cell[] => [
    label,
    ...columns.map((_, i) => {
      const amount = amounts[i];
      return amount === null || amount === undefined ? null : Math.round(amount * 1000) / 1000;
    }),
  ]);
  return makeCsv([rowLabel, ...columns.map(({ label }) => label)], lines);
}

/** relationships-why-ended-2026-01-01-to-2026-11-25.csv */
export function figuresFileName(name: ReportName, { key }: Pick<Figures, "key">, { from, to }: Range): string {
  return `${name}-${key}-${from}-to-${to}.csv`;
}
