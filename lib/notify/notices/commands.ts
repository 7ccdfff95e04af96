import { db, Prisma } from "@/lib/foundation/db/client";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { CHOOSABLE_GROUPS, type MailChoices } from "./groups";
import type { Notice, NoticeData } from "./notice";
import type { Unsubscription } from "./unsubscribe";

/** Marks everything that the viewer was told as read. Returns how many were unread. */
export async function markAllRead(viewer: Viewer, now: Date): Promise<number> {
  const { count } = await db().notification.updateMany({
    where: { memberId: viewer.memberId, readAt: null },
    data: { readAt: now },
  });
  return count;
}

/** Marks these of the viewer's own as read. */
export async function markKeysRead({ memberId }: Viewer, keys: readonly string[], now: Date): Promise<void> {
  await db().notification.updateMany({ where: { memberId, key: { in: [...keys] }, readAt: null }, data: { readAt: now } });
}

/** Marks one of the viewer's own as read. Returns what it is about; null when it is not theirs, or not there. */
export async function markRead(
  viewer: Viewer,
  key: string,
  now: Date,
): Promise<Pick<Notice, "kind" | "proposalId" | "role" | "data"> | null> {
  const where = { key, memberId: viewer.memberId };
  await db().notification.updateMany({ where: { ...where, readAt: null }, data: { readAt: now } });
  const found = await db().notification.findFirst({ where, select: { kind: true, proposalId: true, role: true, data: true } });
  return found && { ...found, role: found.role as Role | null, data: found.data as NoticeData };
}

/**
 * Saves how the viewer wants the mails of each group named. Mails already held for the digest go into the next one, unless
 * the group is off now. Returns whether anything has changed.
 */
export async function saveChoices({ memberId }: Viewer, choices: MailChoices, now: Date): Promise<boolean> {
  const wanted = CHOOSABLE_GROUPS.flatMap((group) => (choices[group] ? [{ group, choice: choices[group] }] : []));
  const count = await db().$executeRaw`
    WITH wanted AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("group" text, "choice" text)
    ), removed AS (
      DELETE FROM "notification_choices" c USING wanted w
      WHERE c."memberId" = ${memberId}::uuid AND c."group" = w."group" AND w."choice" = 'at-once'
      RETURNING c."group", 'at-once' AS "choice"
    ), kept AS (
      INSERT INTO "notification_choices" AS c ("memberId", "group", "choice", "changedAt")
      SELECT ${memberId}::uuid, "group", "choice", ${now}::timestamptz FROM wanted WHERE "choice" <> 'at-once'
      ON CONFLICT ("memberId", "group") DO UPDATE SET "choice" = excluded."choice", "changedAt" = excluded."changedAt"
        WHERE c."choice" <> excluded."choice"
      RETURNING c."group", c."choice"
    ), changed AS (
      SELECT * FROM removed UNION ALL SELECT * FROM kept
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'member', ${memberId}::uuid, 'mail-choices-saved', 'member', ${memberId}::uuid,
      jsonb_object_agg("group", "choice")
    FROM changed HAVING count(*) > 0`;
  return count > 0;
}

/**
 * What a link in a mail asks for, by whoever has the link: no more mails of that group, or no more digests. Doing it again
 * changes nothing. Returns whether anything has changed.
 */
export async function stopMails({ memberId, what }: Unsubscription, now: Date): Promise<boolean> {
  const stopped =
    what === "digest"
      ? Prisma.sql`UPDATE "notification_choices" SET "choice" = 'none', "changedAt" = ${now}::timestamptz
          WHERE "memberId" = ${memberId}::uuid AND "choice" = 'digest' RETURNING "group"`
      : Prisma.sql`INSERT INTO "notification_choices" AS c ("memberId", "group", "choice", "changedAt")
          SELECT "id", ${what}, 'none', ${now}::timestamptz FROM "members" WHERE "id" = ${memberId}::uuid
          ON CONFLICT ("memberId", "group") DO UPDATE SET "choice" = 'none', "changedAt" = excluded."changedAt"
            WHERE c."choice" <> 'none'
          RETURNING "group"`;
  const count = await db().$executeRaw`
    WITH stopped AS (${stopped})
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'member', ${memberId}::uuid, 'mails-stopped', 'member', ${memberId}::uuid,
      jsonb_object_agg("group", 'none')
    FROM stopped HAVING count(*) > 0`;
  return count > 0;
}
