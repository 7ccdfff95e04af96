-- What staff write to one member, or to all members of a filtered list.
CREATE TABLE "member_letters" (
    "id" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "memberId" UUID,
    "filters" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "readUpTo" UUID,
    "isRead" BOOLEAN NOT NULL DEFAULT false,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "member_letters_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "member_letters_status" CHECK ("status" IN ('draft', 'scheduled', 'sending', 'sent', 'stopped')),
    CONSTRAINT "member_letters_due" CHECK (("dueAt" IS NOT NULL) = ("status" IN ('scheduled', 'sending'))),
    CONSTRAINT "member_letters_started" CHECK (("startedAt" IS NULL) = ("status" IN ('draft', 'scheduled'))),
    CONSTRAINT "member_letters_read" CHECK ("status" NOT IN ('draft', 'scheduled') OR NOT "isRead" AND "readUpTo" IS NULL),
    CONSTRAINT "member_letters_to" CHECK ("memberId" IS NULL OR "filters" = '')
);
CREATE INDEX "member_letters_changedAt_id_idx" ON "member_letters"("changedAt" DESC, "id" DESC);
CREATE INDEX "member_letters_startedAt_idx" ON "member_letters"("startedAt");
CREATE INDEX "member_letters_due_idx" ON "member_letters"("dueAt", "id") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "member_letters_to_one_idx" ON "member_letters"("memberId") WHERE "memberId" IS NOT NULL;

-- Who was on the list when it was sent.
CREATE TABLE "member_letter_recipients" (
    "letterId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "member_letter_recipients_pkey" PRIMARY KEY ("letterId", "memberId"),
    CONSTRAINT "member_letter_recipients_state" CHECK ("state" IN ('waiting', 'told', 'suspended', 'deleted', 'had-it', 'stopped')),
    CONSTRAINT "member_letter_recipients_at" CHECK (("at" IS NULL) = ("state" = 'waiting'))
);
CREATE INDEX "member_letter_recipients_memberId_idx" ON "member_letter_recipients"("memberId");
-- For the sweep: whom a letter has yet to reach.
CREATE INDEX "member_letter_recipients_waiting_idx" ON "member_letter_recipients"("letterId", "memberId") WHERE "state" = 'waiting';
