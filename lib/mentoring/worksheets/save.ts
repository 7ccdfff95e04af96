import { db } from "@/lib/foundation/db/client";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import { openRelationship } from "@/lib/pairing/relationships/access-sql";
import { newsOf } from "@/lib/pairing/relationships/news";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
import { WORKSHEET_NOTICES } from "./notices";
import { MOST_WORKSHEETS, type WorksheetKind, type WorksheetWords } from "./worksheet";

interface Writing {
  viewer: Viewer;
  relationship: RelationshipView;
  worksheetId: string;
  kind: WorksheetKind;
  words: WorksheetWords;
  /** The society's. */
  timeZone: string;
  now: Date;
}

export type Saved = "saved" | "ended" | "too-many" | "lost";

/** Inserts a worksheet with its first version, in one statement. `lost`: there is already one with this id. */
export async function insertWorksheet({
  viewer,
  relationship,
  worksheetId,
  kind,
  words,
  timeZone,
  now,
}: Writing): Promise<Saved> {
  const sealed = seal("sheet_versions.words", [worksheetId, 1], JSON.stringify(words));
  const [row] = await db().$queryRaw<Row[]>`
    WITH open AS MATERIALIZED (${openRelationship(viewer, relationship.id, now)}),
    room AS MATERIALIZED (
      SELECT o."id" FROM open o
      WHERE (SELECT count(*) FROM "sheets" s WHERE s."relationshipId" = o."id" AND s."kind" = ${kind}) < ${MOST_WORKSHEETS}
    ), written AS MATERIALIZED (
      INSERT INTO "sheets" ("id", "relationshipId", "kind", "createdAt", "changedAt")
      SELECT ${worksheetId}::uuid, "id", ${kind}, ${now}::timestamptz, ${now}::timestamptz FROM room
      ON CONFLICT DO NOTHING
      RETURNING "id", "relationshipId"
    ), versioned AS (
      INSERT INTO "sheet_versions" ("sheetId", "number", "words", "authorId", "writtenAt")
      SELECT "id", 1, ${sealed}, ${viewer.memberId}::uuid, ${now}::timestamptz FROM written
    ), saved AS MATERIALIZED (SELECT "relationshipId" AS "id" FROM written),
    ${consequencesOf([newsOf(viewer, relationship, `${kind}-changed`, `${kind}-added`, timeZone, now)], WORKSHEET_NOTICES)}
    SELECT EXISTS (SELECT FROM open) AS "isOpen", EXISTS (SELECT FROM room) AS "hasRoom", EXISTS (SELECT FROM saved) AS "isSaved"`;
  return outcomeOf(row);
}

/** Adds the next version on top of version `from`, in one statement. `lost`: somebody else has already added one. */
export async function saveVersion(writing: Writing & { from: number }): Promise<Saved> {
  const { viewer, relationship, worksheetId, kind, words, from, timeZone, now } = writing;
  const sealed = seal("sheet_versions.words", [worksheetId, from + 1], JSON.stringify(words));
  const [row] = await db().$queryRaw<Row[]>`
    WITH open AS MATERIALIZED (${openRelationship(viewer, relationship.id, now)}),
    written AS MATERIALIZED (
      UPDATE "sheets" s SET "number" = ${from + 1}::integer, "changedAt" = ${now}::timestamptz FROM open o
      WHERE s."id" = ${worksheetId}::uuid AND s."relationshipId" = o."id" AND s."number" = ${from}::integer
      RETURNING s."id", s."relationshipId"
    ), versioned AS (
      INSERT INTO "sheet_versions" ("sheetId", "number", "words", "authorId", "writtenAt")
      SELECT "id", ${from + 1}::integer, ${sealed}, ${viewer.memberId}::uuid, ${now}::timestamptz FROM written
    ), saved AS MATERIALIZED (SELECT "relationshipId" AS "id" FROM written),
    ${consequencesOf([newsOf(viewer, relationship, `${kind}-changed`, `${kind}-changed`, timeZone, now)], WORKSHEET_NOTICES)}
    SELECT EXISTS (SELECT FROM open) AS "isOpen", true AS "hasRoom", EXISTS (SELECT FROM saved) AS "isSaved"`;
  return outcomeOf(row);
}

interface Row {
  isOpen: boolean;
  hasRoom: boolean;
  isSaved: boolean;
}

function outcomeOf(row: Row | undefined): Saved {
  if (!row?.isOpen) return "ended";
  if (!row.hasRoom) return "too-many";
  return row.isSaved ? "saved" : "lost";
}
