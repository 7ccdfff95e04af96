import { stringify } from "csv-stringify/sync";
import { pause } from "./in-pieces";

export type Cell = string | number | boolean | null;

/** A CSV file whose cells no spreadsheet runs as formulas. It can only be made here: routes accept no other type. */
export type Csv = string & { readonly isObeyed: false };

/**
 * A table as CSV (RFC 4180) in UTF-8 with a byte order mark. Cells that a spreadsheet would run as a formula get an apostrophe
 * in front, which makes them text. Numbers stay numbers.
 */
export function makeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): Csv {
  return write([header, ...rows], true) as Csv;
}

/** The same for a table that comes in pieces, because it may be long: the file, piece by piece. */
export async function* csvInPieces(
  header: readonly string[],
  pieces: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<Csv> {
  yield write([header], true) as Csv;
  for await (const rows of pieces) {
    yield write(rows, false) as Csv;
    await pause();
  }
}

function write(rows: readonly (readonly Cell[])[], bom: boolean): string {
  return stringify(
    rows.map((row) => row.map(toText)),
    {
      bom,
      record_delimiter: "windows",
      // Lines within a cell end as they were typed, which is not how rows end.
      quoted_match: /[\r\n]/,
    },
  );
}

/** What begins a formula in Excel, LibreOffice or Google Sheets, also after white space, and in the wide forms of East Asia. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

function toText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
