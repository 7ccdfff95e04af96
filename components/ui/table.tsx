// biome-ignore-all lint/a11y/noRedundantRoles: a browser forgets what a table is once it is displayed as blocks
"use client";

import type { ReactNode } from "react";

interface TableProps {
  /** What the table holds; its name for those who do not see it. */
  caption: string;
  isCaptionShown?: boolean;
  /** A column of numbers is set to the right. */
  columns: readonly { label: string; isNumber?: boolean }[];
  /** Each row in the order of the columns; the first cell names the row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** Numbers that are compared down their column stay in it on a phone too, and scroll. */
  isMatrix?: boolean;
}

/**
 * Rows and columns. On a phone each row is a block of its own, with the columns' names beside what they hold. What is still
 * too wide scrolls by itself. For the browser too, so that a page carries what is in the cells, and not each cell's markup a second time.
 */
export function Table({ caption, isCaptionShown = false, columns, rows, isMatrix = false }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard must be able to scroll it
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table role="table" className={`w-full border-collapse text-left tabular-nums ${isMatrix ? "" : "stacks"}`}>
        <caption className={isCaptionShown ? "pb-2 text-left font-semibold" : "sr-only"}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" className="border-b border-rule">
            {columns.map(({ label, isNumber }) => (
              <th
                key={label}
                role="columnheader"
                scope="col"
                className={`${CELL} text-[0.92rem] font-semibold text-soft ${isNumber ? RIGHT : ""}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells }) => (
            <tr key={key} role="row" className="border-b border-rule align-top">
              {cells.map((cell, i) => {
                const column = columns[i];
                const className = `${CELL} ${column?.isNumber ? RIGHT : ""}`;
                return i === 0 ? (
                  <th key={column?.label} role="rowheader" scope="row" className={`${className} font-[450]`}>
                    {cell}
                  </th>
                ) : (
                  <td key={column?.label} role="cell" data-label={column?.label} className={className}>
                    <div>{cell}</div>
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
