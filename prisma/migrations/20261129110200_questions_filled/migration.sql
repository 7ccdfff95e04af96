-- AlterTable
ALTER TABLE "profile_questions" ADD COLUMN     "filledFrom" TEXT;

-- By hand: what the register says is text that staff have, so it is nothing that only partners read, and nobody has to answer it.
ALTER TABLE "profile_questions"
  ADD CONSTRAINT "profile_questions_filled" CHECK ("filledFrom" IS NULL OR "kind" = 'text' AND "readers" <> 'partners' AND NOT "isRequired");
