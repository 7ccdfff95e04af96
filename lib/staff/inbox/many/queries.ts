import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { isOpenKey } from "@/lib/society/audit/hidden-requests";
import { SEEN } from "@/lib/staff/relationships/conditions";
import { type Kind, readKey } from "../kinds";
import { NAMES_OF_SUBJECT, SUBJECT_JOINS } from "../queries";
import { type Act, type ActLine, type Item, isAct } from "./act";

/** An item that staff have ticked, with the people it is about and the versions that they now see. */
export interface Chosen extends Item {
  kind: Kind;
  names: string[];
}

/** The items with these keys, in one query, in the order of the keys. */
export async function findChosen(keys: readonly string[]): Promise<Chosen[]> {
  const known = keys.flatMap((key) => {
    const read = readKey(key);
    return read ? [{ key, ...read }] : [];
  });
  const subjects = known.map(({ subjectId }) => subjectId);
  const rows = await db().$queryRaw<{ seen: string; names: string[] }[]>`
    SELECT CASE WHEN p."id" IS NULL THEN '0.0' ELSE ${SEEN} END AS "seen", ${NAMES_OF_SUBJECT} AS "names"
    FROM unnest(${subjects}::uuid[]) WITH ORDINALITY AS d("subjectId", "n") ${SUBJECT_JOINS}
    LEFT JOIN "relationships" r ON r."id" = p."id" ORDER BY d."n"`;
  return known.map(({ key, kind }, i) => ({ key, kind, seen: "0.0", names: [], ...rows[i] }));
}

export interface DoneAct {
  act: Act;
  at: Date;
  lines: ActLine[];
}

/** What staff did to several items at once, without requests that are hidden from the reader; null where there is nothing. */
export async function findAct(reader: Pick<Viewer, "memberId">, actId: string): Promise<DoneAct | null> {
  if (!isId(actId)) return null;
  const rows = await db().$queryRaw<(Omit<ActLine, "kind"> & { act: string; at: Date })[]>`
    SELECT d."key", d."act", d."outcome", d."at", ${NAMES_OF_SUBJECT} AS "names"
    FROM "today_acts" d ${SUBJECT_JOINS}
    WHERE d."actId" = ${actId}::uuid AND ${isOpenKey(reader, Prisma.sql`d."key"`)} ORDER BY "names", d."key"`;
  const [first] = rows;
  if (!first || !isAct(first.act)) return null;
  const lines = rows.flatMap(({ key, names, outcome }) => {
    const known = readKey(key);
    return known ? [{ key, kind: known.kind, names, outcome }] : [];
  });
  return { act: first.act, at: first.at, lines };
}
