import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { applyImport, wouldShutOut } from "./apply";
import { digestOf } from "./digest";
import { type Entry, surnameKeyOf } from "./entry";
import { openFile, surveyFile } from "./file";
import { findColumnFault, findWordFault, guessWords, type MappingFault } from "./mapping";
import { getImport } from "./queries";
import { type Actor, type Encoding, type FileFault, lapsesMany, type Mapping, SILENT_SECONDS } from "./register-import";
import { inOneStep, insertImport, readFile } from "./save";
import type { ImportRefusal } from "./wording";

/** Adds lines to the register in one statement, replacing those with the same number. */
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

/** Staff upload a file. It is scanned and stored, but the register does not change yet. Returns the id of the import. */
export async function receiveFile(
  actor: Actor,
  { name, bytes }: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<Result<string, ImportRefusal | FileFault>> {
  if (actor.staff === "none") return refuse("not-staff");
  const opened = await openFile(bytes);
  if (!opened.ok) return opened;
  const survey = await surveyFile(opened.value);
  if (!survey.ok) return survey;
  const { encoding, delimiter, readings } = opened.value;
  const fileName = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").slice(0, 120) || "register.csv";
  const { columns: head, rows } = survey.value;
  const given = {
    source: "upload",
    byId: actor.memberId,
    fileName,
    digest: await digestOf(bytes),
    encoding,
    delimiter,
  } as const;
  const id = await insertImport({ ...given, file: bytes, head, readings, rows }, now);
  return id === null ? refuse("another-open") : done(id);
}

type Columns = Omit<Mapping, "current" | "lapsed" | "zeros"> & { isPart: boolean };

/** Staff say how the letters of a file are to be read, where it could be read in several ways. */
export async function chooseReading(
  actor: Actor,
  id: string,
  encoding: Encoding,
  now: Date,
): Promise<Result<null, ImportRefusal | FileFault>> {
  if (actor.staff === "none") return refuse("not-staff");
  const found = await getImport(id);
  if (!found?.readings.some((reading) => reading.encoding === encoding) || found.state !== "uploaded") return refuse("gone");
  const file = await readFile(id);
  if (!file) return refuse("gone");
  const opened = await openFile(file, encoding);
  if (!opened.ok) return opened;
  const survey = await surveyFile(opened.value);
  if (!survey.ok) return survey;
  const { columns, rows } = survey.value;
  const { count } = await db().registerImport.updateMany({
    where: { id, source: "upload", state: "uploaded" },
    data: { encoding, rows, head: columns.map((column) => ({ ...column })) as object[], readings: [], changedAt: now },
  });
  return count > 0 ? done(null) : refuse("gone");
}

/**
 * Staff say which column is which. Returns whether the rows can be read now, or the values of the standing have to be chosen
 * first. Choosing again discards an earlier check.
 */
export async function chooseColumns(
  actor: Actor,
  id: string,
  { isPart, ...columns }: Columns,
  now: Date,
): Promise<Result<"words" | "check", ImportRefusal | MappingFault>> {
  if (actor.staff === "none") return refuse("not-staff");
  const found = await getImport(id);
  if (!found || found.finishedAt || found.readings.length > 0) return refuse("gone");
  const standing = columns.standing === null ? null : found.head[columns.standing];
  const mapping: Mapping = { ...columns, ...guessWords(standing?.words ?? []) };
  const fault = findColumnFault(mapping, found.head);
  if (fault) return refuse(fault);
  const isReady = columns.standing === null;
  const isKept = await keepMapping(id, { mapping, isPart }, isReady ? "checking" : "uploaded", now);
  return isKept ? done(isReady ? "check" : "words") : refuse("gone");
}

/** Staff say which values of the standing mean current and which mean lapsed. Then the rows can be read. */
export async function chooseWords(
  actor: Actor,
  id: string,
  words: Pick<Mapping, "current" | "lapsed">,
  now: Date,
): Promise<Result<null, ImportRefusal | MappingFault>> {
  if (actor.staff === "none") return refuse("not-staff");
  const found = await getImport(id);
  if (!found?.mapping || found.finishedAt) return refuse("gone");
  const fault = findWordFault(words);
  if (fault) return refuse(fault);
  return (await keepMapping(id, { mapping: { ...found.mapping, ...words } }, "checking", now)) ? done(null) : refuse("gone");
}

/** Staff say whether numbers that are shorter than the others have lost their zeros. The rows are read again. */
export async function chooseZeros(
  actor: Actor,
  id: string,
  zeros: "add" | "keep",
  now: Date,
): Promise<Result<null, ImportRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const found = await getImport(id);
  if (!found?.mapping || found.state !== "checked") return refuse("gone");
  return (await keepMapping(id, { mapping: { ...found.mapping, zeros } }, "checking", now)) ? done(null) : refuse("gone");
}

async function keepMapping(
  id: string,
  { mapping, ...rest }: { mapping: Mapping; isPart?: boolean },
  state: "uploaded" | "checking",
  now: Date,
): Promise<boolean> {
  const { count } = await db().registerImport.updateMany({
    where: { id, source: "upload", state: { in: ["uploaded", "checking", "checked"] } },
    data: { ...rest, mapping: { ...mapping }, state, changedAt: now, rowsRead: 0, run: { increment: 1 } },
  });
  return count > 0;
}

/** Staff restart a reading that was cut off, or a check made before the register changed. */
export async function checkAgain(actor: Actor, id: string, now: Date): Promise<Result<null, ImportRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const silentSince = new Date(now.getTime() - SILENT_SECONDS * 1000);
  const count = await db().$executeRaw`
    UPDATE "register_imports" SET "state" = 'checking', "changedAt" = ${now}::timestamptz, "rowsRead" = 0
    WHERE "id" = ${id}::uuid AND "source" = 'upload' AND "mapping" IS NOT NULL
      AND ("state" = 'checked' OR ("state" = 'checking' AND "changedAt" < ${silentSince}::timestamptz))`;
  return count > 0 ? done(null) : refuse("gone");
}

/**
 * Staff import the checked file. Refuses if rows have problems and staff have not said that these are left out, or if many memberships would lapse and staff have not confirmed
 * it.
 */
export async function importChecked(
  actor: Actor,
  id: string,
  { mayLapseMany, leaveOut = false }: { mayLapseMany: boolean; leaveOut?: boolean },
  now: Date,
): Promise<Result<null, ImportRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const found = await getImport(id);
  // The button was pressed twice, and the import is already done.
  if (found?.state === "imported") return done(null);
  if (found?.state !== "checked" || found.source !== "upload") return refuse("gone");
  if (found.counts.problems >= found.rows) return refuse("nothing-left");
  if (found.counts.problems > 0 && !leaveOut) return refuse("problems");
  if (lapsesMany(found.counts) && !mayLapseMany) return refuse("many-lapse");
  if (await wouldShutOut(id, actor.memberId)) return refuse("yourself");
  if (await applyImport(id, { actor, leaveOut }, now)) return done(null);
  return (await getImport(id))?.state === "imported" ? done(null) : refuse("changed-meanwhile");
}

/**
 * Staff cancel an import that is under way, even a colleague's. Its file and rows are deleted, and the register does not
 * change.
 */
export async function dropImport(actor: Actor, id: string, now: Date): Promise<Result<null, ImportRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const count = await inOneStep(async (step) => {
    const dropped = await step.$executeRaw`
      WITH dropped AS (
        UPDATE "register_imports" SET "state" = 'dropped', "finishedAt" = ${now}::timestamptz, "file" = NULL, "head" = '[]', "readings" = '[]',
          "mapping" = NULL
        WHERE "id" = ${id}::uuid AND "source" = 'upload' AND "finishedAt" IS NULL RETURNING "id"
      )
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "data")
      SELECT ${now}::timestamptz, 'staff', ${actor.memberId}::uuid, 'register-import-dropped', 'register', jsonb_build_object('import', "id")
      FROM dropped`;
    await step.$executeRaw`
      DELETE FROM "register_import_rows" s USING "register_imports" i
      WHERE s."importId" = ${id}::uuid AND i."id" = s."importId" AND i."state" = 'dropped'`;
    return dropped;
  });
  return count > 0 ? done(null) : refuse("gone");
}
