-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "calendar" TEXT;

-- CreateTable
CREATE TABLE "meetings" (
    "id" UUID NOT NULL,
    "relationshipId" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "method" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "sendsDetails" BOOLEAN NOT NULL,
    "suggestedStartsAt" TIMESTAMPTZ(3),
    "suggestedEndsAt" TIMESTAMPTZ(3),
    "cancelledBecause" TEXT,
    "remindAt" TIMESTAMPTZ(3),
    "isReminded" BOOLEAN NOT NULL DEFAULT false,
    "dueAt" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "memberId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("memberId")
);

-- CreateIndex
CREATE INDEX "meetings_relationshipId_startsAt_idx" ON "meetings"("relationshipId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_tokenHash_key" ON "calendar_feeds"("tokenHash");

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what schema files cannot say.
ALTER TABLE "meetings"
  ADD CONSTRAINT "meetings_status" CHECK ("status" IN ('planned', 'cancelled', 'held', 'not-held')),
  ADD CONSTRAINT "meetings_answer" CHECK ("answer" IN ('waiting', 'accepted', 'declined', 'suggested')),
  ADD CONSTRAINT "meetings_times" CHECK ("endsAt" > "startsAt"),
  ADD CONSTRAINT "meetings_suggestion" CHECK (
    ("answer" = 'suggested') = ("suggestedStartsAt" IS NOT NULL) AND ("answer" = 'suggested') = ("suggestedEndsAt" IS NOT NULL)
    AND ("suggestedStartsAt" IS NULL OR "suggestedEndsAt" > "suggestedStartsAt")),
  ADD CONSTRAINT "meetings_because" CHECK (
    ("status" = 'cancelled') = ("cancelledBecause" IS NOT NULL)
    AND ("cancelledBecause" IS NULL OR "cancelledBecause" IN ('organiser', 'partner', 'end'))),
  ADD CONSTRAINT "meetings_due" CHECK ("dueAt" IS NULL OR ("status" = 'planned' AND "remindAt" IS NOT NULL AND NOT "isReminded"));
CREATE INDEX "meetings_due_at" ON "meetings" ("dueAt", "id") WHERE "dueAt" IS NOT NULL;
-- What a relationship that ends has to call off.
CREATE INDEX "meetings_planned" ON "meetings" ("startsAt", "id") WHERE "status" = 'planned';
