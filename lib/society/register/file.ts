import { pause } from "@/lib/foundation/in-pieces";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { decoderOf, guessEncoding } from "./encoding";
import { inPieces } from "./pieces";
import {
  type Column,
  comparableWord,
  type Digits,
  type Encoding,
  type FileFault,
  LARGEST_REGISTER,
  MOST_COLUMNS,
  MOST_ROWS,
  type Reading,
} from "./register-import";
import { delimiterOf, readTable, takeSeparator } from "./table";

/** A file as text, and how it is to be read. */
export interface OpenedFile {
  text: string;
  encoding: Encoding;
  /** How else its letters could be read; empty when that is certain. */
  readings: Reading[];
  delimiter: string;
}

export interface Survey {
  columns: Column[];
  rows: number;
}

/** Control characters that do not occur in text files. */
const NOT_TEXT = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u;
/** The most distinct values that a standing column may have. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const EXAMPLES = 3;

/** A file from DOS ends with this. */
const END_OF_FILE = 0x1a;

/** Decodes the file, in the encoding that somebody has chosen or in the one that its letters speak for. */
export async function openFile(given: Uint8Array, chosen?: Encoding): Promise<Result<OpenedFile, FileFault>> {
  const bytes = given.at(-1) === END_OF_FILE ? given.subarray(0, -1) : given;
  if (bytes.length > LARGEST_REGISTER) return refuse("too-large");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9) return refuse("workbook");
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) return refuse("workbook");
  const { encoding, readings } = chosen ? { encoding: chosen, readings: [] } : await guessEncoding(bytes);
  const decode = decoderOf(encoding);
  const pieces: string[] = [];
  for (const piece of inPieces(bytes)) {
    const text = decode(piece);
    if (NOT_TEXT.test(text)) return refuse("binary");
    pieces.push(text);
    await pause();
  }
  const { text, delimiter } = takeSeparator(pieces.join("") + decode(null));
  if (!/[^\s\ufeff]/.test(text)) return refuse("empty");
  return done({ text, encoding, readings, delimiter: delimiter ?? delimiterOf(text) });
}

interface Seen {
  label: string;
  examples: string[];
  /** Values as they are compared, and as they were first written; null when there are too many. */
  words: Map<string, string> | null;
  digits: Digits;
}

/** Reads the whole file once, to count the rows and see what is in the columns. */
export async function surveyFile(file: OpenedFile): Promise<Result<Survey, FileFault>> {
  let columns: Seen[] | null = null;
  let [rows, broken] = [0, 0];
  for await (const { cells, isBroken } of readTable(file)) {
    if (columns === null) {
      if (isBroken) return refuse("unclosed-quote");
      if (cells.length > MOST_COLUMNS) return refuse("too-many-columns");
      if (cells.length < 2) return refuse("one-column");
      columns = cells.map((cell, i) => ({
        label: labelOf(cell, i),
        examples: [],
        words: new Map(),
        digits: { length: 0, hasZero: false, shortest: "" },
      }));
      continue;
    }
    rows += 1;
    if (rows > MOST_ROWS) return refuse("too-many-rows");
    if (isBroken) broken += 1;
    else for (const [i, column] of columns.entries()) look(column, cells[i] ?? "");
  }
  if (columns === null || rows === 0) return refuse("no-rows");
  if (broken === rows) return refuse("unclosed-quote");
  return done({ columns: columns.map((column) => ({ ...column, words: column.words && [...column.words.values()] })), rows });
}

function look(column: Seen, cell: string): void {
  const word = cut(cell, LONGEST_WORD + 1);
  if (column.examples.length < EXAMPLES && word !== "" && !column.examples.includes(word)) column.examples.push(word);
  if (/^\d+$/.test(cell)) lookAtDigits(column.digits, cell);
  if (column.words === null) return;
  const key = comparableWord(word);
  if (!column.words.has(key)) column.words.set(key, word);
  if (column.words.size > MOST_WORDS || word.length > LONGEST_WORD) column.words = null;
}

/** The most digits that a number has, whether a number of so many begins with a zero, and the shortest number. */
function lookAtDigits(digits: Digits, cell: string): void {
  if (cell.length > digits.length) Object.assign(digits, { length: cell.length, hasZero: false });
  if (cell.length === digits.length) digits.hasZero ||= cell.startsWith("0");
  if (digits.shortest === "" || cell.length < digits.shortest.length) digits.shortest = cut(cell, LONGEST_WORD);
}

function labelOf(cell: string, i: number): string {
  return cut(cell, 60) || `Column ${i + 1}`;
}

/** The beginning of a text, cut so that no surrogate pair is split: the database refuses half a character. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}
