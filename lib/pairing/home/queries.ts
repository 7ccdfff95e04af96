import { db, Prisma } from "@/lib/foundation/db/client";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { isAnyOffered, offeredValue } from "@/lib/pairing/joining/queries";
import { activeValue, type listRelationships, readActive, type WrittenLine } from "@/lib/pairing/proposals/queries";
import { readWaiting, type WaitingRow, waitingValue } from "@/lib/people/waiting/queries";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";

/** What Home says to the viewer besides what every page knows. */
export interface HomeFacts {
  /** What waits for them or what they wait for, in either role. */
  waiting: Found[];
  /** Those that have not ended in the role they act in, a first page of them. */
  active: Awaited<ReturnType<typeof listRelationships>>;
  /** Whether a programme besides the society's own scheme is open to them. */
  isOffered: boolean;
}

/** One query for all sections of the page. */
export async function findHome(
  sources: readonly WaitingSource[],
  viewer: Viewer,
  role: Role,
  { now, hasProgrammes }: { now: Date; hasProgrammes: boolean },
): Promise<HomeFacts> {
  const [row] = await db().$queryPrepared<Row[]>`
    SELECT ${waitingValue(sources, viewer, now)} AS "waiting", ${activeValue(viewer, role)} AS "active",
      ${hasProgrammes ? offeredValue(viewer) : Prisma.sql`'[]'::jsonb`} AS "offered"`;
  if (!row) throw new Error("The database did not say what Home has.");
  return { waiting: readWaiting(row.waiting), active: readActive(row.active), isOffered: isAnyOffered(row.offered, now) };
}

interface Row {
  waiting: WaitingRow[];
  active: WrittenLine[];
  offered: Record<string, unknown>[];
}
