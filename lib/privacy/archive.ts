import { strToU8, zipSync } from "fflate";
import { Temporal } from "temporal-polyfill";
import { SEALED } from "@/lib/sealing/places";
import { tryOpen } from "@/lib/sealing/seal";
import type { Settings } from "@/lib/settings/settings";
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

/** One archive in the making. */
interface Making extends Setting {
  known: Known;
  record: Record<string, Table>;
  files: Record<string, Uint8Array>;
}

/** What is known as one ZIP: a README, a JSON file for each kind of thing, and files such as the picture as they are. */
export function makeArchive(known: Known, setting: Setting, record = INVENTORY): Uint8Array<ArrayBuffer> {
  const making: Making = { ...setting, known, record, files: {} };
  const contents: { name: string; holds: string }[] = [];
  for (const [table, { download, holds }] of Object.entries(record)) {
    const rows = known.rows.get(table) ?? [];
    if (!download || download.within || rows.length === 0) continue;
    const told = rows.map((row) => tell(table, row, download, making));
    const name = `${download.name}.json`;
    making.files[name] = strToU8(`${JSON.stringify(download.isOne ? told[0] : told, null, 2)}\n`);
    contents.push({ name, holds: inTheirWords(holds, setting.settings) });
  }
  return zipSync({ "README.txt": strToU8(readme(contents, setting)), ...making.files }, { mtime: setting.now });
}

/** A row as its owner reads it: names for columns, people and list entries, and inside it the rows that belong to it. */
function tell(table: string, row: Row, { name: place }: Download, making: Making): Row {
  const { record, known, settings } = making;
  const told: Row = {};
  for (const [name, column] of Object.entries(record[table]?.columns ?? {})) {
    if (!("told" in column) || row[name] === null || row[name] === undefined) continue;
    const held = column.as === "sealed" ? open(`${table}.${name}`, row) : row[name];
    const value = isFile(column) ? keep(held, place, column, making) : show(held, column.as, making);
    told[inTheirWords(column.told, settings)] = value;
  }
  for (const [inner, { download }] of Object.entries(record)) {
    if (download?.within?.table !== table) continue;
    const { by } = download.within;
    const theirs = (known.rows.get(inner) ?? []).filter((one) => one[by] === row.id);
    if (theirs.length > 0) told[download.name] = theirs.map((one) => tell(inner, one, download, making));
  }
  return told;
}

function show(value: unknown, shape: Shape | undefined, making: Making): unknown {
  if (Array.isArray(value)) return value.map((one) => show(one, shape, making));
  if (shape === "instant") return sayInstant(String(value), making.timeZone);
  if (shape === "person") return making.known.names.get(String(value)) ?? null;
  if (typeof shape === "object" && "list" in shape) return labelOf(making.settings, shape.list, Number(value));
  return value;
}

/** The words of a sealed column, or the sentence in their place; several boxes of one thing are JSON. */
function open(column: string, row: Row): unknown {
  const key = (SEALED[column] ?? []).map((name) => String(row[name]));
  const sealed = String(row[column.slice(column.indexOf(".") + 1)]);
  const opened = tryOpen<unknown>(column, key, sealed, (words) => (words.startsWith("{") ? JSON.parse(words) : words));
  return opened.isReadable ? opened.words : opened.instead;
}

function sayInstant(value: string, timeZone: string): string {
  const zoned = Temporal.Instant.from(value).toZonedDateTimeISO(timeZone);
  return zoned.toString({ timeZoneName: "never", smallestUnit: "second" });
}

function labelOf(lists: Lists, list: keyof Lists, id: number): string | number {
  return lists[list].find((entry) => entry.id === id)?.label ?? id;
}

type FileColumn = Column & { told: string; as: { file: string } };

function isFile(column: Column): column is FileColumn {
  return "as" in column && typeof column.as === "object" && "file" in column.as;
}

/** Bytes come from the database as `\x…`; the row says under which name they are in the archive. */
function keep(value: unknown, place: string, { told, as }: FileColumn, { files }: Making): string {
  const what = `${place} ${told}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const number = Object.keys(files).filter((path) => path.startsWith(`files/${what}`)).length + 1;
  const path = `files/${what}-${number}.${as.file}`;
  files[path] = Uint8Array.from(Buffer.from(String(value).replace(/^\\x/, ""), "hex"));
  return path;
}
