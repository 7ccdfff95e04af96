import { stringify } from "csv-stringify/sync";

export type Cell = string | number | boolean | null;

/** A file that a spreadsheet does not obey: made here, or the type check refuses to give it out. */
export type Csv = string & { readonly isObeyed: false };

/**
 * A table as CSV (RFC 4180) that spreadsheets open as it is: in UTF-8 and saying so, and with every cell that one of them
 * would take for a formula made into text, by an apostrophe before it. Numbers stay numbers.
 */
export function makeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): Csv {
  return stringify(
    [header, ...rows].map((row) => row.map(toText)),
    {
      bom: true,
      record_delimiter: "windows",
      // Lines within a cell end as they were typed, which is not how rows end.
      quoted_match: /[\r\n]/,
    },
  ) as Csv;
}

/** What begins a formula in Excel, LibreOffice or Google Sheets, also after white space, and in the wide forms of East Asia. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

function toText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
