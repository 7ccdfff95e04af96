import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Scope, Viewer } from "@/lib/foundation/viewer";
import { scopeOf } from "@/lib/people/rights/rights";
import { isOpenKey } from "@/lib/society/audit/hidden-requests";
import { SEEN } from "@/lib/staff/relationships/conditions";
import { type Kind, readKey } from "../kinds";
import { isSubjectInScope, NAMES_OF_SUBJECT, SUBJECT_JOINS } from "../queries";
import { type Act, type ActLine, type Item, isAct } from "./act";

/** An item that staff have ticked, with the people it is about and the versions that they now see. */
export interface Chosen extends Item {
  kind: Kind;
  names: string[];
}

/** The items with these keys that are within the scope, in one query, in the order of the keys. */
export async function findChosen(scope: Scope, keys: readonly string[]): Promise<Chosen[]> {
  const known = keys.flatMap((key) => {
    const read = readKey(key);
    return read ? [{ key, ...read }] : [];
  });
  const subjects = known.map(({ subjectId }) => subjectId);
  const rows = await db().$queryRaw<{ seen: string; names: string[]; isTheirs: boolean }[]>`
    SELECT ${isSubjectInScope(scope)} AS "isTheirs", CASE WHEN p."id" IS NULL THEN '0.0' ELSE ${SEEN} END AS "seen", ${NAMES_OF_SUBJECT} AS "names"
    FROM unnest(${subjects}::uuid[]) WITH ORDINALITY AS d("subjectId", "n") ${SUBJECT_JOINS}
    LEFT JOIN "relationships" r ON r."id" = p."id" ORDER BY d."n"`;
  return known.flatMap(({ key, kind }, i) => {
    const { isTheirs = false, seen = "0.0", names = [] } = rows[i] ?? {};
    return isTheirs ? [{ key, kind, seen, names }] : [];
  });
}

export interface DoneAct {
  act: Act;
  at: Date;
  lines: ActLine[];
}

/** What staff did to several items at once, without requests that are hidden from the reader; null where there is nothing. */
export async function findAct(reader: Viewer, actId: string): Promise<DoneAct | null> {
  const scope = scopeOf(reader, "today");
  if (scope === null || !isId(actId)) return null;
  const rows = await db().$queryRaw<(Omit<ActLine, "kind"> & { act: string; at: Date })[]>`
    SELECT d."key", d."act", d."outcome", d."at", ${NAMES_OF_SUBJECT} AS "names"
    FROM "today_acts" d ${SUBJECT_JOINS}
    WHERE d."actId" = ${actId}::uuid AND ${isOpenKey(reader, Prisma.sql`d."key"`)} AND ${isSubjectInScope(scope)} ORDER BY "names", d."key"`;
  const [first] = rows;
  if (!first || !isAct(first.act)) return null;
  const lines = rows.flatMap(({ key, names, outcome }) => {
    const known = readKey(key);
    return known ? [{ key, kind: known.kind, names, outcome }] : [];
  });
  return { act: first.act, at: first.at, lines };
}
