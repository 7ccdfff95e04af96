import type { Texts } from "@/lib/foundation/amending";
import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Direction } from "./resource";

interface Insertion {
  actor: Viewer;
  id: string;
  texts: Texts;
  from: number;
  fact: "drafted" | "published" | "restored";
  now: Date;
}

/** The next version, with its line of the audit trail, in one statement; the first one makes the resource, last in the list. */
export async function insertVersion({ actor, id, texts, from, fact, now }: Insertion): Promise<boolean> {
  const number = from + 1;
  const published = fact === "published" ? number : null;
  const shelf =
    from === 0
      ? Prisma.sql`
        INSERT INTO "resources" ("id", "position", "publishedNumber", "createdAt")
        SELECT "id", (SELECT coalesce(max("position"), 0) + 1 FROM "resources"), ${published}::integer, ${now}::timestamptz
        FROM written`
      : Prisma.sql`
        UPDATE "resources" r SET "publishedNumber" = coalesce(${published}::integer, r."publishedNumber")
        FROM written w WHERE r."id" = w."id"`;
  // Insert the version first: if two people take the same number, the second insert fails and changes nothing else either.
  const count = await db().$executeRaw`
    WITH written AS (
      INSERT INTO "resource_versions"
        ("resourceId", "number", "title", "summary", "audience", "film", "body", "createdAt", "publishedAt", "authorId")
      VALUES (${id}::uuid, ${number}::integer, ${texts.title}, ${texts.summary}, ${texts.audience}, ${texts.film}, ${texts.body},
        ${now}::timestamptz, ${published === null ? null : now}::timestamptz, ${actor.memberId}::uuid)
      ON CONFLICT DO NOTHING
      RETURNING "resourceId" AS "id"
    ), shelf AS (${shelf})
    ${auditedOf(actor, fact, now, Prisma.sql`'number', ${number}::integer`)}`;
  return count === 1;
}

/** Members see it no more; all versions stay. False when another version is published than `number`. */
export async function unpublish(actor: Viewer, id: string, number: number, now: Date): Promise<boolean> {
  const count = await db().$executeRaw`
    WITH written AS (
      UPDATE "resources" SET "publishedNumber" = NULL
      WHERE "id" = ${id}::uuid AND "publishedNumber" = ${number}::integer
      RETURNING "id"
    )
    ${auditedOf(actor, "taken-down", now, Prisma.sql`'number', ${number}::integer`)}`;
  return count === 1;
}

/** Swaps it with its neighbour. All rows are locked, so that two moves at once run one after the other. */
export async function swap(actor: Viewer, id: string, direction: Direction, now: Date): Promise<boolean> {
  const step = direction === "up" ? -1 : 1;
  const count = await db().$executeRaw`
    WITH held AS MATERIALIZED (SELECT "id", "position" FROM "resources" ORDER BY "id" FOR UPDATE),
    ranked AS MATERIALIZED (SELECT "id", row_number() OVER (ORDER BY "position", "id")::integer AS "rank" FROM held),
    pair AS (
      SELECT a."id" AS "one", a."rank" AS "from", b."id" AS "other", b."rank" AS "to"
      FROM ranked a JOIN ranked b ON b."rank" = a."rank" + ${step}::integer WHERE a."id" = ${id}::uuid
    ), placed AS (
      UPDATE "resources" r SET "position" = CASE r."id" WHEN p."one" THEN p."to" WHEN p."other" THEN p."from" ELSE k."rank" END
      FROM ranked k, pair p WHERE k."id" = r."id"
      RETURNING r."id"
    ), written AS (SELECT "id" FROM placed WHERE "id" = ${id}::uuid)
    ${auditedOf(actor, "moved", now, Prisma.sql`'direction', ${direction}::text`)}`;
  return count === 1;
}

function auditedOf({ memberId }: Viewer, fact: string, now: Date, data: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${memberId}::uuid, ${fact}, 'resource', "id", jsonb_build_object(${data})
    FROM written`;
}
