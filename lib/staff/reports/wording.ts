import { capital } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { ChosenRange, Preset } from "./range";
import type { ReportName } from "./report";

/** The outcomes of proposals, in the order of charts and tables. */
export const OUTCOMES = [
  { status: "accepted", label: "Accepted" },
  { status: "rejected", label: "Rejected" },
  { status: "expired", label: "Expired" },
  { status: "withdrawn", label: "Withdrawn" },
  { status: "sent", label: "Waiting" },
] as const;

/** Why relationships end. An unknown reason is shown as stored. */
export function sayEnd(because: string, { mentor, mentee }: Settings["words"]): string {
  const ends: Record<string, string> = {
    completed: "Ended as agreed",
    mentee: `Ended by the ${mentee}`,
    mentor: `Ended by the ${mentor}`,
    staff: "Ended by the society",
    "mentee-left": `The ${mentee} left`,
    "mentor-left": `The ${mentor} left`,
  };
  return ends[because] ?? capital(because.replaceAll("-", " "));
}

/** The reports, as staff choose them. */
export function sayReport(name: ReportName, { mentors, mentees }: Settings["words"]): { title: string; about: string } {
  switch (name) {
    case "registrations":
      return { title: "Registrations", about: `Who joins, month by month: ${mentors}, ${mentees} or both.` };
    case "proposals":
      return { title: "Proposals", about: "How many are sent, and how they end." };
    case "topics":
      return { title: "Topics", about: `Which topics ${mentees} ask about, and which ${mentors} offer.` };
    case "answers":
      return { title: "Time to reply", about: `How quickly ${mentors} reply, and how many reminders that takes.` };
    case "relationships":
      return {
        title: "Relationships",
        about: "How many begin, continue and end; how soon they get going, why they end and how long they last.",
      };
    case "meetings":
      return { title: "Meetings", about: "How many are arranged and held, in total and per relationship." };
    case "gaps":
      return {
        title: "Who is left out",
        about: `${capital(mentors)} whom nobody asks or who never reply, and ${mentees} who ask nobody.`,
      };
    case "own-questions":
      return {
        title: "Answers to your own questions",
        about: `How many ${mentors} and ${mentees} gave which answer to the society’s own questions.`,
      };
  }
}

export const PRESETS: readonly { preset: Preset; label: string }[] = [
  { preset: "12-months", label: "Last 12 months" },
  { preset: "year", label: "This year" },
  { preset: "all", label: "All" },
];

/** Why a different range is shown than was asked for; null if it is the same. */
export function sayRangeProblem(
  { problem }: Pick<ChosenRange, "problem">,
  shown = "The last 12 months are shown below.",
): string | null {
  switch (problem) {
    case "not-a-day":
      return `One of these dates does not exist. Enter dates like 2026-01-31. ${shown}`;
    case "wrong-order":
      return `The first day is after the last day. ${shown}`;
    case "too-long":
      return `That is more than 25 years. ${shown}`;
    default:
      return null;
  }
}

/** "November 2026", from 2026-11. */
export function sayMonth(name: string): string {
  return `${NAMES[Number(name.slice(5)) - 1]} ${name.slice(0, 4)}`;
}

/** "9 hours", "2.5 days". */
export function sayHours(hours: number): string {
  if (hours < 36) return Math.round(hours) === 1 ? "1 hour" : `${Math.round(hours)} hours`;
  return `${(hours / 24).toFixed(1)} days`;
}

const NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"].concat([
  "November",
  "December",
]);
