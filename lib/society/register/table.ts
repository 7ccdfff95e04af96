import { type FileLine, readLines } from "./lines";
import { guessMapping } from "./mapping";

/** So many lines may stand above the headings. */
const LINES_LOOKED_AT = 20;
/** A line is taken for the headings if it names at least so many columns that a register has. */
const ENOUGH_HEADINGS = 2;
/** What a report prints below its last row. */
const TOTAL = /^\W*(grand |sub)?(totals?|count|number of|gesamt\p{L}*|summe|anzahl|somme|nombre|totaal|aantal)(?![\p{L}-])/iu;

/** The headings of a file and then its rows, without titles above them and a total below. */
export async function* readTable(file: { text: string; delimiter: string }): AsyncGenerator<FileLine> {
  let looked: FileLine[] | null = [];
  let width = 0;
  for await (const line of readLines(file)) {
    if (looked) {
      looked.push(line);
      if (looked.length < LINES_LOOKED_AT) continue;
      const table = fromHead(looked);
      width = table[0]?.cells.length ?? 0;
      looked = null;
      yield* withoutTotals(table, width);
    } else if (!isTotal(line, width)) yield line;
  }
  if (looked) {
    const table = fromHead(looked);
    yield* withoutTotals(table, table[0]?.cells.length ?? 0);
  }
}

/** The delimiter that occurs most often in the first lines, outside quotation marks; the first of those that occur equally often. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => /[^\s,;]/.test(line))
    .slice(0, LINES_LOOKED_AT);
  const plain = lines.map((line) => line.replace(/"[^"]*"/g, ""));
  const counted = [",", ";", "\t"].map((delimiter) => ({
    delimiter,
    count: plain.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0),
  }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

/** `sep=;` in the first line tells a spreadsheet the delimiter. It is taken away; its line break stays, so that lines keep their numbers. */
export function takeSeparator(text: string): { text: string; delimiter: string | null } {
  const [line, delimiter = null] = /^\ufeff?"?sep=([,;\t])"?(?=[\r\n]|$)/i.exec(text) ?? [];
  return line === undefined ? { text, delimiter: null } : { text: text.slice(line.length), delimiter };
}

function fromHead(lines: FileLine[]): FileLine[] {
  const scores = lines.map(({ cells, isBroken }) => (isBroken ? 0 : countHeadings(cells)));
  const most = Math.max(0, ...scores);
  return most < ENOUGH_HEADINGS ? lines : lines.slice(scores.indexOf(most));
}

function countHeadings(cells: readonly string[]): number {
  const guess = guessMapping(cells.map((label) => ({ label })));
  return Object.values(guess).filter((place) => typeof place === "number").length;
}

function withoutTotals([head, ...rows]: FileLine[], width: number): FileLine[] {
  return head ? [head, ...rows.filter((row) => !isTotal(row, width))] : [];
}

function isTotal({ cells }: FileLine, width: number): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return width > 2 && filled.length <= 2 && TOTAL.test(filled[0] ?? "");
}
