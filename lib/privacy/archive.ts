import { strToU8, zipSync } from "fflate";
import { Temporal } from "temporal-polyfill";
import type { Settings } from "@/lib/settings/settings";
import { INVENTORY } from "./inventory";
import type { Known, Row } from "./queries";
import type { Column, Download, Lists, Shape } from "./record";
import { readme } from "./wording";

interface Setting {
  settings: Settings;
  /** IANA name: the member's. */
  timeZone: string;
  now: Date;
}

/** What is known as one ZIP: a README, a JSON file for each kind of thing, and files such as the picture as they are. */
export function makeArchive(known: Known, setting: Setting): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = {};
  const contents: { name: string; holds: string }[] = [];
  for (const [table, { download, holds }] of Object.entries(INVENTORY)) {
    const rows = known.rows.get(table) ?? [];
    if (!download || download.within || rows.length === 0) continue;
    const told = rows.map((row) => tell(table, row, download, known, setting, files));
    const name = `${download.name}.json`;
    files[name] = strToU8(`${JSON.stringify(download.isOne ? told[0] : told, null, 2)}\n`);
    contents.push({ name, holds });
  }
  files["README.txt"] = strToU8(readme(contents, setting));
  return zipSync(files, { mtime: setting.now });
}

/** A row as its owner reads it: names for columns, people and list entries, and inside it the rows that belong to it. */
function tell(
  table: string,
  row: Row,
  place: Download,
  known: Known,
  setting: Setting,
  files: Record<string, Uint8Array>,
): Row {
  const told: Row = {};
  for (const [name, column] of Object.entries(INVENTORY[table]?.columns ?? {})) {
    if (!("told" in column) || row[name] === null || row[name] === undefined) continue;
    told[column.told] = isFile(column) ? keep(row[name], place, column, files) : show(row[name], column.as, known, setting);
  }
  for (const [inner, { download }] of Object.entries(INVENTORY)) {
    if (download?.within?.table !== table) continue;
    const { by } = download.within;
    const theirs = (known.rows.get(inner) ?? []).filter((one) => one[by] === row.id);
    if (theirs.length > 0) told[download.name] = theirs.map((one) => tell(inner, one, download, known, setting, files));
  }
  return told;
}

function show(value: unknown, shape: Shape | undefined, known: Known, setting: Setting): unknown {
  if (Array.isArray(value)) return value.map((one) => show(one, shape, known, setting));
  if (shape === "instant") return sayInstant(String(value), setting.timeZone);
  if (shape === "person") return known.names.get(String(value)) ?? null;
  if (typeof shape === "object" && "list" in shape) return labelOf(setting.settings, shape.list, Number(value));
  return value;
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
function keep(value: unknown, { name }: Download, { told, as }: FileColumn, files: Record<string, Uint8Array>): string {
  const number = Object.keys(files).length + 1;
  const path = `files/${name}-${told.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-${number}.${as.file}`;
  files[path] = Uint8Array.from(Buffer.from(String(value).replace(/^\\x/, ""), "hex"));
  return path;
}
