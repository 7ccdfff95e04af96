-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "digestKey" TEXT,
ADD COLUMN     "headers" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "notification_choices" (
    "memberId" UUID NOT NULL,
    "group" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_choices_pkey" PRIMARY KEY ("memberId","group")
);

-- From here on by hand: what the schema files cannot say.
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_choice" CHECK ("choice" IN ('digest', 'none'));

ALTER TABLE "mails" DROP CONSTRAINT "mails_status";
ALTER TABLE "mails"
  ADD CONSTRAINT "mails_status" CHECK ("status" IN ('waiting', 'held', 'digested', 'sent', 'failed', 'overtaken')),
  ADD CONSTRAINT "mails_digested" CHECK (("status" = 'digested') = ("digestKey" IS NOT NULL)),
  ADD CONSTRAINT "mails_overtaken" CHECK ("status" <> 'overtaken' OR "lastError" IS NOT NULL);

-- What waits for a digest, member by member; what went into one; what staff look at.
CREATE INDEX "mails_held" ON "mails" ("memberId", "createdAt") WHERE "status" = 'held';
CREATE INDEX "mails_digest" ON "mails" ("digestKey") WHERE "digestKey" IS NOT NULL;
CREATE INDEX "mails_unsent" ON "mails" ("status", "createdAt" DESC, "key" DESC) WHERE "status" IN ('failed', 'overtaken');
