-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "sealed" TEXT;

-- AlterTable
ALTER TABLE "meetings" ALTER COLUMN "words" DROP NOT NULL;

-- AlterTable
ALTER TABLE "messages" ALTER COLUMN "body" DROP NOT NULL;

-- AlterTable
ALTER TABLE "sheet_versions" ALTER COLUMN "words" DROP NOT NULL;


-- From here on by hand: what the schema files cannot say.

-- A goal stays when those who worded it are erased, without what they wrote.
ALTER TABLE "goal_steps" DROP CONSTRAINT "goal_steps_words";

-- What mails about meetings said was kept in plain text until now: it is forgotten. Those that wait are written anew.
UPDATE "mails" SET "subject" = NULL, "html" = NULL, "text" = NULL, "calendar" = NULL WHERE "kind" LIKE 'meeting-%';
