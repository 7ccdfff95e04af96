-- AlterTable
ALTER TABLE "member_letters" ADD COLUMN     "list" TEXT NOT NULL DEFAULT 'members',
ADD COLUMN     "pairsRead" INTEGER;

-- CreateTable
CREATE TABLE "pair_letter_recipients" (
    "letterId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "variant" TEXT NOT NULL,
    "relationshipId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "aboutId" UUID,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "pair_letter_recipients_pkey" PRIMARY KEY ("letterId","memberId","variant")
);

-- CreateIndex
CREATE INDEX "pair_letter_recipients_memberId_idx" ON "pair_letter_recipients"("memberId");

-- CreateIndex
CREATE INDEX "pair_letter_recipients_aboutId_idx" ON "pair_letter_recipients"("aboutId");

-- CreateIndex
CREATE UNIQUE INDEX "pair_letter_recipients_letterId_memberId_relationshipId_key" ON "pair_letter_recipients"("letterId", "memberId", "relationshipId");

-- From here on by hand: what the schema files cannot say.

ALTER TABLE "member_letters" ADD CONSTRAINT "member_letters_list" CHECK ("list" = 'members' OR "list" = 'relationships' AND "memberId" IS NULL);

-- The release before takes every letter to a list for one to members. As it does not count pairs, it fails here instead of writing a
-- letter to a few pairs to all members.
ALTER TABLE "member_letters" ADD CONSTRAINT "member_letters_pairs" CHECK (
  ("pairsRead" IS NOT NULL) = ("list" = 'relationships' AND "startedAt" IS NOT NULL));

ALTER TABLE "pair_letter_recipients"
  ADD CONSTRAINT "pair_letter_recipients_role" CHECK ("role" IN ('mentee', 'mentor')),
  ADD CONSTRAINT "pair_letter_recipients_state" CHECK (
    "state" IN ('waiting', 'told', 'suspended', 'deleted', 'had-it', 'apart', 'stopped')),
  ADD CONSTRAINT "pair_letter_recipients_at" CHECK (("at" IS NULL) = ("state" = 'waiting'));

-- For the sweep: whom a letter has yet to reach.
CREATE INDEX "pair_letter_recipients_waiting_idx" ON "pair_letter_recipients"("letterId", "memberId", "variant") WHERE "state" = 'waiting';
