import { type Figures, sayAmount } from "@/lib/staff/reports/report";
import { INK, Legend, Marks, markOf, scaleOf } from "./marks";

const PLOT = { top: 14, height: 190, bottom: 26 };
/** In hundredths of the width: room for the numbers of the scale. */
const LEFT = 11;
/** How many months are named beneath, so that names fit a phone. */
const MOST_NAMES = 4;

/**
 * Columns for months. Widths are shares of whatever width there is and letters keep their size, so it needs no script to be
 * read on a phone. For whoever does not see it: the heading and a sentence, and the table beneath.
 */
export function MonthChart({ chart, figures }: { chart: string; figures: Figures }) {
  const parts = figures.columns.flatMap((column, at) => (column.isDrawn ? [{ ...column, at }] : []));
  const { rows, isStacked } = figures;
  const heights = rows.map(({ amounts }) => parts.map(({ at }) => amounts[at] ?? 0));
  const scale = scaleOf(Math.max(...heights.map((row) => (isStacked ? sum(row) : Math.max(...row))), 0));
  const slot = (100 - LEFT) / rows.length;
  const every = Math.ceil(rows.length / MOST_NAMES);
  const toHeight = (amount: number) => (amount / scale) * PLOT.height;
  return (
    <div className="grid gap-3">
      <Legend chart={chart} labels={parts.map(({ label }) => label)} />
      <svg
        role="img"
        aria-labelledby={`${chart}-title ${chart}-desc`}
        width="100%"
        height={PLOT.top + PLOT.height + PLOT.bottom}
        className={`block max-w-[52rem] ${INK}`}
      >
        <title id={`${chart}-title`}>{figures.heading}</title>
        <desc id={`${chart}-desc`}>{figures.summary}</desc>
        <Marks chart={chart} />
        {[0, 0.5, 1].map((step) => {
          const y = PLOT.top + PLOT.height * (1 - step);
          return (
            <g key={step} className="text-soft forced-colors:text-[color:CanvasText]">
              <line x1={`${LEFT}%`} x2="100%" y1={y} y2={y} stroke="currentColor" strokeWidth="1" strokeOpacity="0.4" />
              <text x={`${LEFT - 1.5}%`} y={y + 4} textAnchor="end" fill="currentColor" className="text-[0.75rem]">
                {SHORT.format(scale * step)}
              </text>
            </g>
          );
        })}
        {rows.map(({ label, amounts }, i) => {
          const row = heights[i] ?? [];
          return parts.map(({ label: part, at, as }, k) => {
            const height = toHeight(row[k] ?? 0);
            if (height === 0) return null;
            const below = isStacked ? toHeight(sum(row.slice(0, k))) : 0;
            const width = (slot * 0.74) / (isStacked ? 1 : parts.length);
            const x = LEFT + slot * (i + 0.13) + (isStacked ? 0 : width * k);
            return (
              <rect
                key={`${label} ${part}`}
                x={`${round(x)}%`}
                width={`${round(width)}%`}
                y={round(PLOT.top + PLOT.height - below - height)}
                height={round(height)}
                {...markOf(chart, k)}
              >
                <title>{`${label}, ${part}: ${sayAmount(amounts[at], as)}`}</title>
              </rect>
            );
          });
        })}
        {rows.map(({ label }, i) =>
          i % every === 0 ? (
            <text
              key={label}
              x={`${round(LEFT + slot * (i + 0.5))}%`}
              y={PLOT.top + PLOT.height + 18}
              textAnchor="middle"
              fill="currentColor"
              className="text-[0.75rem] text-soft forced-colors:text-[color:CanvasText]"
            >
              {`${label.slice(0, 3)} ${label.slice(-4)}`}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}

/** 1.2K */
const SHORT = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, one) => all + one, 0);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
