import { Prisma } from "@/lib/foundation/db/client";
import { MOST_ROWS } from "./kinds";

/** The columns of a part, in their order. */
export function row(
  kind: string,
  columns: {
    occasion: string;
    subjectId?: string;
    since: string;
    until?: string;
    people?: string;
    count?: string;
    what?: string;
  },
) {
  const { occasion, subjectId = "NULL::uuid", since, until = "NULL::timestamptz", people = "", count = "1", what } = columns;
  return Prisma.raw(`
    concat('${kind}:', coalesce(${subjectId}::text, '-'), ':', ${occasion}) AS "key", '${kind}'::text AS "kind",
    ${subjectId} AS "subjectId", ${since} AS "since", ${until} AS "until", ARRAY[${people}]::uuid[] AS "memberIds",
    ${count}::integer AS "count", ${what ?? "NULL"}::text AS "what"`);
}

/** Leaves out items that are put aside, and stops when enough are found. */
export function open(part: Prisma.Sql, orderBy: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    (SELECT c.* FROM (${part}) c
    WHERE NOT EXISTS (SELECT FROM "today_dismissals" d
      WHERE d."key" = c."key" AND (d."until" IS NULL OR d."until" > ${now}::timestamptz))
    ORDER BY ${Prisma.raw(orderBy)} LIMIT ${MOST_ROWS + 1})`;
}

/** An instant as part of a key. */
export const stamp = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint`;
