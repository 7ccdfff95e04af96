import type { ReactNode } from "react";

/**
 * What tells the parts of a chart apart: a pattern each, in one ink, so that nothing hangs on colour and it works on light
 * and dark paper, in forced colours and in print. Presentation attributes alone: the page allows no style attributes.
 */
const PATTERNS: readonly ReactNode[] = [
  <rect key="solid" width="8" height="8" fill="currentColor" />,
  <path key="hatched" d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke="currentColor" strokeWidth="2" />,
  <circle key="dotted" cx="4" cy="4" r="1.7" fill="currentColor" />,
  <path key="lined" d="M0 2h8M0 6h8" stroke="currentColor" strokeWidth="1.2" />,
  null,
];

/** The ink of a chart's marks, and of a chart in forced colours. */
export const INK = "text-accent forced-colors:text-[color:CanvasText]";

/** The patterns of one chart, which its bars name by `markOf`. */
export function Marks({ chart }: { chart: string }) {
  return (
    <defs>
      {PATTERNS.map((pattern, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the number is the name
        <pattern key={i} id={`${chart}-${i}`} width="8" height="8" patternUnits="userSpaceOnUse">
          {pattern}
        </pattern>
      ))}
    </defs>
  );
}

/** How the bar of part `i` is drawn. */
export function markOf(chart: string, i: number) {
  return { fill: `url(#${chart}-${i % PATTERNS.length})`, stroke: "currentColor", strokeWidth: 1 };
}

/** Which pattern is what; nothing where there is only one. */
export function Legend({ chart, labels }: { chart: string; labels: readonly string[] }) {
  if (labels.length < 2) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.92rem]" aria-hidden="true">
      {labels.map((label, i) => (
        <li key={label} className="flex items-center gap-2">
          <svg width="22" height="14" aria-hidden="true" className={INK}>
            <rect x="0.5" y="0.5" width="21" height="13" {...markOf(chart, i)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The round number at which a scale ends, not below `most`. */
export function scaleOf(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((end) => end >= most) ?? most;
}
