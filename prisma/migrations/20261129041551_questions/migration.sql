-- AlterTable
ALTER TABLE "mentor_profiles" ADD COLUMN     "takesNoQuestions" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "questions" (
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "firstNumber" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "questions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "questions_conversationId_askedAt_idx" ON "questions"("conversationId", "askedAt" DESC);

-- CreateIndex
CREATE INDEX "questions_menteeId_askedAt_idx" ON "questions"("menteeId", "askedAt" DESC);

-- CreateIndex
CREATE INDEX "questions_mentorId_askedAt_idx" ON "questions"("mentorId", "askedAt" DESC);

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_menteeId_fkey" FOREIGN KEY ("menteeId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what the schema files cannot say.

ALTER TABLE "questions"
  ADD CONSTRAINT "questions_status" CHECK ("status" IN ('waiting', 'answered', 'unanswered', 'closed')),
  ADD CONSTRAINT "questions_due" CHECK (("status" = 'waiting') = ("dueAt" IS NOT NULL)),
  ADD CONSTRAINT "questions_slot" CHECK ("slot" >= 1);

-- However many forms arrive at once: one waiting question between two people, and one in each of the mentee's places.
CREATE UNIQUE INDEX "questions_waiting" ON "questions" ("conversationId") WHERE "status" = 'waiting';
CREATE UNIQUE INDEX "questions_slots" ON "questions" ("menteeId", "slot") WHERE "status" = 'waiting';

-- What the sweep looks for.
CREATE INDEX "questions_due_at" ON "questions" ("dueAt", "id") WHERE "dueAt" IS NOT NULL;
