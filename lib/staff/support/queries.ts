import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { isTheirBusiness } from "@/lib/society/audit/hidden-requests";
import { type AttachedFile, loadEntries, loadShown } from "./load";
import type { Entry, RequestLine, ShownMessage } from "./request";

/** How many of their own requests a member sees. */
const MOST_SHOWN = 50;
/** The people a complaint can name: recent partners, and staff. */
const MOST_PEOPLE = 40;

/** Somebody whom a complaint may be about. */
export interface Concerned {
  id: string;
  name: string;
  isStaff: boolean;
}

/** What the page of help shows the viewer: their requests, newest first, and whom a complaint may be about. One query. */
export async function findHelp({ memberId }: Viewer): Promise<{ requests: RequestLine[]; people: Concerned[] }> {
  const me = Prisma.sql`${memberId}::uuid`;
  const [row] = await db().$queryRaw<{ requests: Timeless[]; people: Concerned[] }[]>`
    SELECT coalesce((SELECT json_agg(r) FROM (
        SELECT "id", "reference", "category", "subject", "state", "openedAt", "waitingSince" FROM "support_requests"
        WHERE "memberId" = ${me} ORDER BY "openedAt" DESC, "id" LIMIT ${MOST_SHOWN}) r), '[]') AS "requests",
      coalesce((SELECT json_agg(p ORDER BY p."isStaff", p."name", p."id") FROM (${concernedOf(me)}) p), '[]') AS "people"`;
  return {
    requests: (row?.requests ?? []).map((request) => ({
      ...request,
      openedAt: new Date(request.openedAt),
      waitingSince: new Date(request.waitingSince),
    })),
    people: row?.people ?? [],
  };
}

type Timeless = Omit<RequestLine, "openedAt" | "waitingSince"> & { openedAt: string; waitingSince: string };

/** Partners of the member and active staff, except themselves. Somebody who is both is listed as staff. */
export function concernedOf(me: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT m."id", m."name", true AS "isStaff" FROM "members" m
    WHERE m."staff" <> 'none' AND m."status" = 'active' AND m."id" <> ${me}
    UNION ALL
    SELECT m."id", m."name", false FROM (
      SELECT DISTINCT "partnerId" FROM (
        SELECT CASE WHEN r."menteeId" = ${me} THEN r."mentorId" ELSE r."menteeId" END AS "partnerId"
        FROM "relationships" r WHERE ${me} IN (r."menteeId", r."mentorId") ORDER BY r."startedAt" DESC LIMIT ${MOST_PEOPLE}
      ) latest
    ) partners JOIN "members" m ON m."id" = "partnerId"
    WHERE m."erasedAt" IS NULL AND (m."staff" = 'none' OR m."status" <> 'active')`;
}

export interface OwnRequest extends RequestLine {
  aboutName: string | null;
  /** Somebody of the staff may read it. */
  hasReader: boolean;
  /** It is a request for erasure, and the account is still here. */
  entries: Entry[];
  shown: ShownMessage[];
}

/** A request as the viewer, whose own it is, reads it: without internal notes. Null when it is not theirs. */
export async function findOwnRequest({ memberId }: Viewer, id: string): Promise<OwnRequest | null> {
  if (!isId(id)) return null;
  const [request] = await db().$queryRaw<Omit<OwnRequest, "entries" | "shown">[]>`
    SELECT r."id", r."reference", r."category", r."subject", r."state", r."openedAt", r."waitingSince",
      about."name" AS "aboutName",
      EXISTS (SELECT FROM "members" s WHERE s."staff" <> 'none' AND s."status" = 'active' AND s."id" <> r."memberId"
        AND s."id" IS DISTINCT FROM r."aboutMemberId") AS "hasReader"
    FROM "support_requests" r LEFT JOIN "members" about ON about."id" = r."aboutMemberId"
    WHERE r."id" = ${id}::uuid AND r."memberId" = ${memberId}::uuid`;
  if (!request) return null;
  const [entries, shown] = await Promise.all([loadEntries(id, false), loadShown(id)]);
  return { ...request, entries, shown };
}

/** A file of a request: for the member whose request it is, or for staff whom it does not concern. Null for anybody else. */
export async function findAttachment(
  viewer: Viewer,
  as: "member" | "staff",
  requestId: string,
  fileId: string,
): Promise<AttachedFile | null> {
  if (!isId(requestId) || !isId(fileId) || (as === "staff" && viewer.staff === "none")) return null;
  const [file] = await db().$queryRaw<AttachedFile[]>`
    SELECT a."name", a."picture", a."pdf" FROM "support_attachments" a JOIN "support_requests" r ON r."id" = a."requestId"
    WHERE a."id" = ${fileId}::uuid AND r."id" = ${requestId}::uuid
      AND ${as === "member" ? Prisma.sql`r."memberId" = ${viewer.memberId}::uuid` : isTheirBusiness(viewer)}`;
  return file ?? null;
}
