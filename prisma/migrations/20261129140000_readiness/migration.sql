-- CreateTable
CREATE TABLE "readiness_conditions" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "textNumber" INTEGER NOT NULL DEFAULT 1,
    "neededText" INTEGER NOT NULL DEFAULT 1,
    "resourceId" UUID,
    "link" TEXT,
    "countsAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "spreadDueAt" TIMESTAMPTZ(3),
    "spreadAfter" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "readiness_conditions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_texts" (
    "conditionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "readiness_texts_pkey" PRIMARY KEY ("conditionId","number")
);

-- CreateTable
CREATE TABLE "readiness_items" (
    "id" UUID NOT NULL,
    "conditionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "isLacking" BOOLEAN NOT NULL,
    "textNumber" INTEGER NOT NULL,
    "countsAt" TIMESTAMPTZ(3) NOT NULL,
    "metAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "warnedDays" INTEGER,
    "answerUntil" TIMESTAMPTZ(3),
    "words" TEXT,
    "note" TEXT,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "readiness_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_referees" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "answer" TEXT,
    "words" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "readiness_referees_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "readiness_conditions_programmeId_role_idx" ON "readiness_conditions"("programmeId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "readiness_items_conditionId_memberId_key" ON "readiness_items"("conditionId", "memberId");

-- CreateIndex
CREATE INDEX "readiness_items_memberId_idx" ON "readiness_items"("memberId");

-- CreateIndex
CREATE INDEX "readiness_items_by_status" ON "readiness_items"("conditionId", "status", "movedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "readiness_items_by_time" ON "readiness_items"("movedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "readiness_referees_itemId_askedAt_idx" ON "readiness_referees"("itemId", "askedAt");

-- CreateIndex
CREATE INDEX "readiness_referees_expiresAt_idx" ON "readiness_referees"("expiresAt");

-- AddForeignKey
ALTER TABLE "readiness_conditions" ADD CONSTRAINT "readiness_conditions_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_texts" ADD CONSTRAINT "readiness_texts_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "readiness_conditions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_items" ADD CONSTRAINT "readiness_items_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "readiness_conditions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_items" ADD CONSTRAINT "readiness_items_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_referees" ADD CONSTRAINT "readiness_referees_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "readiness_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what the schema files cannot say.

ALTER TABLE "readiness_conditions"
  ADD CONSTRAINT "readiness_conditions_role" CHECK ("role" IN ('mentor', 'mentee')),
  ADD CONSTRAINT "readiness_conditions_kind" CHECK ("kind" IN ('declaration', 'training', 'approval', 'check', 'referee')),
  ADD CONSTRAINT "readiness_conditions_training" CHECK (num_nonnulls("resourceId", "link") = CASE "kind" WHEN 'training' THEN 1 ELSE 0 END);

ALTER TABLE "readiness_items"
  ADD CONSTRAINT "readiness_items_role" CHECK ("role" IN ('mentor', 'mentee')),
  ADD CONSTRAINT "readiness_items_status" CHECK ("status" IN ('open', 'asked', 'with-staff', 'met', 'refused', 'expired')),
  -- Nobody is kept from anything by a condition that they meet.
  ADD CONSTRAINT "readiness_items_lacking" CHECK (NOT "isLacking" OR "status" <> 'met'),
  ADD CONSTRAINT "readiness_items_met" CHECK ("status" <> 'met' OR "metAt" IS NOT NULL);

ALTER TABLE "readiness_referees"
  ADD CONSTRAINT "readiness_referees_answer" CHECK ("answer" IN ('yes', 'no')),
  ADD CONSTRAINT "readiness_referees_answered" CHECK (("answer" IS NULL) = ("answeredAt" IS NULL));

-- Who is not ready. With no conditions it is empty, and asking it costs nothing.
CREATE INDEX "readiness_items_lacking" ON "readiness_items" ("memberId", "role", "programmeId") WHERE "isLacking";
-- The same for the list of staff.
CREATE INDEX "readiness_items_lacking_by_time" ON "readiness_items" ("movedAt" DESC, "id") WHERE "isLacking";
-- What the sweep looks for.
CREATE INDEX "readiness_items_due" ON "readiness_items" ("dueAt", "id") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "readiness_conditions_due" ON "readiness_conditions" ("spreadDueAt", "id") WHERE "spreadDueAt" IS NOT NULL;
