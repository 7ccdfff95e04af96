import { db } from "@/lib/foundation/db/client";
import type { Change } from "./changes";
import type { Settings } from "./settings";

/**
 * Puts these settings in place of those of `version` (0: none are stored), with a line in the audit trail for each that
 * changed. False, and nothing is written, when they are of another version by now.
 */
export async function saveVersion(
  settings: Settings,
  changes: readonly Change[],
  { actorId, version, now }: { actorId: string; version: number; now: Date },
): Promise<boolean> {
  const count = await db().$executeRaw`
    WITH saved AS (
      INSERT INTO "settings" ("id", "values", "version") VALUES (1, ${JSON.stringify(settings)}::jsonb, 1)
      ON CONFLICT ("id") DO UPDATE SET "values" = excluded."values", "version" = "settings"."version" + 1
      WHERE "settings"."version" = ${version}
      RETURNING "version"
    ), used AS (
      UPDATE "logos" SET "usedAt" = ${now}::timestamptz FROM saved
      WHERE "name" = ${settings.society.logo?.name ?? null} AND "usedAt" IS NULL
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${actorId}::uuid, 'setting-changed', 'settings', NULL,
      jsonb_build_object('setting', c."setting", 'from', c."from", 'to', c."to", 'version', saved."version")
    FROM saved, jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c("setting" text, "from" text, "to" text)`;
  return count > 0;
}

/** A logo as we keep it. */
export interface MadeLogo {
  name: string;
  image: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/** Keeps a logo to be looked at. Those that nobody put in force since yesterday go. */
export async function insertLogo(
  { name, image, width, height }: MadeLogo,
  { actorId, now }: { actorId: string; now: Date },
): Promise<void> {
  await db().$executeRaw`
    WITH forgotten AS (
      DELETE FROM "logos" WHERE "usedAt" IS NULL AND "uploadedAt" < ${now}::timestamptz - interval '1 day' AND "name" <> ${name}
    ), kept AS (
      INSERT INTO "logos" ("name", "image", "width", "height", "uploadedAt")
      VALUES (${name}, ${image}::bytea, ${width}, ${height}, ${now}::timestamptz)
      ON CONFLICT ("name") DO UPDATE SET "uploadedAt" = excluded."uploadedAt"
      RETURNING "name"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${actorId}::uuid, 'logo-uploaded', 'settings', NULL, jsonb_build_object('logo', "name")
    FROM kept`;
}

/** Forgets every logo that is not the one in force, those that mails still show too. */
export async function deleteLogos(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "logos" l WHERE NOT EXISTS (
      SELECT FROM "settings" s WHERE s."values" #>> '{society,logo,name}' = l."name")`;
}
