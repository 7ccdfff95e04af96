import type { Survey } from "@/lib/mentoring/surveys/survey";

export const SURVEY_COMMANDS = ["edit", "open", "discard", "close"] as const;
export type SurveyCommand = (typeof SURVEY_COMMANDS)[number];

export type SurveyRefusal =
  | "not-staff"
  | "not-found"
  | "changed-meanwhile"
  | "not-a-draft"
  | "not-open"
  | "no-questions"
  | "in-the-past"
  | "too-many-questions"
  | "too-few-options"
  | "too-many-options"
  | "option-twice"
  | "option-too-long";

/** Why a command may not happen; null when it may. What members were asked never changes, so only a draft is edited. */
export function whyNot(
  { status, questions, endsAt }: Pick<Survey, "status" | "questions" | "endsAt">,
  command: SurveyCommand,
  now: Date,
): SurveyRefusal | null {
  if (command === "close") return status === "open" ? null : "not-open";
  if (status !== "draft") return "not-a-draft";
  if (command !== "open") return null;
  if (questions.length === 0) return "no-questions";
  return endsAt <= now ? "in-the-past" : null;
}

/** Whether it takes answers: the day decides, not the sweep. */
export function isOpen({ status, startsAt, endsAt }: Pick<Survey, "status" | "startsAt" | "endsAt">, now: Date): boolean {
  return status === "open" && startsAt <= now && endsAt > now;
}
