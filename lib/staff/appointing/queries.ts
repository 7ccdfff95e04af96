import { db } from "@/lib/foundation/db/client";
import { readId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Staff } from "@/lib/staff/members/directory";
import type { Order } from "./appointment";

const MOST_LISTED = 20;

/** Who is to become staff at their first sign-in, for administrators; the earliest to come first. */
export async function listAppointments(viewer: Viewer, now: Date): Promise<(Order & { until: Date })[]> {
  if (viewer.staff !== "admin") return [];
  const rows = await db().staffAppointment.findMany({
    where: { expiresAt: { gt: now } },
    select: { number: true, staff: true, expiresAt: true },
    orderBy: [{ appointedAt: "asc" }, { number: "asc" }],
    take: MOST_LISTED,
  });
  return rows.map(({ number, staff, expiresAt }) => ({ number, staff: staff as Staff, until: expiresAt }));
}

export async function findByNumber(number: string): Promise<{ id: string; name: string } | null> {
  return db().member.findUnique({ where: { number }, select: { id: true, name: true } });
}

/** The programme with this name or id, if there is exactly one that is not archived. */
export async function findProgrammeId(nameOrId: string): Promise<string | null> {
  const id = readId(nameOrId);
  const where = id ? { id } : { name: { equals: nameOrId, mode: "insensitive" as const }, status: { not: "archived" } };
  const rows = await db().programme.findMany({ where, select: { id: true }, take: 2 });
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
