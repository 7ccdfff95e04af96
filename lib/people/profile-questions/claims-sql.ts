import { Prisma } from "@/lib/foundation/db/client";

/** The questions that claims of the sign-in answer, as one value: for the statement that a sign-in makes anyway. NULL where there are none. */
export const CLAIM_QUESTIONS = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object('id', q."id", 'kind', q."kind", 'readers', q."readers", 'options', q."options", 'claim', q."claim"))
  FROM "profile_questions" q WHERE q."claim" IS NOT NULL AND q."retiredAt" IS NULL)`;
