import { db } from "@/lib/db/client";
import { type Entry, surnameKeyOf } from "./entry";

/** Puts lines into the register, all in one statement; a number that is there already becomes what is said now. */
export async function saveEntries(entries: readonly Entry[], now: Date): Promise<number> {
  const rows = entries.map(({ number, name, surname, email, standing }) => ({
    number,
    name,
    surnameKey: surnameKeyOf({ name, ...(surname === undefined ? {} : { surname }) }),
    email,
    standing,
  }));
  return db().$executeRaw`
    INSERT INTO "register_entries" ("number", "name", "surnameKey", "email", "standing", "importedAt")
    SELECT r."number", r."name", r."surnameKey", r."email", r."standing", ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("number" text, "name" text, "surnameKey" text, "email" text, "standing" text)
    ON CONFLICT ("number") DO UPDATE SET "name" = excluded."name", "surnameKey" = excluded."surnameKey",
      "email" = excluded."email", "standing" = excluded."standing", "importedAt" = excluded."importedAt"`;
}
