import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { Temporal } from "temporal-polyfill";
import { pause } from "@/lib/foundation/in-pieces";
import { SEALED } from "@/lib/foundation/sealing/places";
import { tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import { sayAnswer } from "@/lib/people/profile-questions/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { INVENTORY } from "./inventory";
import type { Known, Row } from "./queries";
import type { Column, Download, Lists, Shape, Table } from "./record";
import { inTheirWords, readme } from "./wording";

interface Setting {
  settings: Settings;
  /** IANA name: the member's. */
  timeZone: string;
  now: Date;
}

/** An archive that is being built. */
interface Making extends Setting {
  known: Known;
  record: Record<string, Table>;
  files: Placed[];
  within: Map<string, Map<string, Row[]>>;
}

/** A file of the archive, and where its bytes are. */
export interface Placed {
  path: string;
  table: string;
  column: string;
  at: string;
}

/** How many bytes are compressed in one go, which takes some milliseconds. */
const PIECE = 64 * 1024;

/**
 * Everything we know about the member as one ZIP: a README, a JSON file for each kind of data, and files such as the picture
 * as they are. It comes in pieces, each built when it is asked for, with a pause before it, and holds one file in memory at a
 * time.
 */
export async function* makeArchive(
  known: Known,
  setting: Setting,
  load: (file: Placed) => Promise<Uint8Array | null>,
  record = INVENTORY,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const making: Making = { ...setting, known, record, files: [], within: new Map() };
  const packed: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(new Uint8Array(chunk));
  });
  const begin = (file: ZipDeflate | ZipPassThrough) => {
    file.mtime = setting.now;
    zip.add(file);
    return file;
  };
  const told = Object.entries(record).flatMap(([table, { download, holds }]) => {
    const rows = known.rows.get(table) ?? [];
    return download && !download.within && rows.length > 0
      ? [{ table, download, rows, holds, name: `${download.name}.json` }]
      : [];
  });
  const contents = told.map(({ name, holds }) => ({ name, holds: inTheirWords(holds, setting.settings) }));
  begin(new ZipDeflate("README.txt")).push(strToU8(readme(contents, setting)), true);
  for (const { table, download, rows, name } of told) {
    const file = begin(new ZipDeflate(name));
    let piece = download.isOne ? "" : "[\n";
    for (const [i, row] of rows.entries()) {
      const words = JSON.stringify(tell(table, row, download, making), null, 2);
      piece += download.isOne ? words : `${i > 0 ? ",\n" : ""}${words.replace(/^/gm, "  ")}`;
      if (piece.length < PIECE) continue;
      file.push(strToU8(piece));
      piece = "";
      yield* packed.splice(0);
      await pause();
    }
    file.push(strToU8(`${piece}${download.isOne ? "" : "\n]"}\n`), true);
    yield* packed.splice(0);
    await pause();
  }
  for (const placed of making.files) {
    const bytes = (await load(placed)) ?? new Uint8Array();
    const file = begin(new ZipPassThrough(placed.path));
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
      file.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      yield* packed.splice(0);
      await pause();
    }
  }
  zip.end();
  yield* packed.splice(0);
}

/**
 * A row as its owner reads it: with names for columns, people and list entries, and with the rows that belong to it inside.
 */
function tell(table: string, row: Row, { name: place }: Download, making: Making): Row {
  const { record, settings } = making;
  const told: Row = {};
  for (const [name, column] of Object.entries(record[table]?.columns ?? {})) {
    if (!("told" in column) || row[name] === null || row[name] === undefined) continue;
    const value = isFile(column)
      ? keep(String(row[name]), place, column, { table, column: name }, making)
      : isAnswer(column)
        ? tellAnswer(`${table}.${name}`, row, column, making)
        : show(column.as === "sealed" ? open(`${table}.${name}`, row) : row[name], column.as, making);
    const label = inTheirWords(column.told, settings);
    // A text that an older version kept in another column stands there until it is sealed: under one name, it is one text.
    told[label] = column.as === "sealed" && told[label] ? `${told[label]}\n${value}` : value;
  }
  for (const [inner, { download }] of Object.entries(record)) {
    if (download?.within?.table !== table) continue;
    const { by } = download.within;
    const theirs = rowsWithin(inner, by, making).get(String(row.id)) ?? [];
    if (theirs.length > 0) told[download.name] = theirs.map((one) => tell(inner, one, download, making));
  }
  return told;
}

/** The rows of a table, grouped by the row they belong to. They are sorted once, because there may be thousands of both. */
function rowsWithin(table: string, by: string, { known, within }: Making): Map<string, Row[]> {
  const sorted = within.get(table);
  if (sorted) return sorted;
  const rows = new Map<string, Row[]>();
  for (const row of known.rows.get(table) ?? []) {
    const theirs = rows.get(String(row[by]));
    if (theirs) theirs.push(row);
    else rows.set(String(row[by]), [row]);
  }
  within.set(table, rows);
  return rows;
}

function show(value: unknown, shape: Shape | undefined, making: Making): unknown {
  if (Array.isArray(value)) return value.map((one) => show(one, shape, making));
  if (shape === "instant") return sayInstant(String(value), making.timeZone);
  if (shape === "person") return making.known.names.get(String(value)) ?? null;
  if (shape === "question") return making.known.questions.get(String(value))?.question ?? null;
  if (typeof shape === "object" && "list" in shape) return labelOf(making.settings, shape.list, Number(value));
  return value;
}

/** The words of a sealed column; several boxes of one thing are JSON. */
function open(column: string, row: Row): unknown {
  return openAs(column, row, (words) => (words.startsWith("{") ? JSON.parse(words) : words));
}

/** What is made of the words of a sealed column, or a sentence if they cannot be read. */
function openAs<Told>(column: string, row: Row, read: (words: string) => Told): Told | string {
  const key = (SEALED[column] ?? []).map((name) => String(row[name]));
  const opened = tryOpen(column, key, String(row[column.slice(column.indexOf(".") + 1)]), read);
  return opened.isReadable ? opened.words : opened.instead;
}

function sayInstant(value: string, timeZone: string): string {
  const zoned = Temporal.Instant.from(value).toZonedDateTimeISO(timeZone);
  return zoned.toString({ timeZoneName: "never", smallestUnit: "second" });
}

function labelOf(lists: Lists, list: keyof Lists, id: number): string | number {
  return lists[list].find((entry) => entry.id === id)?.label ?? id;
}

type AnswerColumn = Column & { told: string; as: { answerTo: string; isSealed?: true } };

function isAnswer(column: Column): column is AnswerColumn {
  return "as" in column && typeof column.as === "object" && "answerTo" in column.as;
}

/** In words, as the profile shows it; or, of a sealed one that cannot be read, the sentence in its place. */
function tellAnswer(column: string, row: Row, { as }: AnswerColumn, { known }: Making): string {
  const question = known.questions.get(String(row[as.answerTo]));
  const say = (answer: string) => (question ? sayAnswer(question, answer) : answer);
  return as.isSealed ? openAs(column, row, say) : say(String(row[column.slice(column.indexOf(".") + 1)]));
}

type FileColumn = Column & { told: string; as: { file: string } };

function isFile(column: Column): column is FileColumn {
  return "as" in column && typeof column.as === "object" && "file" in column.as;
}

/** The row names the file in the archive; the file's bytes come at the end. */
function keep(
  at: string,
  place: string,
  { told, as }: FileColumn,
  where: Pick<Placed, "table" | "column">,
  { files }: Making,
): string {
  const what = `${place} ${told}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const number = files.filter(({ table, column }) => table === where.table && column === where.column).length + 1;
  const path = `files/${what}-${number}.${as.file}`;
  files.push({ path, ...where, at });
  return path;
}
