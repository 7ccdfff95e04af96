import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Delivery, Endpoint, WebhookEvent } from "./webhook";

/** Endpoints are never deleted, so that their lists stay: enough for those that were turned off as well. */
const MOST_LISTED = 50;
/** What an administrator looks through to see whether a system gets what it should. */
const LAST_DELIVERIES = 50;

const COLUMNS = { id: true, address: true, events: true, createdAt: true, offAt: true, offBecause: true } as const;

/** Those that are told something first; for administrators, and nothing for others. */
export async function listEndpoints({ staff }: Viewer): Promise<Endpoint[]> {
  if (staff !== "admin") return [];
  const rows = await db().webhookEndpoint.findMany({
    select: COLUMNS,
    orderBy: [{ offAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
    take: MOST_LISTED,
  });
  return rows.map(toEndpoint);
}

/** One endpoint with what it was told last; null for who is no administrator, or when there is none. */
export async function findEndpoint(viewer: Viewer, id: string): Promise<(Endpoint & { deliveries: Delivery[] }) | null> {
  if (viewer.staff !== "admin") return null;
  const row = await db().webhookEndpoint.findUnique({ where: { id }, select: COLUMNS });
  if (!row) return null;
  const deliveries = await db().webhookDelivery.findMany({
    where: { endpointId: id },
    select: {
      id: true,
      event: true,
      happenedAt: true,
      state: true,
      attempts: true,
      lastAttemptAt: true,
      nextAttemptAt: true,
      lastAnswer: true,
    },
    orderBy: [{ happenedAt: "desc" }, { id: "desc" }],
    take: LAST_DELIVERIES,
  });
  return { ...toEndpoint(row), deliveries: deliveries as Delivery[] };
}

/** The database refuses other events and reasons. */
function toEndpoint({ events, offBecause, ...row }: Omit<Endpoint, "events" | "offBecause"> & Loose): Endpoint {
  return { ...row, events: events as WebhookEvent[], offBecause: offBecause as Endpoint["offBecause"] };
}
type Loose = { events: string[]; offBecause: string | null };
