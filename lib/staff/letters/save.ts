import { db, Prisma } from "@/lib/foundation/db/client";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { getSettings } from "@/lib/society/settings/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { hasHad, isAddressed, sameLately, unreached } from "./conditions";
import type { DueLetter, Read } from "./letter";
import { MEMBER_LETTER_NOTICES } from "./notices";
import { readPairs } from "./pairs/save";

/** So many of a list become recipients in one statement: members, or the partners of half as many relationships. */
const READ_AT_ONCE = 20_000;

/** One member of a list whom a letter has yet to reach. */
export interface DueRecipient {
  letterId: string;
  memberId: string;
}

/** Reads the lists of letters that are due to begin, and ends those that have reached everybody. Returns how many have begun. */
export async function attend(letters: readonly DueLetter[], now: Date, atOnce = READ_AT_ONCE): Promise<number> {
  const settings = await getSettings();
  let begun = 0;
  for (const letter of letters) {
    let unread: DueLetter | null = letter.isRead ? null : letter;
    while (unread) unread = await readOn(unread, settings, atOnce, now);
    if (letter.status === "scheduled") begun += 1;
  }
  await endWhatIsSent(
    letters.map(({ id }) => id),
    now,
  );
  return begun;
}

/** Returns the letter as it is then, when more of its list is to be read; null too when another sweep, or a stop, was quicker. */
async function readOn(letter: DueLetter, settings: Settings, atOnce: number, now: Date): Promise<DueLetter | null> {
  const isToPairs = letter.list === "relationships";
  const read = await (isToPairs
    ? readPairs(letter, settings, Math.ceil(atOnce / 2), now)
    : readMembers(letter, settings, atOnce, now));
  return read && !read.isRead ? { ...letter, ...read, startedAt: letter.startedAt ?? now } : null;
}

/** The next members on the list become recipients, and with the last of them the trail says how many they are, in one statement. */
async function readMembers(letter: DueLetter, settings: Settings, atOnce: number, now: Date): Promise<Read | null> {
  const startedAt = letter.startedAt ?? now;
  const [read] = await db().$queryRaw<Read[]>`
    WITH found AS MATERIALIZED (
      SELECT m."id" FROM "members" m WHERE ${isAddressed(letter, settings, startedAt)}
        ${letter.readUpTo ? Prisma.sql`AND m."id" > ${letter.readUpTo}::uuid` : Prisma.empty}
      ORDER BY m."id" LIMIT ${atOnce}
    ), read AS MATERIALIZED (
      UPDATE "member_letters" SET "status" = 'sending', "startedAt" = ${startedAt}::timestamptz, "version" = "version" + 1,
        "readUpTo" = coalesce((SELECT "id" FROM found ORDER BY "id" DESC LIMIT 1), "readUpTo"),
        "isRead" = (SELECT count(*) FROM found) < ${atOnce}
      WHERE "id" = ${letter.id}::uuid AND "version" = ${letter.version} AND "status" IN ('scheduled', 'sending')
      RETURNING "id", "authorId", "version", "readUpTo", "isRead"
    ), chosen AS (
      INSERT INTO "member_letter_recipients" ("letterId", "memberId") SELECT b."id", s."id" FROM read b, found s
      ON CONFLICT DO NOTHING RETURNING 1
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'staff', b."authorId", 'letter-sent-to-many', 'letter', NULL, jsonb_build_object('letter', b."id",
        'members', (SELECT count(*) FROM chosen) + (SELECT count(*) FROM "member_letter_recipients" r WHERE r."letterId" = b."id"))
      FROM read b WHERE b."isRead"
    )
    SELECT "version", "readUpTo", "isRead" FROM read`;
  return read ?? null;
}

/** Those of which nobody waits any more: what a statement sees of others that run beside it decides, so a later sweep may be the one. */
export async function endWhatIsSent(ids: readonly string[], now: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE "member_letters" l SET "status" = 'sent', "dueAt" = NULL, "endedAt" = ${now}::timestamptz, "version" = l."version" + 1
    WHERE l."id" = ANY(${[...ids]}::uuid[]) AND l."status" = 'sending' AND l."isRead"
      AND NOT EXISTS (SELECT FROM "member_letter_recipients" r WHERE r."letterId" = l."id" AND r."state" = 'waiting')
      AND NOT EXISTS (SELECT FROM "pair_letter_recipients" r WHERE r."letterId" = l."id" AND r."state" = 'waiting')`;
}

/**
 * Tells these of their letters, in the product and by mail as each has chosen, in one statement: a sweep that is killed has told them
 * all or none, and of two at once one skips whom the other holds. Those whom it cannot reach are noted with the reason, and so is the
 * rest of a letter that was stopped. Returns how many were told.
 */
export async function tell(due: readonly DueRecipient[], now: Date): Promise<number> {
  const rows = await db().$queryRaw<{ told: number }[]>`
    WITH held AS MATERIALIZED (
      SELECT r."letterId", r."memberId"
      FROM jsonb_to_recordset(${JSON.stringify(due)}::jsonb) AS i("letterId" uuid, "memberId" uuid)
      JOIN "member_letter_recipients" r ON r."letterId" = i."letterId" AND r."memberId" = i."memberId" AND r."state" = 'waiting'
      ORDER BY r."letterId", r."memberId" FOR UPDATE OF r SKIP LOCKED
    ), letters AS MATERIALIZED (
      SELECT l."id", l."status", l."memberId", ${sameLately(now)} AS "same"
      FROM "member_letters" l WHERE l."id" IN (SELECT "letterId" FROM held)
    ), decided AS MATERIALIZED (
      SELECT h."letterId", h."memberId", CASE WHEN l."memberId" IS NULL THEN 'letter-to-many' ELSE 'letter-to-one' END AS "kind",
        CASE WHEN l."status" = 'stopped' THEN 'stopped'
          ELSE coalesce(${unreached(hasHad(Prisma.sql`l."same"`, now))}, 'told') END AS "state"
      FROM held h JOIN letters l ON l."id" = h."letterId" LEFT JOIN "members" m ON m."id" = h."memberId"
    ), noted AS (
      UPDATE "member_letter_recipients" r SET "state" = d."state", "at" = ${now}::timestamptz
      FROM decided d WHERE r."letterId" = d."letterId" AND r."memberId" = d."memberId"
    ), told AS MATERIALIZED (
      SELECT concat("kind", ':', "letterId", ':', "memberId") AS "key", "memberId" AS "to", NULL::text AS "role", "kind",
        NULL::uuid AS "proposalId", NULL::uuid AS "aboutId", jsonb_build_object('letterId', "letterId") AS "data",
        ${now}::timestamptz AS "at"
      FROM decided WHERE "state" = 'told'
    ), ${NOTIFIED}, ${mailed(MEMBER_LETTER_NOTICES)}
    SELECT count(*)::integer AS "told" FROM told`;
  await endWhatIsSent([...new Set(due.map(({ letterId }) => letterId))], now);
  return rows[0]?.told ?? 0;
}
