-- AlterTable
ALTER TABLE "mentor_profiles" ADD COLUMN     "availableAgainAt" TIMESTAMPTZ(3);


-- From here on by hand: what the schema files cannot say.

-- Only those who are away come back; the sweep's only index for it.
ALTER TABLE "mentor_profiles" ADD CONSTRAINT "mentor_profiles_again" CHECK (NOT "isAvailable" OR "availableAgainAt" IS NULL);
CREATE INDEX "mentor_profiles_available_again" ON "mentor_profiles" ("availableAgainAt", "memberId") WHERE "availableAgainAt" IS NOT NULL;
