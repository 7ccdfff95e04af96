import { type Cell, type Csv, makeCsv } from "@/lib/foundation/csv";
import { addDays } from "@/lib/foundation/dates";
import { readId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { AGES } from "@/lib/staff/members/input";
import { answerFigures, outcomeFigures, registrationFigures, rejectionFigures, topicFigures } from "./figures";
import { countMenteeGaps, countMentorGaps } from "./gaps/queries";
import { withLeads } from "./leads";
import {
  countEnds,
  countGoing,
  countMeetings,
  countOutcomes,
  countRegistrations,
  countRejections,
  countRelationships,
  countReminders,
  countTopics,
  findFirstDay,
  mayReport,
  measureAnswers,
} from "./queries";
import { type AskedRange, type ChosenRange, chooseRange, monthsOf, type Range } from "./range";
import { endFigures, gapFigures, meetingFigures, relationshipFigures } from "./relationship-figures";
import { type Figures, REPORTS, type ReportName } from "./report";

export interface Report {
  range: ChosenRange;
  /** The programme that it is about; null: all of them together, or a report that knows none. */
  programme: string | null;
  figures: Figures[];
}

/** The time within which a first conversation counts as prompt. */
const FIRST_DAYS = 30;

export function isReport(name: string): name is ReportName {
  return (REPORTS as readonly string[]).includes(name);
}

/** A report for a range of days; null if the viewer is not staff. At most three queries. */
export async function makeReport(
  viewer: Pick<Viewer, "staff">,
  name: ReportName,
  asked: AskedRange & { programme?: string | string[] | undefined },
  settings: Settings,
  now: Date,
): Promise<Report | null> {
  if (!mayReport(viewer)) return null;
  const { timeZone } = settings.society;
  const range = chooseRange(asked, await findFirstDay(now, timeZone), now, timeZone);
  const programme = isByProgramme(name) ? readId(asked.programme) : null;
  const figures = await reckon(name, range, programme, settings, now);
  const months = monthsOf(range, timeZone);
  const lead = (one: Figures) => withLeads(name, one, months, settings, programme);
  return { range, programme, figures: figures.map(lead) };
}

/** Whether it counts what belongs to a programme; members, and what they look for, belong to none. */
export function isByProgramme(name: ReportName): boolean {
  return name !== "registrations" && name !== "gaps";
}

async function reckon(
  name: ReportName,
  range: Range,
  programme: string | null,
  settings: Settings,
  now: Date,
): Promise<Figures[]> {
  const { timeZone } = settings.society;
  const months = monthsOf(range, timeZone);
  switch (name) {
    case "registrations":
      return registrationFigures(await countRegistrations(months), months, settings);
    case "proposals": {
      const [outcomes, rejections] = await Promise.all([countOutcomes(months, programme), countRejections(months, programme)]);
      return [...outcomeFigures(outcomes, months), ...rejectionFigures(rejections, settings)];
    }
    case "topics":
      return topicFigures(await countTopics(months, programme), settings);
    case "answers": {
      const [answers, reminders] = await Promise.all([measureAnswers(months, programme), countReminders(months, programme)]);
      return answerFigures(answers, reminders, months, settings);
    }
    case "relationships": {
      const [relationships, ends] = await Promise.all([
        countRelationships(months, programme, addDays(now, -FIRST_DAYS, timeZone)),
        countEnds(months, programme),
      ]);
      return [...relationshipFigures(relationships, months), ...endFigures(ends, settings)];
    }
    case "meetings": {
      const [meetings, relationships] = await Promise.all([countMeetings(months, programme), countGoing(months, programme)]);
      return meetingFigures(meetings, relationships, months);
    }
    case "gaps": {
      const limits = AGES.map((days) => addDays(now, -days, timeZone));
      const [mentors, mentees] = await Promise.all([countMentorGaps(limits), countMenteeGaps(limits)]);
      return gapFigures(mentors, mentees, settings);
    }
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
