-- CreateTable
CREATE TABLE "matching_rules" (
    "id" UUID NOT NULL,
    "programmeId" UUID,
    "kind" TEXT NOT NULL,
    "menteeFact" TEXT NOT NULL,
    "mentorFact" TEXT NOT NULL,
    "hours" INTEGER,
    "mustBeKnown" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "matching_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avoided_mentees" (
    "mentorId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "avoided_mentees_pkey" PRIMARY KEY ("mentorId","menteeId")
);

-- CreateIndex
CREATE INDEX "matching_rules_programmeId_idx" ON "matching_rules"("programmeId");

-- CreateIndex
CREATE INDEX "avoided_mentees_menteeId_idx" ON "avoided_mentees"("menteeId");

-- AddForeignKey
ALTER TABLE "matching_rules" ADD CONSTRAINT "matching_rules_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avoided_mentees" ADD CONSTRAINT "avoided_mentees_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avoided_mentees" ADD CONSTRAINT "avoided_mentees_menteeId_fkey" FOREIGN KEY ("menteeId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what a rule can be. Only time zones have a distance, and only where they have to be near.
ALTER TABLE "matching_rules"
  ADD CONSTRAINT "matching_rules_kind" CHECK ("kind" IN ('must', 'never')),
  ADD CONSTRAINT "matching_rules_hours" CHECK (("hours" IS NOT NULL) = ("menteeFact" = 'time-zone')
    AND ("menteeFact" = 'time-zone') = ("mentorFact" = 'time-zone') AND ("hours" IS NULL OR "kind" = 'must' AND "hours" BETWEEN 0 AND 12));
ALTER TABLE "avoided_mentees"
  ADD CONSTRAINT "avoided_mentees_other" CHECK ("mentorId" <> "menteeId");
