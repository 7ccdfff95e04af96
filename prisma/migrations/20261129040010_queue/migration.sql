-- CreateTable
CREATE TABLE "queue_places" (
    "proposalId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "goesFirst" BOOLEAN NOT NULL DEFAULT false,
    "askedPlace" INTEGER,

    CONSTRAINT "queue_places_pkey" PRIMARY KEY ("proposalId")
);

-- CreateTable
CREATE TABLE "proposal_choices" (
    "proposalId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "menteeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "isDue" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "proposal_choices_pkey" PRIMARY KEY ("proposalId","position")
);

-- CreateIndex
CREATE INDEX "queue_places_in_order" ON "queue_places"("mentorId", "goesFirst" DESC, "joinedAt", "proposalId");

-- CreateIndex
CREATE INDEX "queue_places_menteeId_idx" ON "queue_places"("menteeId");

-- CreateIndex
CREATE UNIQUE INDEX "queue_places_mentorId_menteeId_key" ON "queue_places"("mentorId", "menteeId");

-- CreateIndex
CREATE INDEX "proposal_choices_menteeId_idx" ON "proposal_choices"("menteeId");

-- CreateIndex
CREATE INDEX "proposal_choices_mentorId_idx" ON "proposal_choices"("mentorId");

-- AddForeignKey
ALTER TABLE "queue_places" ADD CONSTRAINT "queue_places_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_choices" ADD CONSTRAINT "proposal_choices_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- From here on by hand.

ALTER TABLE "queue_places" ADD CONSTRAINT "queue_places_people" CHECK ("menteeId" <> "mentorId");
ALTER TABLE "proposal_choices"
  ADD CONSTRAINT "proposal_choices_people" CHECK ("menteeId" <> "mentorId"),
  ADD CONSTRAINT "proposal_choices_position" CHECK ("position" BETWEEN 1 AND 5);

-- Nobody is asked for a free place of a mentor while somebody else is.
CREATE UNIQUE INDEX "queue_places_one_per_place" ON "queue_places" ("mentorId", "askedPlace") WHERE "askedPlace" IS NOT NULL;

-- What the sweep takes: who waits, by mentor, and proposals whose next choice is to be asked.
CREATE INDEX "queue_places_waiting" ON "queue_places" ("mentorId") WHERE "askedPlace" IS NULL;
CREATE INDEX "proposal_choices_due" ON "proposal_choices" ("proposalId") WHERE "isDue";
