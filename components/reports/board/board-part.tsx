import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { Line, Part } from "@/lib/staff/board/board";
import { type Amount, type Figures, sayAmount } from "@/lib/staff/reports/report";
import { ThingChart } from "../charts/thing-chart";

/** One part of the board: each number with the one before, and under it how it is counted. */
export function BoardPart({ part: { key, heading, lines }, children }: { part: Part; children?: ReactNode }) {
  return (
    <section aria-labelledby={key} className="grid grid-cols-1 gap-4">
      <h2 id={key}>{heading}</h2>
      {children}
      <dl className="grid gap-x-8 wide:grid-cols-2">
        {lines.map((line) => (
          <div key={line.key} className="grid content-start gap-0.5 border-t border-rule py-3">
            <dt className="font-semibold">{line.label}</dt>
            <dd className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
              <span className="text-[1.35rem]">
                <Figure
                  amount={line.amount}
                  line={line}
                  lead={line.lead}
                  of={line.before === undefined ? "today" : "in the period"}
                />
              </span>
              <span className="text-soft">
                {line.before === undefined ? (
                  "today"
                ) : (
                  <>
                    period before: <Figure amount={line.before} line={line} lead={line.leadBefore} of="in the period before" />
                  </>
                )}
              </span>
            </dd>
            <dd className="max-w-reading text-[0.92rem] text-soft">{line.meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Bars, unless there is nothing to draw. */
export function BoardChart({ figures }: { figures: Figures }) {
  const isDrawn = figures.rows.some(({ amounts }) => amounts.some(Boolean));
  return isDrawn && <ThingChart chart={`chart-${figures.key}`} figures={figures} />;
}

interface FigureProps {
  amount: Amount;
  line: Pick<Line, "label" | "as">;
  lead: string | undefined;
  /** Of when it is, for those who only hear the link. */
  of: string;
}

/** A number, which leads to those whom it counts. */
function Figure({ amount, line: { label, as }, lead, of }: FigureProps) {
  const said = sayAmount(amount, as);
  if (!amount || !lead) return said;
  return (
    <Link href={lead} className="inline-block min-w-6 py-0.5">
      {said}
      <span className="sr-only">{`: ${label}, ${of}`}</span>
    </Link>
  );
}
