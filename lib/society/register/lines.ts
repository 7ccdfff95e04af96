import { pause } from "@/lib/foundation/in-pieces";
import { LONGEST_LINE } from "./register-import";

export interface FileLine {
  cells: string[];
  /** The line of the file on which it ends, from 1. */
  line: number;
  /** Its quotation marks do not match, or it is too long. Reading goes on with the next line of the file. */
  isBroken?: true;
}

/** Few enough to be read and saved in some milliseconds. */
export const LINES_IN_A_PIECE = 300;

/** An empty line takes a fraction of the time of another; there may be millions of them. */
const COST = { full: 50, empty: 5 };

/** The lines of a CSV file one after the other, without empty ones, with a pause after some hundred. */
export async function* readLines({ text, delimiter }: { text: string; delimiter: string }): AsyncGenerator<FileLine> {
  let cost = 0;
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const found = readLine(text, at, delimiter) ?? brokenLine(text, at);
    line += found.breaks;
    const isEmpty = found.cells.every((cell) => cell === "");
    if (!isEmpty) yield { cells: found.cells, line, ...(found.isBroken ? { isBroken: true as const } : {}) };
    const next = afterBreak(text, found.end);
    if (next > found.end) line += 1;
    at = next;
    cost += isEmpty ? COST.empty : COST.full;
    if (cost < LINES_IN_A_PIECE * COST.full) continue;
    cost = 0;
    await pause();
  }
}

interface Found {
  cells: string[];
  /** The index of the line break after it, or the end of the text. */
  end: number;
  /** Line breaks inside its cells. */
  breaks: number;
  isBroken?: boolean;
}

/** The cells from here to the end of the line; null when its quotation marks do not match or it is too long. */
function readLine(text: string, start: number, delimiter: string): Found | null {
  const cells: string[] = [];
  const last = start + LONGEST_LINE;
  let breaks = 0;
  for (let at = start; ; ) {
    const cell =
      text[skipBlanks(text, at, delimiter)] === '"' ? quotedCell(text, at, delimiter, last) : plainCell(text, at, delimiter);
    if (cell === null || cell.end > last) return null;
    cells.push(withoutFormula(cell.value));
    breaks += cell.breaks;
    if (text[cell.end] !== delimiter) return { cells, end: cell.end, breaks };
    at = cell.end + 1;
  }
}

/** `="001234"` keeps a spreadsheet from taking the zeros away. */
const withoutFormula = (value: string) => value.replace(/^="(.*)"$/s, "$1");

interface Cell {
  value: string;
  end: number;
  breaks: number;
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== delimiter && !isBreak(text[end])) end += 1;
  return { value: text.slice(start, end).trim(), end, breaks: 0 };
}

/** A cell within quotation marks; null when something other than the next cell follows them, or they are never closed. */
function quotedCell(text: string, start: number, delimiter: string, last: number): Cell | null {
  const open = skipBlanks(text, start, delimiter);
  let close = open + 1;
  for (; text[close] !== '"' || text[close + 1] === '"'; close += text[close] === '"' ? 2 : 1)
    if (close >= text.length || close > last) return null;
  const end = skipBlanks(text, close + 1, delimiter);
  if (end < text.length && text[end] !== delimiter && !isBreak(text[end])) return null;
  const inside = text.slice(open + 1, close);
  return { value: inside.replaceAll('""', '"').trim(), end, breaks: inside.match(/\r\n|\n|\r/g)?.length ?? 0 };
}

function brokenLine(text: string, start: number): Found {
  let end = start;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return { cells: [text.slice(start, Math.min(end, start + LONGEST_LINE))], end, breaks: 0, isBroken: true };
}

function skipBlanks(text: string, start: number, delimiter: string): number {
  let at = start;
  while ((text[at] === " " || text[at] === "\t") && text[at] !== delimiter) at += 1;
  return at;
}

const isBreak = (letter: string | undefined) => letter === "\n" || letter === "\r";

function afterBreak(text: string, at: number): number {
  if (!isBreak(text[at])) return at;
  return text[at] === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
}
