import { Pieces } from "@/lib/foundation/in-pieces";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import { applyImport, dropRefused } from "./apply";
import { numberShape } from "./check";
import { digestOf } from "./digest";
import { openFile } from "./file";
import { type FileLine, LINES_IN_A_PIECE } from "./lines";
import { findLatestImport, type ImportView } from "./queries";
import { type Encoding, type FileFault, type ImportCounts, lapsesMany, type Mapping, MOST_ROWS } from "./register-import";
import { failedRow, isTooLong, rowReader, type StagedRow } from "./rows";
import { finishRun, insertImport, stage } from "./save";
import { readTable } from "./table";

/** The answer to the membership system about an import. Sending the same body again gets the same answer. */
export interface Pushed {
  import: string;
  importedAt: string;
  rows: number;
  counts: ImportCounts;
}

export type PushRefusal =
  | { kind: "file"; fault: FileFault }
  | { kind: "headings" }
  | { kind: "problems"; count: number; rows: readonly StagedRow[] }
  | { kind: "many-lapse"; counts: ImportCounts }
  | { kind: "busy" };

type Answer = { ok: true; value: Pushed } | { ok: false; refusal: PushRefusal };

/** The columns that a push has, by these names. The surname may be left out. */
export const PUSHED_COLUMNS = ["number", "name", "surname", "email", "standing"] as const;

const FIXED: Mapping = {
  number: 0,
  name: 1,
  firstName: null,
  surname: 2,
  email: 3,
  standing: 4,
  current: ["current"],
  lapsed: ["lapsed"],
};

/**
 * The membership system sends the whole register, as CSV or one JSON object a line. All of it is imported or nothing. If the
 * register already comes from this very body, the answer is the same as the first time.
 */
export async function pushRegister(
  { bytes, isJson, mayLapseMany }: { bytes: Uint8Array; isJson: boolean; mayLapseMany: boolean },
  now: Date,
): Promise<Answer> {
  const digest = await digestOf(bytes);
  const read = await readRows(bytes, isJson);
  if (!read.ok)
    return { ok: false, refusal: read.reason === "headings" ? { kind: "headings" } : { kind: "file", fault: read.reason } };
  const { rows, encoding, delimiter } = read.value;
  const problems = rows.filter(({ problem }) => problem !== null);
  if (problems.length > 0) return { ok: false, refusal: { kind: "problems", count: problems.length, rows: problems } };
  const given = {
    source: "machine",
    byId: null,
    fileName: isJson ? "register.jsonl" : "register.csv",
    digest,
    encoding,
    delimiter,
  } as const;
  const tried = await retry<Answer>(
    async () => {
      const latest = await findLatestImport();
      if (latest?.digest === digest) return { ok: true, value: toPushed(latest) };
      const id = await insertImport({ ...given, file: null, head: [], readings: [], rows: rows.length }, now);
      if (id === null || !(await stage(id, 1, rows, () => now)) || !(await finishRun(id, 1, now))) return null;
      const refused = mayLapseMany ? null : await dropRefused(id, lapsesMany, now);
      if (refused) return { ok: false, refusal: { kind: "many-lapse", counts: refused } };
      if (!(await applyImport(id, { actor: null, leaveOut: false }, now))) await dropRefused(id, () => true, now);
      return null;
    },
    // Others may import at the same moment; after so many tries it is for the membership system to come again.
    { tries: 3 },
  );
  if (tried) return tried;
  const latest = await findLatestImport();
  return latest?.digest === digest ? { ok: true, value: toPushed(latest) } : { ok: false, refusal: { kind: "busy" } };
}

function toPushed({ id, finishedAt, rows, counts }: ImportView): Pushed {
  return { import: id, importedAt: (finishedAt ?? new Date(0)).toISOString(), rows, counts };
}

interface ReadRows {
  rows: StagedRow[];
  encoding: Encoding;
  delimiter: string;
}

async function readRows(bytes: Uint8Array, isJson: boolean): Promise<Result<ReadRows, FileFault | "headings">> {
  const opened = await openFile(bytes);
  if (!opened.ok) return opened;
  const { text, encoding, delimiter, readings } = opened.value;
  if (readings.length > 0) return refuse("unsure-encoding");
  const read = rowReader({ mapping: FIXED, shape: numberShape(), width: PUSHED_COLUMNS.length });
  const rows: StagedRow[] = [];
  if (isJson) {
    const pieces = new Pieces(LINES_IN_A_PIECE);
    let number = 0;
    for (const line of linesOf(text)) {
      number += 1;
      await pieces.step();
      if (line.trim() === "") continue;
      const cells = cellsOf(line);
      rows.push(cells === null ? failedRow(number, [["not-json", ""]]) : read({ cells, line: number }));
      if (rows.length > MOST_ROWS) return refuse("too-many-rows");
    }
  } else {
    const faulty = await readCsv({ text, delimiter }, read, rows);
    if (faulty) return refuse(faulty);
  }
  return rows.length === 0 ? refuse("no-rows") : done({ rows, encoding, delimiter });
}

function* linesOf(text: string): Generator<string> {
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf("\n", at);
    yield text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length + 1 : end + 1;
  }
}

async function readCsv(
  file: { text: string; delimiter: string },
  read: (line: FileLine) => StagedRow,
  rows: StagedRow[],
): Promise<FileFault | "headings" | null> {
  let places: number[] | null = null;
  let width = 0;
  for await (const { cells, line, isBroken } of readTable(file)) {
    if (places === null) {
      const names = cells.map((cell) => cell.toLowerCase());
      places = PUSHED_COLUMNS.map((name) => names.indexOf(name));
      width = cells.length;
      if (places.some((place, i) => place < 0 && PUSHED_COLUMNS[i] !== "surname")) return "headings";
      continue;
    }
    if (isTooLong(cells, width)) rows.push(failedRow(line, [["columns", `${cells.length} instead of ${width}`]]));
    else if (isBroken) rows.push(read({ cells, line, isBroken }));
    else rows.push(read({ cells: places.map((place) => cells[place] ?? ""), line }));
    if (rows.length > MOST_ROWS) return "too-many-rows";
  }
  return null;
}

/** The cells of a line of JSON in their order; null when it is not an object with text in them. */
function cellsOf(line: string): string[] | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    const cells = PUSHED_COLUMNS.map((name) => (value as Record<string, unknown>)[name] ?? "");
    return cells.every((cell) => typeof cell === "string") ? (cells as string[]) : null;
  } catch {
    return null;
  }
}
