-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "providerAt" TIMESTAMPTZ(3),
ADD COLUMN     "providerReason" TEXT,
ADD COLUMN     "providerState" TEXT;

-- CreateTable
CREATE TABLE "mail_events" (
    "id" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_blocks" (
    "memberId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_blocks_pkey" PRIMARY KEY ("memberId","address")
);

-- CreateTable
CREATE TABLE "register_imports" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "byId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "fileName" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL,
    "file" BYTEA,
    "head" JSONB NOT NULL DEFAULT '[]',
    "mapping" JSONB,
    "run" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL,
    "rowsRead" INTEGER NOT NULL DEFAULT 0,
    "basisId" UUID,
    "counts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "register_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_import_rows" (
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "number" TEXT,
    "name" TEXT,
    "surnameKey" TEXT,
    "email" TEXT,
    "standing" TEXT,
    "problem" TEXT,
    "said" TEXT,

    CONSTRAINT "register_import_rows_pkey" PRIMARY KEY ("importId","line")
);

-- CreateIndex
CREATE INDEX "mail_events_receivedAt_idx" ON "mail_events"("receivedAt");

-- CreateIndex
CREATE INDEX "register_imports_finishedAt_idx" ON "register_imports"("finishedAt" DESC);

-- AddForeignKey
ALTER TABLE "register_import_rows" ADD CONSTRAINT "register_import_rows_importId_fkey" FOREIGN KEY ("importId") REFERENCES "register_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what the schema files cannot say.
ALTER TABLE "register_imports"
  ADD CONSTRAINT "register_imports_state" CHECK ("state" IN ('uploaded', 'checking', 'checked', 'imported', 'dropped')),
  ADD CONSTRAINT "register_imports_source" CHECK ("source" IN ('upload', 'machine')),
  ADD CONSTRAINT "register_imports_finished" CHECK (("finishedAt" IS NOT NULL) = ("state" IN ('imported', 'dropped'))),
  ADD CONSTRAINT "register_imports_forgotten" CHECK ("finishedAt" IS NULL OR "file" IS NULL);
ALTER TABLE "register_import_rows"
  ADD CONSTRAINT "register_import_rows_taken" CHECK (
    "problem" IS NOT NULL OR ("number" IS NOT NULL AND "name" IS NOT NULL AND "surnameKey" IS NOT NULL AND "standing" IN ('current', 'lapsed')));

-- One upload is under way at a time; a number is in a file once; the rows that cannot be taken, line by line.
CREATE UNIQUE INDEX "register_imports_one_open" ON "register_imports" ("source")
  WHERE "source" = 'upload' AND "state" IN ('uploaded', 'checking', 'checked');
CREATE UNIQUE INDEX "register_import_rows_number" ON "register_import_rows" ("importId", "number") WHERE "problem" IS NULL;
CREATE INDEX "register_import_rows_problems" ON "register_import_rows" ("importId", "line") WHERE "problem" IS NOT NULL;

ALTER TABLE "mails"
  ADD CONSTRAINT "mails_provider_state" CHECK ("providerState" IN ('delivered', 'delayed', 'bounced', 'complained')),
  ADD CONSTRAINT "mails_provider_at" CHECK (("providerState" IS NULL) = ("providerAt" IS NULL));
ALTER TABLE "mail_blocks" ADD CONSTRAINT "mail_blocks_reason" CHECK ("reason" IN ('bounced', 'complained'));

-- What staff leaf through: all mails, those of a state or a kind, what the provider had trouble with; and by the provider's name.
CREATE INDEX "mails_newest" ON "mails" ("createdAt" DESC, "key" DESC);
DROP INDEX "mails_unsent";
CREATE INDEX "mails_by_status" ON "mails" ("status", "createdAt" DESC, "key" DESC);
CREATE INDEX "mails_by_kind" ON "mails" ("kind", "createdAt" DESC, "key" DESC);
CREATE INDEX "mails_troubled" ON "mails" ("providerState", "createdAt" DESC, "key" DESC) WHERE "providerState" <> 'delivered';
CREATE INDEX "mails_provider" ON "mails" ("providerId") WHERE "providerId" IS NOT NULL;
