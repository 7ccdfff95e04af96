import type { ReactNode } from "react";

interface TableProps {
  /** What the table holds; its name for those who do not see it. */
  caption: string;
  isCaptionShown?: boolean;
  /** A column of numbers is set to the right. */
  columns: readonly { label: string; isNumber?: boolean }[];
  /** Each row in the order of the columns; the first cell names the row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** Rows and columns, which scroll by themselves where the screen is narrower than they are. */
export function Table({ caption, isCaptionShown = false, columns, rows }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard must be able to scroll it
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full border-collapse text-left tabular-nums">
        <caption className={isCaptionShown ? "pb-2 text-left font-semibold" : "sr-only"}>{caption}</caption>
        <thead>
          <tr className="border-b border-rule">
            {columns.map(({ label, isNumber }) => (
              <th key={label} scope="col" className={`${CELL} text-[0.92rem] font-semibold text-soft ${isNumber ? RIGHT : ""}`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-b border-rule align-top">
              {cells.map((cell, i) => {
                const column = columns[i];
                const className = `${CELL} ${column?.isNumber ? RIGHT : ""}`;
                return i === 0 ? (
                  <th key={column?.label} scope="row" className={`${className} font-[450]`}>
                    {cell}
                  </th>
                ) : (
                  <td key={column?.label} className={className}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const CELL = "py-2.5 pr-5 last:pr-0";
const RIGHT = "text-right";
