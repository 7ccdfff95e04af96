import { db, Prisma } from "@/lib/foundation/db/client";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import type { Settings } from "@/lib/society/settings/settings";
import { hasHad, sameLately, unreached } from "../conditions";
import type { DueLetter, Read } from "../letter";
import { MEMBER_LETTER_NOTICES } from "../notices";
import { IS_APART, isAddressed, readersOf } from "./conditions";

/** Somebody whom a letter to pairs has yet to reach, with one of its wordings. */
export interface DueReader {
  letterId: string;
  memberId: string;
  variant: string;
}

/**
 * The partners of the next relationships on the list become recipients, and with the last of them the trail says how many there are, in
 * one statement. Returns where it has come to; null when another sweep, or a stop, was quicker.
 */
export async function readPairs(letter: DueLetter, settings: Settings, atOnce: number, now: Date): Promise<Read | null> {
  const startedAt = letter.startedAt ?? now;
  const [read] = await db().$queryRaw<Read[]>`
    WITH found AS MATERIALIZED (
      SELECT p."id", p."menteeId", p."mentorId" FROM "relationships" p WHERE ${await isAddressed(letter, settings, startedAt)}
        ${letter.readUpTo ? Prisma.sql`AND p."id" > ${letter.readUpTo}::uuid` : Prisma.empty}
      ORDER BY p."id" LIMIT ${atOnce}
    ), readers AS MATERIALIZED (${readersOf(letter)}), read AS MATERIALIZED (
      UPDATE "member_letters" SET "status" = 'sending', "startedAt" = ${startedAt}::timestamptz, "version" = "version" + 1,
        "readUpTo" = coalesce((SELECT "id" FROM found ORDER BY "id" DESC LIMIT 1), "readUpTo"),
        "pairsRead" = coalesce("pairsRead", 0) + (SELECT count(*) FROM found)::integer,
        "isRead" = (SELECT count(*) FROM found) < ${atOnce}
      WHERE "id" = ${letter.id}::uuid AND "version" = ${letter.version} AND "status" IN ('scheduled', 'sending')
      RETURNING "id", "authorId", "version", "readUpTo", "isRead", "pairsRead"
    ), chosen AS (
      INSERT INTO "pair_letter_recipients" ("letterId", "memberId", "variant", "relationshipId", "role", "aboutId")
      SELECT b."id", w."memberId", w."variant", w."relationshipId", w."role", w."aboutId" FROM read b, readers w
      ON CONFLICT DO NOTHING RETURNING 1
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'staff', b."authorId", 'letter-sent-to-many', 'letter', NULL, jsonb_build_object('letter', b."id",
        'pairs', b."pairsRead",
        'letters', (SELECT count(*) FROM chosen) + (SELECT count(*) FROM "pair_letter_recipients" r WHERE r."letterId" = b."id"))
      FROM read b WHERE b."isRead"
    )
    SELECT "version", "readUpTo", "isRead" FROM read`;
  return read ?? null;
}

/**
 * Tells these of their letters, each under a key of letter, member and relationship, in one statement: as `tell` does it for members.
 * Whoever has been kept apart from the partner whom it names is not told. Returns how many were told.
 */
export async function tellReaders(due: readonly DueReader[], now: Date): Promise<number> {
  const rows = await db().$queryRaw<{ told: number }[]>`
    WITH held AS MATERIALIZED (
      SELECT r."letterId", r."memberId", r."variant", r."relationshipId", r."role", r."aboutId"
      FROM jsonb_to_recordset(${JSON.stringify(due)}::jsonb) AS i("letterId" uuid, "memberId" uuid, "variant" text)
      JOIN "pair_letter_recipients" r ON r."letterId" = i."letterId" AND r."memberId" = i."memberId" AND r."variant" = i."variant"
        AND r."state" = 'waiting'
      ORDER BY r."letterId", r."memberId", r."variant" FOR UPDATE OF r SKIP LOCKED
    ), letters AS MATERIALIZED (
      SELECT l."id", l."status", ${sameLately(now)} AS "same"
      FROM "member_letters" l WHERE l."id" IN (SELECT "letterId" FROM held)
    ), decided AS MATERIALIZED (
      SELECT w.*, CASE WHEN l."status" = 'stopped' THEN 'stopped'
        ELSE coalesce(${unreached(hasHad(Prisma.sql`l."same"`, now, Prisma.sql`w."variant"`), IS_APART)}, 'told') END AS "state"
      FROM held w JOIN letters l ON l."id" = w."letterId" LEFT JOIN "members" m ON m."id" = w."memberId"
    ), noted AS (
      UPDATE "pair_letter_recipients" r SET "state" = d."state", "at" = ${now}::timestamptz
      FROM decided d WHERE r."letterId" = d."letterId" AND r."memberId" = d."memberId" AND r."variant" = d."variant"
    ), told AS MATERIALIZED (
      SELECT concat('letter-to-pairs:', "letterId", ':', "memberId", ':', "relationshipId") AS "key", "memberId" AS "to", "role",
        'letter-to-pairs' AS "kind", CASE WHEN "aboutId" IS NOT NULL THEN "relationshipId" END AS "proposalId", "aboutId",
        jsonb_build_object('letterId', "letterId") AS "data", ${now}::timestamptz AS "at"
      FROM decided WHERE "state" = 'told'
    ), ${NOTIFIED}, ${mailed(MEMBER_LETTER_NOTICES)}
    SELECT count(*)::integer AS "told" FROM told`;
  return rows[0]?.told ?? 0;
}
