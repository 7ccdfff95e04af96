import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { type Opened, readBoxes, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { ERASED_WORDS } from "@/lib/foundation/wording";
import { isPartner } from "@/lib/pairing/relationships/access-sql";
import { MOST_WORKSHEETS, pickWords, type Version, type Worksheet, type WorksheetKind, type WorksheetWords } from "./worksheet";

/** A worksheet in the list of its kind. */
export interface ListedWorksheet extends Worksheet {
  changedById: string;
  changedByName: string;
}

/** A worksheet in one of its versions, with the author of each version, newest first. */
export interface WorksheetDetails extends Worksheet {
  /** The version that `words` come from. */
  shown: number;
  versions: Version[];
}

/** All worksheets of a kind that the two have, the last changed first; none for anybody else. */
export async function listWorksheets(viewer: Viewer, relationshipId: string, kind: WorksheetKind): Promise<ListedWorksheet[]> {
  const rows = await db().$queryPrepared<(Row & Pick<ListedWorksheet, "changedById" | "changedByName">)[]>`
    SELECT s."id", s."kind", s."number", s."createdAt", s."changedAt", v."words" AS "sealed", v."authorId" AS "changedById",
      m."name" AS "changedByName"
    FROM "sheets" s
    JOIN "sheet_versions" v ON v."sheetId" = s."id" AND v."number" = s."number"
    JOIN "members" m ON m."id" = v."authorId"
    WHERE ${isTheirs(viewer, relationshipId)} AND s."kind" = ${kind}
    ORDER BY s."changedAt" DESC, s."id"
    LIMIT ${MOST_WORKSHEETS}`;
  return rows.map(({ sealed, ...worksheet }) => ({ ...worksheet, ...show(worksheet, worksheet.number, sealed) }));
}

/**
 * One worksheet, in its newest version or in version `number`, in one query. Null when there is none, no such version, or it
 * is not the viewer's.
 */
export async function findWorksheet(
  viewer: Viewer,
  relationshipId: string,
  worksheetId: string,
  number: number | null = null,
): Promise<WorksheetDetails | null> {
  if (!isId(worksheetId)) return null;
  const [row] = await db().$queryPrepared<(Row & { shown: number; versions: Timed<Version>[] })[]>`
    SELECT s."id", s."kind", s."number", s."createdAt", s."changedAt", v."number" AS "shown", v."words" AS "sealed",
      (SELECT jsonb_agg(jsonb_build_object('number', o."number", 'authorId', o."authorId", 'authorName', m."name",
          'writtenAt', o."writtenAt") ORDER BY o."number" DESC)
        FROM "sheet_versions" o JOIN "members" m ON m."id" = o."authorId" WHERE o."sheetId" = s."id") AS "versions"
    FROM "sheets" s
    JOIN "sheet_versions" v ON v."sheetId" = s."id" AND v."number" = coalesce(${number}::integer, s."number")
    WHERE s."id" = ${worksheetId}::uuid AND ${isTheirs(viewer, relationshipId)}`;
  if (!row) return null;
  const { sealed, versions, ...worksheet } = row;
  return {
    ...worksheet,
    ...show(worksheet, worksheet.shown, sealed),
    versions: versions.map((version) => ({ ...version, writtenAt: new Date(version.writtenAt) })),
  };
}

/**
 * The words of one version; null when there is none, its author has been erased, or it cannot be decrypted. For a command,
 * which has checked whose worksheet it is.
 */
export async function findVersion(worksheetId: string, number: number): Promise<WorksheetWords | null> {
  const where = { sheetId_number: { sheetId: worksheetId, number } };
  const row = await db().sheetVersion.findUnique({ where, select: { words: true } });
  const opened = row?.words ? openVersion(worksheetId, number, row.words) : null;
  return opened?.isReadable ? opened.words : null;
}

function isTheirs({ memberId }: Viewer, relationshipId: string): Prisma.Sql {
  return Prisma.sql`s."relationshipId" = ${relationshipId}::uuid AND EXISTS (SELECT FROM "relationships" r
    WHERE r."id" = s."relationshipId" AND ${isPartner({ memberId })})`;
}

/** The words of a version, or a sentence in their place. */
function show({ id, kind }: Pick<Worksheet, "id" | "kind">, number: number, sealed: string | null): Shown {
  if (sealed === null) return { words: pickWords(kind, { title: ERASED_WORDS }), isUnreadable: false };
  const opened = openVersion(id, number, sealed);
  if (opened.isReadable) return { words: opened.words, isUnreadable: false };
  return { words: pickWords(kind, { title: opened.instead }), isUnreadable: true };
}

function openVersion(worksheetId: string, number: number, sealed: string): Opened<WorksheetWords> {
  return tryOpen<WorksheetWords>("sheet_versions.words", [worksheetId, number], sealed, readBoxes);
}

type Shown = Pick<Worksheet, "words" | "isUnreadable">;
type Row = Omit<Worksheet, keyof Shown> & { sealed: string | null };
type Timed<Of extends { writtenAt: Date }> = Omit<Of, "writtenAt"> & { writtenAt: string };
