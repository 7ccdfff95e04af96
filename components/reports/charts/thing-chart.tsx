import { type Figures, sayAmount } from "@/lib/staff/reports/report";
import { INK, Legend, Marks, markOf } from "./marks";

const LINE = 20;
const BAR = 14;
const GAP = 12;

/** Bars for things that have names, each under its name, however narrow the screen. Otherwise like MonthChart. */
export function ThingChart({ chart, figures }: { chart: string; figures: Figures }) {
  const parts = figures.columns.flatMap((column, at) => (column.isDrawn ? [{ ...column, at }] : []));
  const { rows, isStacked } = figures;
  const widths = rows.map(({ amounts }) => parts.map(({ at }) => amounts[at] ?? 0));
  const most = Math.max(...widths.map((row) => (isStacked ? sum(row) : Math.max(...row))), 1);
  const bars = isStacked ? 1 : parts.length;
  const step = LINE + bars * BAR + GAP;
  return (
    <div className="grid gap-3">
      <Legend chart={chart} labels={parts.map(({ label }) => label)} />
      <svg
        role="img"
        aria-labelledby={`${chart}-title ${chart}-desc`}
        width="100%"
        height={rows.length * step}
        className={`block max-w-[52rem] ${INK}`}
      >
        <title id={`${chart}-title`}>{figures.heading}</title>
        <desc id={`${chart}-desc`}>{figures.summary}</desc>
        <Marks chart={chart} />
        {rows.map(({ label, amounts }, i) => {
          const row = widths[i] ?? [];
          return (
            <g key={label}>
              <text
                x="0"
                y={i * step + 15}
                fill="currentColor"
                className="text-[0.85rem] text-ink forced-colors:text-[color:CanvasText]"
              >
                {label}
              </text>
              {parts.map(({ label: part, at, as }, k) => {
                const width = ((row[k] ?? 0) / most) * 99;
                if (width === 0) return null;
                return (
                  <rect
                    key={part}
                    x={`${round(0.2 + (isStacked ? (sum(row.slice(0, k)) / most) * 99 : 0))}%`}
                    width={`${round(width)}%`}
                    y={i * step + LINE + (isStacked ? 0 : k * BAR)}
                    height={BAR}
                    {...markOf(chart, k)}
                  >
                    <title>{`${label}, ${part}: ${sayAmount(amounts[at], as)}`}</title>
                  </rect>
                );
              })}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, one) => all + one, 0);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
