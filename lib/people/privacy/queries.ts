import { db } from "@/lib/foundation/db/client";
import { pause } from "@/lib/foundation/in-pieces";
import { withLongStatements } from "@/lib/foundation/long-statements";
import type { ProfileQuestion } from "@/lib/people/profile-questions/profile-question";
import { findQuestions } from "@/lib/people/profile-questions/queries";
import { INVENTORY } from "./inventory";
import { fileQuery, tellingQueries } from "./statement";

export type Row = Record<string, unknown>;

/** Everything that Download my data contains: rows by table, the names of the people in them, and the society's own questions. */
export interface Known {
  rows: Map<string, Row[]>;
  names: Map<string, string>;
  questions: Map<string, ProfileQuestion>;
}

/** How many rows are read at a time. */
const PAGE = 500;

/**
 * A snapshot of one moment, read a page of rows at a time and without the bytes of files. For the member alone: the caller
 * has checked who asks.
 */
export async function loadKnown(memberId: string): Promise<Known> {
  const rows = await withLongStatements(() =>
    db().$transaction(
      async (step) => {
        const found = new Map<string, Row[]>();
        for (const { table, query } of tellingQueries()) {
          const all: Row[] = [];
          for (
            let page: { row: Row }[] = [];
            all.length === 0 || page.length === PAGE;
            all.push(...page.map(({ row }) => row))
          ) {
            page = await step.$queryRawUnsafe<{ row: Row }[]>(query, memberId, all.length, PAGE);
            if (page.length === 0) break;
            await pause();
          }
          found.set(table, all);
        }
        return found;
      },
      { isolationLevel: "RepeatableRead", timeout: 60_000, maxWait: 30_000 },
    ),
  );
  const people = await db().member.findMany({
    where: { id: { in: [...findIn(rows, "person")] } },
    select: { id: true, name: true },
  });
  const questions = await findQuestions([...findIn(rows, "question")]);
  return {
    rows,
    names: new Map(people.map(({ id, name }) => [id, name])),
    questions: new Map(questions.map((question) => [question.id, question])),
  };
}

/** The bytes of one of the member's files, where `loadKnown` found it; null when it has gone since. */
export async function loadFile(memberId: string, table: string, column: string, at: string): Promise<Uint8Array | null> {
  const [found] = await db().$queryRawUnsafe<{ bytes: Uint8Array | null }[]>(fileQuery(table, column), memberId, at);
  return found?.bytes ?? null;
}

/** The ids in all columns of this shape. */
function findIn(rows: ReadonlyMap<string, Row[]>, shape: "person" | "question"): Set<string> {
  const ids = new Set<string>();
  for (const [table, found] of rows) {
    const columns = Object.entries(INVENTORY[table]?.columns ?? {}).filter(
      ([, column]) => "as" in column && column.as === shape,
    );
    for (const row of found) for (const [name] of columns) if (typeof row[name] === "string") ids.add(row[name]);
  }
  return ids;
}
