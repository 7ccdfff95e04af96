import { Prisma } from "@/lib/foundation/db/client";

/**
 * A step of the statement that copies a programme: what those who join the first are asked, those who join the copy are asked too. Before it
 * stand the new programmes as `created`, with what they are as `input`.
 */
export const COPIED_QUESTIONS = Prisma.sql`
    copied_questions AS (
      INSERT INTO "profile_questions" ("id", "role", "programmeId", "number", "position", "kind", "readers", "question", "help",
        "isRequired", "options", "filledFrom", "claim", "createdAt", "changedAt")
      SELECT gen_random_uuid(), q."role", i."id", q."number", q."position", q."kind", q."readers", q."question", q."help",
        q."isRequired", q."options", q."filledFrom", q."claim", i."createdAt", i."createdAt"
      FROM created JOIN input i USING ("id") JOIN "profile_questions" q ON q."programmeId" = i."copiedFromId" AND q."retiredAt" IS NULL
    )`;
