import { db } from "@/lib/foundation/db/client";
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
