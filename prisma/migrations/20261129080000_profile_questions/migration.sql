-- CreateTable
CREATE TABLE "profile_questions" (
    "id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "readers" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "help" TEXT NOT NULL DEFAULT '',
    "isRequired" BOOLEAN NOT NULL,
    "options" JSONB NOT NULL DEFAULT '[]',
    "retiredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "profile_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile_answers" (
    "memberId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "answer" TEXT,
    "sealed" TEXT,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "profile_answers_pkey" PRIMARY KEY ("memberId","questionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "profile_questions_role_number_key" ON "profile_questions"("role", "number");

-- CreateIndex
CREATE INDEX "profile_answers_questionId_idx" ON "profile_answers"("questionId");

-- AddForeignKey
ALTER TABLE "profile_answers" ADD CONSTRAINT "profile_answers_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile_answers" ADD CONSTRAINT "profile_answers_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "profile_questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what a question can be, and that an answer is kept in one way, in the open or sealed.
ALTER TABLE "profile_questions"
  ADD CONSTRAINT "profile_questions_role" CHECK ("role" IN ('mentee', 'mentor')),
  ADD CONSTRAINT "profile_questions_kind" CHECK ("kind" IN ('text', 'choice', 'choices', 'yes-no', 'number', 'date')),
  ADD CONSTRAINT "profile_questions_readers" CHECK ("readers" IN ('staff', 'partners', 'everybody')),
  ADD CONSTRAINT "profile_questions_numbers" CHECK ("number" BETWEEN 1 AND 40 AND "version" > 0),
  ADD CONSTRAINT "profile_questions_options" CHECK (jsonb_typeof("options") = 'array');
ALTER TABLE "profile_answers"
  ADD CONSTRAINT "profile_answers_kept" CHECK (num_nonnulls("answer", "sealed") = 1);
