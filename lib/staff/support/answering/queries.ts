import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import { isFoundBy } from "@/lib/foundation/db/member-search";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { isTheirBusiness } from "@/lib/society/audit/hidden-requests";
import type { Queue } from "@/lib/staff/support/input";
import { loadEntries, loadShown } from "@/lib/staff/support/load";
import type { Entry, RequestLine, ShownMessage } from "@/lib/staff/support/request";

export const PAGE_SIZE = 25;
/** People whose requests are looked for by part of a name. */
const MOST_PEOPLE = 50;

export interface QueueLine extends RequestLine {
  memberName: string;
  handlerName: string | null;
}

/**
 * The queue of a staff member, without their own requests and those about them: longest waiting first, what is solved newest
 * first. A reference finds its one request whatever its state, and a name, number or address all of theirs. Nothing for those who are not staff.
 */
export async function listQueue(viewer: Viewer, queue: Queue): Promise<{ lines: QueueLine[]; next: string | null }> {
  if (viewer.staff === "none") return { lines: [], next: null };
  const isNewestFirst = queue.state === "solved";
  const rows = await db().$queryRaw<QueueLine[]>`
    SELECT r."id", r."reference", r."category", r."subject", r."state", r."openedAt", r."waitingSince",
      m."name" AS "memberName", h."name" AS "handlerName"
    FROM "support_requests" r JOIN "members" m ON m."id" = r."memberId" LEFT JOIN "members" h ON h."id" = r."handlerId"
    WHERE ${isTheirBusiness(viewer)} AND ${narrow(viewer, queue)}
    ORDER BY r."waitingSince" ${isNewestFirst ? Prisma.sql`DESC` : Prisma.empty}, r."id" ${isNewestFirst ? Prisma.sql`DESC` : Prisma.empty}
    LIMIT ${PAGE_SIZE + 1}`;
  return { lines: rows.slice(0, PAGE_SIZE), next: cursorAfter(rows, PAGE_SIZE, ({ waitingSince }) => waitingSince) };
}

function narrow({ memberId }: Viewer, { state, category, whose, reference, after }: Queue): Prisma.Sql {
  if (reference) {
    return Prisma.sql`(r."reference" IN (${reference}, ${`H-${reference}`})
      OR r."memberId" = ANY (ARRAY(SELECT m."id" FROM "members" m WHERE ${isFoundBy(reference)} LIMIT ${MOST_PEOPLE})))`;
  }
  const cursor = readCursor(after);
  const beyond = state === "solved" ? Prisma.sql`<` : Prisma.sql`>`;
  const parts = [
    Prisma.sql`r."state" = ${state}`,
    ...(category ? [Prisma.sql`r."category" = ${category}`] : []),
    ...(whose === "mine" ? [Prisma.sql`r."handlerId" = ${memberId}::uuid`] : []),
    ...(whose === "nobody" ? [Prisma.sql`r."handlerId" IS NULL`] : []),
    ...(cursor ? [Prisma.sql`(r."waitingSince", r."id") ${beyond} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`] : []),
  ];
  return Prisma.join(parts, " AND ");
}

export interface RequestForStaff extends QueueLine {
  memberId: string;
  memberNumber: string;
  memberEmail: string;
  memberStatus: string;
  isErased: boolean;
  aboutName: string | null;
  isMine: boolean;
  relationshipId: string | null;
  version: number;
  entries: Entry[];
  shown: ShownMessage[];
}

/** A request with everything in it, for staff whom it does not concern; null for anybody else. */
export async function findRequest(viewer: Viewer, id: string): Promise<RequestForStaff | null> {
  if (viewer.staff === "none" || !isId(id)) return null;
  const [request] = await db().$queryRaw<Omit<RequestForStaff, "entries" | "shown">[]>`
    SELECT r."id", r."reference", r."category", r."subject", r."state", r."openedAt", r."waitingSince", r."relationshipId", r."version",
      m."id" AS "memberId", m."name" AS "memberName", m."number" AS "memberNumber", m."email" AS "memberEmail",
      m."status" AS "memberStatus", m."erasedAt" IS NOT NULL AS "isErased",
      h."name" AS "handlerName", coalesce(r."handlerId" = ${viewer.memberId}::uuid, false) AS "isMine", about."name" AS "aboutName"
    FROM "support_requests" r JOIN "members" m ON m."id" = r."memberId"
    LEFT JOIN "members" h ON h."id" = r."handlerId" LEFT JOIN "members" about ON about."id" = r."aboutMemberId"
    WHERE r."id" = ${id}::uuid AND ${isTheirBusiness(viewer)}`;
  if (!request) return null;
  const [entries, shown] = await Promise.all([loadEntries(id, true), loadShown(id)]);
  return { ...request, entries, shown };
}
