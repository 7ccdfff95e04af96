-- AlterTable
ALTER TABLE "profile_questions" ADD COLUMN     "isFilter" BOOLEAN NOT NULL DEFAULT false;

-- By hand: mentors are found by what everybody reads on their profile, and by what can be chosen.
ALTER TABLE "profile_questions"
  ADD CONSTRAINT "profile_questions_filter" CHECK (NOT "isFilter" OR "kind" IN ('choice', 'choices', 'yes-no')
    AND "readers" = 'everybody' AND "role" = 'mentor' AND "programmeId" IS NULL);

-- Each choice of an answer with its question, as one key.
CREATE FUNCTION answer_keys(question uuid, answer text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT array_agg(question::text || ':' || part) FROM string_to_table(answer, ',') AS part);
