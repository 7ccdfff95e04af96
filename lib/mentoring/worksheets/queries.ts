import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { type Opened, readBoxes, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { ERASED_WORDS } from "@/lib/foundation/wording";
import { isPartner } from "@/lib/pairing/relationships/access-sql";
import { MOST_SHEETS, pickWords, type Sheet, type SheetKind, type SheetWords, type Version } from "./sheet";

/** A sheet in the list of its kind. */
export interface ListedSheet extends Sheet {
  changedById: string;
  changedByName: string;
}

/** A sheet as it is in one of its versions, with who wrote each, newest first. */
export interface SheetDetails extends Sheet {
  /** The version that `words` are of. */
  shown: number;
  versions: Version[];
}

/** All sheets of a kind that the two have, the one changed last first; none for anybody else. */
export async function listSheets(viewer: Viewer, relationshipId: string, kind: SheetKind): Promise<ListedSheet[]> {
  const rows = await db().$queryRaw<(Row & Pick<ListedSheet, "changedById" | "changedByName">)[]>`
    SELECT s."id", s."kind", s."number", s."createdAt", s."changedAt", v."words" AS "sealed", v."authorId" AS "changedById",
      m."name" AS "changedByName"
    FROM "sheets" s
    JOIN "sheet_versions" v ON v."sheetId" = s."id" AND v."number" = s."number"
    JOIN "members" m ON m."id" = v."authorId"
    WHERE ${isTheirs(viewer, relationshipId)} AND s."kind" = ${kind}
    ORDER BY s."changedAt" DESC, s."id"
    LIMIT ${MOST_SHEETS}`;
  return rows.map(({ sealed, ...sheet }) => ({ ...sheet, ...show(sheet, sheet.number, sealed) }));
}

/**
 * One sheet of the two, in its newest version or in `number`, in one query. Null when there is none, or no such version,
 * that is any of the viewer's business.
 */
export async function findSheet(
  viewer: Viewer,
  relationshipId: string,
  sheetId: string,
  number: number | null = null,
): Promise<SheetDetails | null> {
  if (!isId(sheetId)) return null;
  const [row] = await db().$queryRaw<(Row & { shown: number; versions: Timed<Version>[] })[]>`
    SELECT s."id", s."kind", s."number", s."createdAt", s."changedAt", v."number" AS "shown", v."words" AS "sealed",
      (SELECT jsonb_agg(jsonb_build_object('number', o."number", 'authorId', o."authorId", 'authorName', m."name",
          'writtenAt', o."writtenAt") ORDER BY o."number" DESC)
        FROM "sheet_versions" o JOIN "members" m ON m."id" = o."authorId" WHERE o."sheetId" = s."id") AS "versions"
    FROM "sheets" s
    JOIN "sheet_versions" v ON v."sheetId" = s."id" AND v."number" = coalesce(${number}::integer, s."number")
    WHERE s."id" = ${sheetId}::uuid AND ${isTheirs(viewer, relationshipId)}`;
  if (!row) return null;
  const { sealed, versions, ...sheet } = row;
  return {
    ...sheet,
    ...show(sheet, sheet.shown, sealed),
    versions: versions.map((version) => ({ ...version, writtenAt: new Date(version.writtenAt) })),
  };
}

/** The words of one version; null when there is none, its author is erased, or they cannot be read. For a command, which has already found whose sheet it is. */
export async function findVersion(sheetId: string, number: number): Promise<SheetWords | null> {
  const where = { sheetId_number: { sheetId, number } };
  const row = await db().sheetVersion.findUnique({ where, select: { words: true } });
  const opened = row?.words ? openVersion(sheetId, number, row.words) : null;
  return opened?.isReadable ? opened.words : null;
}

function isTheirs({ memberId }: Viewer, relationshipId: string): Prisma.Sql {
  return Prisma.sql`s."relationshipId" = ${relationshipId}::uuid AND EXISTS (SELECT FROM "relationships" r
    WHERE r."id" = s."relationshipId" AND ${isPartner({ memberId })})`;
}

/** What a version says, or the sentence in its place. */
function show({ id, kind }: Pick<Sheet, "id" | "kind">, number: number, sealed: string | null): Shown {
  if (sealed === null) return { words: pickWords(kind, { title: ERASED_WORDS }), isUnreadable: false };
  const opened = openVersion(id, number, sealed);
  if (opened.isReadable) return { words: opened.words, isUnreadable: false };
  return { words: pickWords(kind, { title: opened.instead }), isUnreadable: true };
}

function openVersion(sheetId: string, number: number, sealed: string): Opened<SheetWords> {
  return tryOpen<SheetWords>("sheet_versions.words", [sheetId, number], sealed, readBoxes);
}

type Shown = Pick<Sheet, "words" | "isUnreadable">;
type Row = Omit<Sheet, keyof Shown> & { sealed: string | null };
type Timed<Of extends { writtenAt: Date }> = Omit<Of, "writtenAt"> & { writtenAt: string };
