import type { Figures } from "@/lib/staff/reports/report";
import type { Board, Line } from "./board";
import { sayShortage, TOPICS_HEADING } from "./wording";

const BARS = { rowsAre: "things", rowLabel: "", isStacked: false } as const;
const OUTCOMES = ["accepted", "rejected", "expired", "withdrawn", "open"];

/** What became of the proposals, beside the period before. */
export function outcomesDrawn({ parts }: Pick<Board, "parts">): Figures {
  const lines = parts.flatMap((part) => part.lines);
  const rows = OUTCOMES.flatMap((key) => lines.find((line) => line.key === key) ?? []);
  return {
    ...BARS,
    key: "outcomes",
    heading: "Proposals by outcome, in the period and in the one before",
    summary: `${rows.map(({ label, amount, before }) => `${label}: ${amount}, before that ${before}`).join("; ")}.`,
    columns: [
      { label: "This period", as: "count", isDrawn: true },
      { label: "Period before", as: "count", isDrawn: true },
    ],
    rows: rows.map(({ label, amount, before }: Line) => ({ label, amounts: [amount, before ?? null] })),
  };
}

/** How many wait for each topic, beside the free places. */
export function topicsDrawn({ topics }: Pick<Board, "topics">): Figures {
  return {
    ...BARS,
    key: "topics",
    heading: TOPICS_HEADING,
    summary: sayShortage(topics),
    columns: [
      { label: "People waiting", as: "count", isDrawn: true },
      { label: "Free places", as: "count", isDrawn: true },
    ],
    rows: topics.map(({ label, waiting, places }) => ({ label, amounts: [waiting, places] })),
  };
}
