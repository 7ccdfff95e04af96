-- AlterTable
ALTER TABLE "relationships" ADD COLUMN     "asked" TEXT,
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "endReason" TEXT,
ADD COLUMN     "extensionAskedBy" TEXT,
ADD COLUMN     "extensionMonths" INTEGER,
ADD COLUMN     "firstConversationAt" TIMESTAMPTZ(3);


-- From here on by hand: what the schema files cannot say.

-- Those that are active have their end before them: the sweep asks about it, or completes them, when its time has come.
UPDATE "relationships" SET "dueAt" = "agreedUntil" - interval '1 month' WHERE "endedAt" IS NULL;

ALTER TABLE "relationships"
  ADD CONSTRAINT "relationships_due" CHECK (("endedAt" IS NULL) = ("dueAt" IS NOT NULL)),
  ADD CONSTRAINT "relationships_ended" CHECK (("endedAt" IS NULL) = ("endedBecause" IS NULL)),
  ADD CONSTRAINT "relationships_because"
    CHECK ("endedBecause" IN ('mentee', 'mentor', 'staff', 'mentee-left', 'mentor-left', 'completed')),
  ADD CONSTRAINT "relationships_asked" CHECK ("asked" IN ('month', 'week')),
  ADD CONSTRAINT "relationships_extension" CHECK (
    ("extensionMonths" IS NULL) = ("extensionAskedBy" IS NULL)
    AND ("extensionAskedBy" IS NULL OR "extensionAskedBy" IN ('mentee', 'mentor')));

-- The sweep's only index.
CREATE INDEX "relationships_due_at" ON "relationships" ("dueAt", "id") WHERE "dueAt" IS NOT NULL;
