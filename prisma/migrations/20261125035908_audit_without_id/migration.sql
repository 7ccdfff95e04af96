-- AlterTable
ALTER TABLE "audit_events" ALTER COLUMN "subjectId" DROP NOT NULL;
