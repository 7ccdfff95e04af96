-- AlterTable
ALTER TABLE "proposal_texts" ADD COLUMN     "contributionSealed" TEXT,
ADD COLUMN     "meetingSealed" TEXT,
ADD COLUMN     "objectivesSealed" TEXT;

-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "rejectionSealed" TEXT;

-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "namedIds" UUID[] DEFAULT ARRAY[]::UUID[];
