-- AlterTable
ALTER TABLE "relationship_rhythms" ADD COLUMN     "programmeId" UUID;
