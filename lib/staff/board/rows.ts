import type { MenteeGapRow, MentorGapRow } from "@/lib/staff/reports/gaps/queries";
import type * as reports from "@/lib/staff/reports/queries";

/** What the board is made of. A row's month is 1 for the period before and 2 for the period itself. */
export interface BoardRows {
  joined: reports.JoinedRow[];
  outcomes: reports.OutcomeRow[];
  answers: reports.AnswerRow[];
  begun: reports.BegunRow[];
  /** Relationships with a meeting held. */
  met: { month: number; count: number }[];
  /** Answers from 1 to 5, by the day on which they were counted. */
  satisfaction: { month: number; value: number; count: number }[];
  /** Of the period alone. */
  topics: reports.TopicRow[];
  /** By when they joined: 0 before both periods, 3 after them. */
  mentors: MentorGapRow[];
  mentees: MenteeGapRow[];
  /** Relationships under way that are silent, by when they began, as above. */
  silent: { month: number; count: number }[];
  waiting: { topic: number; count: number }[];
  places: { topic: number; mentors: number; places: number }[];
}
