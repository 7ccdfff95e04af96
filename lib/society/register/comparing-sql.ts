import { Prisma } from "@/lib/foundation/db/client";

// Parts of statements that compare the rows of an import with the register and with the members' accounts.

/**
 * Whether somebody with this number lapses because no row that is imported has it. They stay as they are if a row that is left out
 * names them, if some row does not say whose it is, or if the file holds only some of the members.
 */
export const lapsesIfMissing = (id: string, number: Prisma.Sql) => Prisma.sql`(
  NOT EXISTS (SELECT FROM "register_imports" p WHERE p."id" = ${id}::uuid AND p."isPart")
  AND NOT EXISTS (SELECT FROM "register_import_rows" u WHERE u."importId" = ${id}::uuid AND u."problem" IS NOT NULL AND u."keeps" IS NULL)
  AND NOT EXISTS (SELECT FROM "register_import_rows" k WHERE k."importId" = ${id}::uuid AND k."keeps" = ${number}))`;

/** The members with an account (`m`) whose standing the rows of this import would make another one (`said`). */
export const turning = (id: string) => Prisma.sql`
  "members" m LEFT JOIN "register_import_rows" s ON s."importId" = ${id}::uuid AND s."number" = m."number" AND s."problem" IS NULL
  LEFT JOIN "register_entries" e ON e."number" = m."number"
  CROSS JOIN LATERAL (SELECT coalesce(s."standing", 'lapsed') AS "standing") said
  WHERE (s."number" IS NOT NULL OR (e."number" IS NOT NULL AND ${lapsesIfMissing(id, Prisma.sql`m."number"`)})) AND m."erasedAt" IS NULL AND m."standing" <> said."standing"`;

/** The row differs from the register. An import without further columns leaves those that are there. */
export const DIFFERS = Prisma.sql`((e."name", e."surnameKey", e."standing", e."email") IS DISTINCT FROM (s."name", s."surnameKey", s."standing", s."email")
  OR (s."further" IS NOT NULL AND coalesce(e."further", '{}') <> s."further"))`;

/** The import that the register is from. */
export const LATEST = Prisma.sql`
  (SELECT l."id" FROM "register_imports" l WHERE l."state" = 'imported' ORDER BY l."finishedAt" DESC, l."id" LIMIT 1)`;
