import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Fact, Subject } from "@/lib/society/audit/fact";
import type { Settings } from "@/lib/society/settings/settings";
import { type Kind, readKey, SNOOZE_DAYS } from "./kinds";

export type TodayRefusal = "not-staff" | "not-found";

/** Puts an item off; it comes back by itself. Doing it twice changes nothing. */
export async function putOff(
  viewer: Viewer,
  key: string,
  { society: { timeZone } }: Settings,
  now: Date,
): Promise<Result<null, TodayRefusal>> {
  return putAside(viewer, key, { until: addDays(now, SNOOZE_DAYS, timeZone), reason: null, fact: "put-off" }, now);
}

/** Dismisses an item for good, with a reason. If the same thing happens again, that is a new item. */
export async function dismiss(viewer: Viewer, key: string, reason: string, now: Date): Promise<Result<null, TodayRefusal>> {
  return putAside(viewer, key, { until: null, reason, fact: "dismissed" }, now);
}

interface Aside {
  until: Date | null;
  reason: string | null;
  fact: Fact["fact"];
}

/**
 * Saved in one statement with its audit line. A dismissed item cannot be put off; one that has come back can be put aside
 * again.
 */
async function putAside(
  { memberId, staff }: Viewer,
  key: string,
  { until, reason, fact }: Aside,
  now: Date,
): Promise<Result<null, TodayRefusal>> {
  if (staff === "none") return refuse("not-staff");
  const known = readKey(key);
  if (!known) return refuse("not-found");
  await db().$executeRaw`
    WITH aside AS (
      INSERT INTO "today_dismissals" ("key", "kind", "subjectId", "until", "reason", "byId", "at")
      VALUES (${key}, ${known.kind}, ${known.subjectId}::uuid, ${until}::timestamptz, ${reason}, ${memberId}::uuid, ${now}::timestamptz)
      ON CONFLICT ("key") DO UPDATE SET "until" = excluded."until", "reason" = excluded."reason", "byId" = excluded."byId",
        "at" = excluded."at"
      WHERE "today_dismissals"."until" <= ${now}::timestamptz
        OR ("today_dismissals"."until" IS NOT NULL AND excluded."until" IS NULL)
      RETURNING "key"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${memberId}::uuid, ${fact}, ${subjectOf(known.kind)}, ${known.subjectId}::uuid,
      jsonb_build_object('kind', ${known.kind}::text)
    FROM aside`;
  return done(null);
}

/** Brings an item back to the list, if it still needs attention. */
export async function takeUp({ memberId, staff }: Viewer, key: string, now: Date): Promise<Result<null, TodayRefusal>> {
  if (staff === "none") return refuse("not-staff");
  const known = readKey(key);
  if (!known) return refuse("not-found");
  await db().$executeRaw`
    WITH back AS (
      DELETE FROM "today_dismissals" WHERE "key" = ${key} RETURNING "key"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${memberId}::uuid, 'taken-up', ${subjectOf(known.kind)}, ${known.subjectId}::uuid,
      jsonb_build_object('kind', ${known.kind}::text)
    FROM back`;
  return done(null);
}

const SUBJECTS: Record<Kind, Subject> = {
  "sweep-late": "finding",
  finding: "finding",
  "mails-failed": "mail",
  "mail-failed": "member",
  "proposal-expiring": "proposal",
  "support-request": "support-request",
  "account-waiting": "member",
  "readiness-with-staff": "condition",
  "survey-contact": "member",
  "mentor-swamped": "member",
  "mentor-silent": "member",
  "partner-silent": "relationship",
  "no-first-conversation": "relationship",
  "relationship-quiet": "relationship",
};

function subjectOf(kind: Kind): Subject {
  return SUBJECTS[kind];
}
