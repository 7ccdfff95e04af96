import { env } from "@/lib/foundation/env";
import { withLongStatements } from "@/lib/foundation/long-statements";
import { openFile } from "./file";
import type { FileLine } from "./lines";
import { lostZeros } from "./register-import";
import { failedRow, NUMBER_SHAPES, rowReader, type StagedRow } from "./rows";
import { beginRun, finishRun, restage, stage } from "./save";
import { readTable } from "./table";

/** The shape of this society's membership numbers. */
export function numberShape(): RegExp {
  return NUMBER_SHAPES[env().SIGN_IN];
}

/** Numbers of accounts made here have six digits. */
const fixedLength = () => (env().SIGN_IN === "local" ? 6 : null);

/**
 * The dry run: reads every row of an import and reports what it would change. If it is started twice, only the newest run
 * continues.
 */
export function checkRows(id: string, now: Date): Promise<void> {
  return withLongStatements(() => readAndCompare(id, now));
}

async function readAndCompare(id: string, now: Date): Promise<void> {
  const startedAt = performance.now();
  const clock = () => new Date(now.getTime() + performance.now() - startedAt);
  const begun = await beginRun(id, now);
  if (!begun) return;
  const { file, run, mapping, encoding, head } = begun;
  const opened = await openFile(file, encoding);
  // It was read once already when it was uploaded.
  if (!opened.ok) throw new Error(`A file that was taken cannot be read any more: ${opened.reason}`);
  const twice = new Map<number, { number: string; again: number }>();
  const length = lostZeros(head[mapping.number] ?? {}, fixedLength());
  const read = rowReader({
    mapping,
    shape: numberShape(),
    labels: head.map(({ label }) => label),
    width: head.length,
    length,
    twice,
  });
  const isWhole = await stage(id, run, readRows(opened.value, read), clock);
  if (!isWhole) return;
  if (twice.size > 0) await restage(id, run, await rowsToo(opened.value, twice));
  await finishRun(id, run, clock());
}

async function* readRows(
  file: Parameters<typeof readTable>[0],
  read: (line: FileLine) => StagedRow,
): AsyncGenerator<StagedRow> {
  let isHead = true;
  for await (const line of readTable(file)) {
    if (!isHead) yield read(line);
    isHead = false;
  }
}

/** Of several rows with one number none is better than the others, so the first of them cannot be imported either. */
async function rowsToo(
  file: Parameters<typeof readTable>[0],
  twice: ReadonlyMap<number, { number: string; again: number }>,
): Promise<StagedRow[]> {
  const rows: StagedRow[] = [];
  for await (const { line, cells } of readTable(file)) {
    const found = twice.get(line);
    if (!found) continue;
    const problem = ["number-twice", `${found.number}, again on line ${found.again}`] as const;
    rows.push(failedRow(line, [problem], { keeps: found.number, cells }));
  }
  return rows;
}
