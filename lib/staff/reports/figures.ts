import type { Settings } from "@/lib/society/settings/settings";
import type { AnswerRow, JoinedRow, OutcomeRow, RejectionRow, ReminderRow, TopicRow } from "./queries";
import type { Month } from "./range";
import { type Amount, type Column, type Figures, sayAmount, share } from "./report";
import { OUTCOMES, sayHours, sayMonth } from "./wording";

const COUNT = { as: "count", isDrawn: true } as const;
const TOTAL: Column = { label: "All", as: "count" };

/** Who registered, by month, with the roles that they hold now. */
export function registrationFigures(rows: readonly JoinedRow[], months: readonly Month[], { words }: Settings): Figures[] {
  const count = (month: number, isMentor: boolean, isMentee: boolean) =>
    total(rows.filter((row) => row.month === month && row.isMentor === isMentor && row.isMentee === isMentee));
  const byMonth = months.map((month, i) => {
    const roles = [count(i + 1, true, false), count(i + 1, false, true), count(i + 1, true, true), count(i + 1, false, false)];
    return { label: sayMonth(month.name), amounts: [...roles, sum(roles)] };
  });
  const all = total(rows);
  const [mentors, mentees] = [total(rows.filter((row) => row.isMentor)), total(rows.filter((row) => row.isMentee))];
  return [
    {
      key: "by-month",
      heading: "Registrations by month",
      summary: `${sayAmount(all, "count")} registered: ${sayAmount(mentors, "count")} as ${words.mentors} and ${sayAmount(mentees, "count")} as ${words.mentees}. Members with both roles are counted in both.`,
      note: "By the roles that each account has now. Accounts that have since been closed or erased are included; erased ones have no role.",
      rowsAre: "months",
      rowLabel: "Month",
      columns: [
        { label: `Only ${words.mentor}`, ...COUNT },
        { label: `Only ${words.mentee}`, ...COUNT },
        { label: "Both", ...COUNT },
        { label: "No role", ...COUNT },
        TOTAL,
      ],
      rows: byMonth,
      isStacked: true,
    },
  ];
}

const OUTCOME_COLUMNS: Column[] = [
  ...OUTCOMES.map(({ label }) => ({ label, ...COUNT })),
  TOTAL,
  { label: "Share accepted", as: "share" },
];

/** What became of proposals, by the month in which they were sent. */
export function outcomeFigures(rows: readonly OutcomeRow[], months: readonly Month[]): Figures[] {
  const all = outcomesOf(rows);
  return [
    {
      key: "by-month",
      heading: "Proposals by outcome",
      summary: `${sayAmount(all[5] ?? 0, "count")} sent: ${OUTCOMES.map(({ label }, i) => `${sayAmount(all[i], "count")} ${label.toLowerCase()}`).join(", ")}.`,
      note: "By the month in which they were sent. A reopened proposal counts in the month in which it was last reopened. The share accepted is of those that were accepted, rejected or expired.",
      rowsAre: "months",
      rowLabel: "Month sent",
      columns: OUTCOME_COLUMNS,
      rows: months.map((month, i) => ({
        label: sayMonth(month.name),
        amounts: outcomesOf(rows.filter((row) => row.month === i + 1)),
      })),
      isStacked: true,
    },
  ];
}

/** Why proposals were rejected, in the order of the society's list; a retired reason only where somebody chose it. */
export function rejectionFigures(rows: readonly RejectionRow[], { rejectionReasons, words }: Settings): Figures[] {
  const all = total(rows);
  const lines = [
    ...rejectionReasons.map(({ id, label, retired }) => ({ id, label, retired })),
    { id: null, label: "No reason chosen", retired: false },
  ]
    .map(({ id, label, retired }) => ({ id, label, retired, count: total(rows.filter(({ because }) => because === id)) }))
    .filter(({ retired, count }) => !retired || count > 0);
  const first = lines.toSorted((a, b) => b.count - a.count)[0];
  return [
    {
      key: "why-rejected",
      heading: "Why proposals were rejected",
      summary:
        first && all > 0
          ? `${sayAmount(all, "count")} rejected. Most often: ${first.label} (${sayAmount(first.count, "count")}).`
          : "No proposal from this period was rejected.",
      note: `Of the proposals sent in this period. Only the ${words.mentee} can read what a ${words.mentor} adds in their own words.`,
      rowsAre: "things",
      rowLabel: "Reason",
      columns: [
        { label: "Proposals", ...COUNT },
        { label: "Of all", as: "share" },
      ],
      rows: lines.map(({ id, label, count }) => ({ label, of: id ?? undefined, amounts: [count, share(count, all)] })),
      isStacked: false,
    },
  ];
}

/** What became of proposals, by topic; the most asked for first. */
export function topicFigures(rows: readonly TopicRow[], { topics }: Settings): Figures[] {
  const ids = [...new Set([...topics.map(({ id }) => id), ...rows.map(({ topic }) => topic)])];
  const byTopic = ids
    .map((id) => ({ id, label: topics.find((topic) => topic.id === id)?.label ?? `Topic ${id}` }))
    .filter(({ id }) => rows.some(({ topic }) => topic === id) || topics.some((topic) => topic.id === id && !topic.retired))
    .map(({ id, label }) => ({ label, of: id, amounts: outcomesOf(rows.filter((row) => row.topic === id)) }))
    .sort((a, b) => (b.amounts[5] ?? 0) - (a.amounts[5] ?? 0));
  const first = byTopic[0];
  return [
    {
      key: "by-topic",
      heading: "Proposals by topic",
      summary:
        first && (first.amounts[5] ?? 0) > 0
          ? `Most requested: ${first.label}, in ${sayAmount(first.amounts[5], "count")} proposals.`
          : "No proposals were sent in this period.",
      note: "A proposal about several topics counts in each of them. Small numbers can identify a person: think of that before you pass the file on.",
      rowsAre: "things",
      rowLabel: "Topic",
      columns: OUTCOME_COLUMNS,
      rows: byTopic,
      isStacked: true,
    },
  ];
}

/** How quickly proposals are answered, and after how many reminders. */
export function answerFigures(
  answers: readonly AnswerRow[],
  reminders: readonly ReminderRow[],
  months: readonly Month[],
  { proposals, words }: Settings,
): Figures[] {
  const byMonth = months.map((month, i) => {
    const row = answers.find((answer) => answer.month === i + 1);
    const [median, slowest] = [days(row?.median), days(row?.slowest)];
    return { label: sayMonth(month.name), amounts: [row?.answered ?? 0, median, slowest] };
  });
  const answered = total(reminders.filter(({ isAnswered }) => isAnswered));
  const all = total(reminders);
  const before = (day: number) => total(reminders.filter((row) => row.isAnswered && row.remindedDay < day));
  const steps = [
    ...proposals.remindAfterDays.map((day) => ({ label: `Before the reminder of day ${day}`, count: before(day) })),
  ];
  return [
    {
      key: "by-month",
      heading: "Time to reply",
      summary: sayPace(answers),
      note: `In days, for proposals that the ${words.mentor} accepted or rejected, by the month in which they were sent. The most recent months look quicker than they really are, because the slow replies are still to come.`,
      rowsAre: "months",
      rowLabel: "Month sent",
      columns: [
        { label: "Replied to", as: "count" },
        { label: "Half replied to within (days)", as: "decimal", isDrawn: true },
        { label: "Nine in ten replied to within (days)", as: "decimal", isDrawn: true },
      ],
      rows: byMonth,
      isStacked: false,
    },
    {
      key: "by-reminder",
      heading: "Replies before each reminder",
      summary: `${sayAmount(share(answered, all), "share")} of ${sayAmount(all, "count")} proposals that are no longer open received a reply.`,
      note: "Of all proposals that were replied to or expired. Each line includes the one before it.",
      rowsAre: "things",
      rowLabel: "Replied to",
      columns: [
        { label: "Proposals", as: "count", isDrawn: true },
        { label: "Of all", as: "share" },
      ],
      rows: [
        ...steps.map(({ label, count }) => ({ label, amounts: [count, share(count, all)] })),
        { label: `By the deadline on day ${proposals.expireAfterDays}`, amounts: [answered, share(answered, all)] },
        { label: "Never (expired)", amounts: [all - answered, share(all - answered, all)] },
      ],
      isStacked: false,
    },
  ];
}

function sayPace(answers: readonly AnswerRow[]): string {
  const answered = answers.reduce((all, one) => all + one.answered, 0);
  if (answered === 0) return "No proposal from this period has received a reply.";
  const medians = answers.map(({ median }) => median);
  const [low, high] = [Math.min(...medians), Math.max(...medians)];
  const range = sayHours(low) === sayHours(high) ? sayHours(low) : `between ${sayHours(low)} and ${sayHours(high)}`;
  return `${sayAmount(answered, "count")} answered; depending on the month, half of the answers came within ${range}.`;
}

/** The outcomes in the order of OUTCOMES, their sum, and the share accepted of those decided. */
function outcomesOf(rows: readonly { status: string; count: number }[]): Amount[] {
  const counts = OUTCOMES.map(({ status }) => total(rows.filter((row) => row.status === status)));
  const [accepted = 0, rejected = 0, expired = 0] = counts;
  return [...counts, sum(counts), share(accepted, accepted + rejected + expired)];
}

function days(hours: number | undefined): Amount {
  return hours === undefined ? null : hours / 24;
}

function total(rows: readonly { count: number }[]): number {
  return sum(rows.map(({ count }) => count));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}
