import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { Pieces, pause } from "@/lib/foundation/in-pieces";
import { done, type Result, refuse } from "@/lib/foundation/result";
import {
  type Column,
  type Encoding,
  type FileFault,
  LARGEST_REGISTER,
  LONGEST_LINE,
  MOST_COLUMNS,
  MOST_ROWS,
} from "./register-import";
import { decodeWindows1252 } from "./windows-1252";

/** A file as text, and how it is to be read. */
export interface OpenedFile {
  text: string;
  encoding: Encoding;
  delimiter: string;
}

export interface Survey {
  columns: Column[];
  rows: number;
}

/** Control characters that do not occur in text files. */
const NOT_TEXT = /[^\P{Cc}\t\n\v\f\r]/u;
/** The most distinct values that a standing column may have. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const EXAMPLES = 3;
/** Few enough to be parsed, read and saved in some milliseconds. */
export const LINES_IN_A_PIECE = 300;

/** Decodes the file. If it is not Unicode, we assume Windows-1252, which can decode any bytes. */
export async function openFile(bytes: Uint8Array): Promise<Result<OpenedFile, FileFault>> {
  if (bytes.length > LARGEST_REGISTER) return refuse("too-large");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9) return refuse("workbook");
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) return refuse("workbook");
  const encoding = await encodingOf(bytes);
  const decoder = encoding === "windows-1252" ? null : new TextDecoder(encoding);
  const pieces: string[] = [];
  for (const piece of inPieces(bytes)) {
    const text = decoder ? decoder.decode(piece, { stream: true }) : decodeWindows1252(piece);
    if (NOT_TEXT.test(text)) return refuse("binary");
    pieces.push(text);
    await pause();
  }
  if (decoder) pieces.push(decoder.decode());
  const text = pieces.join("");
  return /\S/.test(text) ? done({ text, encoding, delimiter: delimiterOf(text) }) : refuse("empty");
}

async function encodingOf(bytes: Uint8Array): Promise<Encoding> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (const piece of inPieces(bytes)) {
      decoder.decode(piece, { stream: true });
      await pause();
    }
    decoder.decode();
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** How many bytes or letters are processed at a time. */
const PIECE = 256 * 1024;
/** A smaller number for parsing, some hundred lines at a time. */
const LINES = 16 * 1024;

/** The parts of a file, each a few milliseconds of work. */
export function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** The candidate that occurs most often in the first line, outside quotation marks. */
function delimiterOf(text: string): string {
  const first = text.slice(0, LONGEST_LINE).replace(/"[^"]*"/g, "");
  const line = first.split(/\r\n|\n|\r/).find((one) => one.trim() !== "") ?? "";
  const counted = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

export interface FileLine {
  cells: string[];
  /** The line of the file on which it ends, from 1. */
  line: number;
}

/** Why a file cannot be read to its end. */
export class UnreadableFile extends Error {
  constructor(
    readonly fault: FileFault,
    readonly line: number,
  ) {
    super(`${fault} on line ${line}`);
  }
}

/**
 * The lines of a file, headings first, one after the other. A stream would block the event loop, so we pause after some hundred
 * lines.
 * @throws UnreadableFile
 */
export async function* readLines({ text, delimiter }: Pick<OpenedFile, "text" | "delimiter">): AsyncGenerator<FileLine> {
  const parser = parse({
    delimiter,
    info: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_LINE,
  });
  const source = Readable.from(partsOf(text));
  source.pipe(parser);
  const pieces = new Pieces(LINES_IN_A_PIECE);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { cells: record, line: info.lines };
      await pieces.step();
    }
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (!code) throw error;
    const isUnclosed = code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE";
    throw new UnreadableFile(isUnclosed ? "unclosed-quote" : "not-csv", lines ?? 0);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function* partsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += LINES) yield text.slice(at, at + LINES);
}

/** Reads the whole file once, to count the rows and see what is in the columns. */
export async function surveyFile(file: OpenedFile): Promise<Result<Survey, FileFault>> {
  let columns: { label: string; examples: string[]; words: Set<string> | null }[] | null = null;
  let rows = 0;
  try {
    for await (const { cells } of readLines(file)) {
      if (columns === null) {
        if (cells.length > MOST_COLUMNS) return refuse("too-many-columns");
        if (cells.length < 2) return refuse("one-column");
        columns = cells.map((cell, i) => ({ label: labelOf(cell, i), examples: [], words: new Set<string>() }));
        continue;
      }
      rows += 1;
      if (rows > MOST_ROWS) return refuse("too-many-rows");
      for (const [i, column] of columns.entries()) look(column, cells[i] ?? "");
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(error.fault);
    throw error;
  }
  if (columns === null || rows === 0) return refuse("no-rows");
  return done({ columns: columns.map(({ words, ...column }) => ({ ...column, words: words && [...words] })), rows });
}

function look(column: { examples: string[]; words: Set<string> | null }, cell: string): void {
  const word = cut(cell, LONGEST_WORD + 1);
  if (column.examples.length < EXAMPLES && word !== "" && !column.examples.includes(word)) column.examples.push(word);
  if (column.words === null) return;
  column.words.add(word);
  if (column.words.size > MOST_WORDS || word.length > LONGEST_WORD) column.words = null;
}

function labelOf(cell: string, i: number): string {
  return cut(cell, 60) || `Column ${i + 1}`;
}

/** The beginning of a text, cut so that no surrogate pair is split: the database refuses half a character. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}
