-- AlterTable
ALTER TABLE "members" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- From here on by hand: what the schema files cannot say.

-- A husk is nobody's account: no sign-in finds it, and nothing brings it back to life.
ALTER TABLE "members" ADD CONSTRAINT "members_erased"
  CHECK ("erasedAt" IS NULL OR ("status" = 'deleted' AND "issuer" IS NULL AND "subject" IS NULL AND "staff" = 'none'));
-- Few of many: for the night, which looks once more for what reached them at the same moment.
CREATE INDEX "members_erased_lately" ON "members" ("erasedAt") WHERE "erasedAt" IS NOT NULL;
