-- Matching by staff: runs, who took part in them, and the drafts.
CREATE TABLE "matching_runs" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "mentees" INTEGER NOT NULL DEFAULT 0,
    "scored" INTEGER NOT NULL DEFAULT 0,
    "settled" INTEGER NOT NULL DEFAULT 0,
    "places" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),
    "heldUntil" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "matching_runs_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "matching_runs_status" CHECK ("status" IN ('gathering', 'scoring', 'assigning', 'drafted', 'cancelled', 'failed', 'ended')),
    CONSTRAINT "matching_runs_due" CHECK (("dueAt" IS NOT NULL) = ("status" IN ('gathering', 'scoring', 'assigning'))),
    CONSTRAINT "matching_runs_ended" CHECK (("endedAt" IS NOT NULL) = ("status" IN ('cancelled', 'failed', 'ended')))
);
CREATE INDEX "matching_runs_startedAt_id_idx" ON "matching_runs"("startedAt" DESC, "id" DESC);
CREATE INDEX "matching_runs_due_idx" ON "matching_runs"("dueAt", "id") WHERE "dueAt" IS NOT NULL;
-- One at a time in each programme.
CREATE UNIQUE INDEX "matching_runs_live_key" ON "matching_runs"("programmeId") WHERE "endedAt" IS NULL;

CREATE TABLE "matching_mentees" (
    "runId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "topics" BIGINT NOT NULL,
    "methods" BIGINT NOT NULL,
    "languages" BIGINT NOT NULL,
    "sector" INTEGER,
    "region" INTEGER,
    "mentors" INTEGER[],
    "scores" INTEGER[],
    "isScored" BOOLEAN NOT NULL DEFAULT false,
    "isWhole" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "matching_mentees_pkey" PRIMARY KEY ("runId", "n")
);
CREATE INDEX "matching_mentees_memberId_idx" ON "matching_mentees"("memberId");

CREATE TABLE "matching_mentors" (
    "runId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "places" INTEGER NOT NULL,
    "topics" BIGINT NOT NULL,
    "methods" BIGINT NOT NULL,
    "languages" BIGINT NOT NULL,
    "sector" INTEGER,
    "region" INTEGER,
    "answerHours" INTEGER,
    "calm" SMALLINT NOT NULL,
    "cutScore" INTEGER,
    "cutSince" TIMESTAMPTZ(3),
    "cutId" UUID,

    CONSTRAINT "matching_mentors_pkey" PRIMARY KEY ("runId", "n")
);
CREATE INDEX "matching_mentors_memberId_idx" ON "matching_mentors"("memberId");

CREATE TABLE "matches" (
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "isLocked" BOOLEAN NOT NULL DEFAULT false,
    "origin" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "score" INTEGER,
    "wish" INTEGER,
    "ratherMentors" INTEGER[],
    "fitBetter" INTEGER NOT NULL DEFAULT 0,
    "ratherMentees" INTEGER[],
    "refusal" TEXT,
    "proposalId" UUID,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "matches_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "matches_state" CHECK ("state" IN ('draft', 'publishing', 'published', 'accepted', 'over', 'refused', 'dropped')),
    CONSTRAINT "matches_origin" CHECK ("origin" IN ('whole', 'hand', 'next')),
    CONSTRAINT "matches_refusal" CHECK (("refusal" IS NOT NULL) = ("state" = 'refused')),
    CONSTRAINT "matches_place" CHECK ("place" > 0)
);
CREATE UNIQUE INDEX "matches_runId_menteeId_mentorId_key" ON "matches"("runId", "menteeId", "mentorId");
CREATE INDEX "matches_menteeId_idx" ON "matches"("menteeId");
CREATE INDEX "matches_mentorId_idx" ON "matches"("mentorId");
-- A mentee has one match at a time in a run, and each place of a mentor is given once.
CREATE UNIQUE INDEX "matches_mentee_key" ON "matches"("runId", "menteeId") WHERE "state" IN ('draft', 'publishing', 'published', 'accepted');
CREATE UNIQUE INDEX "matches_place_key" ON "matches"("runId", "mentorId", "place") WHERE "state" IN ('draft', 'publishing', 'published', 'accepted');
-- For the sweep: what is to be published, and what waits for an answer.
CREATE INDEX "matches_due_idx" ON "matches"("id") WHERE "state" IN ('publishing', 'published');
