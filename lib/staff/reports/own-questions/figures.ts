import { capital } from "@/lib/foundation/wording";
import type { ProfileQuestion } from "@/lib/people/profile-questions/profile-question";
import { offered, type Settings } from "@/lib/society/settings/settings";
import { type Figures, type Row, share } from "../report";

/** How often each choice of a question was chosen, and by how many members it was answered. */
export interface ChoiceRow extends Pick<ProfileQuestion, "id" | "role" | "question" | "kind" | "options"> {
  /** The name of the programme that asks it of those who join; null: it is asked on profiles. */
  programme: string | null;
  answered: number;
  chosen: Record<string, number>;
}

/** Below so many answers no figure is shown: it would tell who gave them. */
export const FEWEST = 5;

/** A table for each of the society's own questions in which something is chosen. */
export function ownQuestionFigures(questions: readonly ChoiceRow[], { words }: Settings): Figures[] {
  return questions.map(({ id, role, question, kind, options, programme, answered, chosen }) => {
    const who = answered === 1 ? words[role] : words[`${role}s`];
    const isShown = answered >= FEWEST;
    const ids = Object.keys(chosen).map(Number);
    const choices = kind === "yes-no" ? YES_NO : offered(options, ids).map(({ id, label }) => [String(id), label] as const);
    return {
      key: `question-${id}`,
      heading: `${programme === null ? "" : `${programme}. `}${capital(words[role])}: ${question}`,
      summary: isShown
        ? `${answered.toLocaleString("en-GB")} ${who} have answered.`
        : `Fewer than ${FEWEST} ${words[`${role}s`]} have answered, so no figures are shown.`,
      note: `A figure below ${FEWEST} is not shown.`,
      rowsAre: "things",
      rowLabel: "Answer",
      columns: [
        { label: `${capital(words[`${role}s`])} who chose it`, as: "count", isDrawn: true },
        { label: "Share", as: "share" },
      ],
      rows: isShown ? choices.map(([choice, label]) => toRow(label, chosen[choice] ?? 0, answered)) : [],
      isStacked: false,
    };
  });
}

const YES_NO = [
  ["yes", "Yes"],
  ["no", "No"],
] as const;

function toRow(label: string, count: number, answered: number): Row {
  return { label, amounts: count < FEWEST ? [null, null] : [count, share(count, answered)] };
}
