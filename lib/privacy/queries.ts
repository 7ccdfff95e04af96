import { db } from "@/lib/db/client";
import { INVENTORY } from "./inventory";
import { tellingQuery } from "./statement";

export type Row = Record<string, unknown>;

/** Everything that the record tells a member about themselves: rows by table, and the names of the people in them. */
export interface Known {
  rows: Map<string, Row[]>;
  names: Map<string, string>;
}

/** In two queries, whatever there is. For the member alone: the caller knows who asks. */
export async function loadKnown(memberId: string): Promise<Known> {
  const [all] = await db().$queryRawUnsafe<Record<string, Row[] | null>[]>(tellingQuery(), memberId);
  const rows = new Map(Object.entries(all ?? {}).map(([table, found]) => [table, found ?? []]));
  const people = await db().member.findMany({ where: { id: { in: [...findPeople(rows)] } }, select: { id: true, name: true } });
  return { rows, names: new Map(people.map(({ id, name }) => [id, name])) };
}

function findPeople(rows: ReadonlyMap<string, Row[]>): Set<string> {
  const ids = new Set<string>();
  for (const [table, found] of rows) {
    const columns = Object.entries(INVENTORY[table]?.columns ?? {}).filter(
      ([, column]) => "as" in column && column.as === "person",
    );
    for (const row of found) for (const [name] of columns) if (typeof row[name] === "string") ids.add(row[name]);
  }
  return ids;
}
