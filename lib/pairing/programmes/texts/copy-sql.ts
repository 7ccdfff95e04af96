import { Prisma } from "@/lib/foundation/db/client";

/**
 * A step of the statement that copies a programme: the texts that the first has of its own, as they are published, are the copy's too.
 * Before it stand the new programmes as `created`, with what they are as `input`.
 */
export const COPIED_TEXTS = Prisma.sql`
    copied_texts AS (
      INSERT INTO "programme_documents" ("programmeId", "slug", "number", "title", "body", "createdAt", "publishedAt", "authorId")
      SELECT i."id", d."slug", 1, d."title", d."body", i."createdAt", i."createdAt", d."authorId"
      FROM created JOIN input i USING ("id") JOIN "programme_documents" d ON d."programmeId" = i."copiedFromId"
      WHERE d."body" IS NOT NULL AND d."publishedAt" IS NOT NULL AND NOT EXISTS (
        SELECT FROM "programme_documents" n WHERE n."programmeId" = d."programmeId" AND n."slug" = d."slug"
          AND n."number" > d."number" AND n."publishedAt" IS NOT NULL)
    )`;
