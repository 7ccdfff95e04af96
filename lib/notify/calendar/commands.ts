import { db } from "@/lib/foundation/db/client";
import { hashOf, makeToken } from "@/lib/foundation/random-token";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";

/** Gives the viewer a new address for their calendar of meetings; the one before is worth nothing from then on. */
export async function renewFeed({ memberId }: Viewer, now: Date): Promise<void> {
  const token = makeToken();
  const values = { tokenHash: hashOf(token), token: seal("calendar_feeds.token", memberId, token), createdAt: now };
  await db().calendarFeed.upsert({
    where: { memberId },
    create: { memberId, ...values },
    update: values,
    select: { memberId: true },
  });
}
