-- AlterTable
ALTER TABLE "profile_questions" ADD COLUMN     "claim" TEXT;

-- CreateTable
CREATE TABLE "unfit_claims" (
    "memberId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unfit_claims_pkey" PRIMARY KEY ("memberId","questionId")
);

-- CreateIndex
CREATE INDEX "unfit_claims_questionId_idx" ON "unfit_claims"("questionId");

-- AddForeignKey
ALTER TABLE "unfit_claims" ADD CONSTRAINT "unfit_claims_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unfit_claims" ADD CONSTRAINT "unfit_claims_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "profile_questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: one source at most says an answer, and nobody has to answer what the sign-in says.
ALTER TABLE "profile_questions"
  ADD CONSTRAINT "profile_questions_claim"
  CHECK ("claim" IS NULL OR "filledFrom" IS NULL AND NOT "isRequired" AND char_length("claim") BETWEEN 1 AND 200);
