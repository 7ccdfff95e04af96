import { capital } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { ChosenRange, Preset } from "./range";
import type { ReportName } from "./report";

/** What becomes of a proposal, in the order in which charts and tables have it. */
export const OUTCOMES = [
  { status: "accepted", label: "Accepted" },
  { status: "rejected", label: "Rejected" },
  { status: "expired", label: "Expired" },
  { status: "withdrawn", label: "Withdrawn" },
  { status: "sent", label: "Waiting" },
] as const;

/** Why relationships end. What is not named here is said as it is kept. */
export function sayEnd(because: string, { mentor, mentee }: Settings["words"]): string {
  const ends: Record<string, string> = {
    completed: "Came to the agreed end",
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
      return { title: "Proposals", about: "How many are sent, and what becomes of them." };
    case "topics":
      return { title: "Topics", about: "What help is asked for, and where it is found." };
    case "answers":
      return { title: "Time to answer", about: `How quickly ${mentors} answer, and how many reminders that takes.` };
    case "relationships":
      return {
        title: "Relationships",
        about: "How many begin, go on and end; whether they get going, why they end, how long they last.",
      };
    case "meetings":
      return { title: "Meetings", about: "How many are arranged and held, and how many that is for each relationship." };
    case "gaps":
      return {
        title: "Who is left out",
        about: `${capital(mentors)} nobody asks or who never answer, ${mentees} who ask nobody.`,
      };
  }
}

export const PRESETS: readonly { preset: Preset; label: string }[] = [
  { preset: "12-months", label: "Last 12 months" },
  { preset: "year", label: "This year" },
  { preset: "all", label: "All" },
];

/** Why the days that were asked for are not those shown; null when they are. */
export function sayRangeProblem({ problem }: Pick<ChosenRange, "problem">): string | null {
  switch (problem) {
    case "not-a-day":
      return "One of these days does not exist: write them as 2026-01-31. Below are the last 12 months.";
    case "wrong-order":
      return "The first day comes after the last one. Below are the last 12 months.";
    case "too-long":
      return "That is more than 25 years. Below are the last 12 months.";
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
