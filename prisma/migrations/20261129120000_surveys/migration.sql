-- Surveys of the society's own.
CREATE TABLE "surveys" (
    "id" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "questions" JSONB NOT NULL DEFAULT '[]',
    "role" TEXT,
    "pairing" TEXT,
    "programmeId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "dueAt" TIMESTAMPTZ(3),
    "readUpTo" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "surveys_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "surveys_role" CHECK ("role" IN ('mentor', 'mentee')),
    CONSTRAINT "surveys_pairing" CHECK ("pairing" IN ('with', 'without')),
    CONSTRAINT "surveys_status" CHECK ("status" IN ('draft', 'open', 'closed')),
    CONSTRAINT "surveys_due" CHECK ("status" = 'open' OR "dueAt" IS NULL),
    CONSTRAINT "surveys_days" CHECK ("endsAt" > "startsAt")
);
CREATE INDEX "surveys_changedAt_id_idx" ON "surveys"("changedAt" DESC, "id" DESC);
CREATE INDEX "surveys_due_idx" ON "surveys"("dueAt", "id") WHERE "dueAt" IS NOT NULL;

-- When the sweep next looks at whether two partners are to be asked.
CREATE TABLE "survey_rounds" (
    "relationshipId" UUID NOT NULL,
    "countsFrom" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "survey_rounds_pkey" PRIMARY KEY ("relationshipId")
);
ALTER TABLE "survey_rounds" ADD CONSTRAINT "survey_rounds_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "survey_rounds_due_idx" ON "survey_rounds"("dueAt", "relationshipId") WHERE "dueAt" IS NOT NULL;

-- When a member was last asked, whatever the survey.
CREATE TABLE "surveyed_members" (
    "memberId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "surveyed_members_pkey" PRIMARY KEY ("memberId")
);
ALTER TABLE "surveyed_members" ADD CONSTRAINT "surveyed_members_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One survey asked of one member once.
CREATE TABLE "survey_askings" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "survey" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "relationshipId" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "openUntil" TIMESTAMPTZ(3) NOT NULL,
    "remindAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "survey_askings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "survey_askings_reminded" CHECK ("answeredAt" IS NULL OR "remindAt" IS NULL)
);
ALTER TABLE "survey_askings" ADD CONSTRAINT "survey_askings_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "survey_askings_memberId_occasion_key" ON "survey_askings"("memberId", "occasion");
CREATE INDEX "survey_askings_relationshipId_idx" ON "survey_askings"("relationshipId");
CREATE INDEX "survey_askings_askedAt_idx" ON "survey_askings"("askedAt");
CREATE INDEX "survey_askings_remind_idx" ON "survey_askings"("remindAt", "id") WHERE "remindAt" IS NOT NULL;
-- What waits for a member, for Home.
CREATE INDEX "survey_askings_open_idx" ON "survey_askings"("memberId", "openUntil") WHERE "answeredAt" IS NULL;

-- The answer to it, without the member.
CREATE TABLE "survey_answers" (
    "askingId" UUID NOT NULL,
    "survey" TEXT NOT NULL,
    "programmeId" UUID,
    "role" TEXT,
    "chosen" JSONB NOT NULL,
    "score" INTEGER,
    "words" TEXT,
    "wantsContact" BOOLEAN NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "countedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "survey_answers_pkey" PRIMARY KEY ("askingId"),
    CONSTRAINT "survey_answers_role" CHECK ("role" IN ('mentor', 'mentee')),
    CONSTRAINT "survey_answers_score" CHECK ("score" BETWEEN 1 AND 5)
);
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_askingId_fkey" FOREIGN KEY ("askingId") REFERENCES "survey_askings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Answers that wait until there are enough of them; few.
CREATE INDEX "survey_answers_uncounted_idx" ON "survey_answers"("survey", "answeredAt") WHERE "countedOn" IS NULL;
-- Texts that staff read, once counted.
CREATE INDEX "survey_answers_words_idx" ON "survey_answers"("survey", "countedOn" DESC, "askingId") WHERE "countedOn" IS NOT NULL AND "words" IS NOT NULL;
-- For Today.
CREATE INDEX "survey_answers_contact_idx" ON "survey_answers"("answeredAt") WHERE "wantsContact";

-- How often each answer was given.
CREATE TABLE "survey_figures" (
    "survey" TEXT NOT NULL,
    "countedOn" DATE NOT NULL,
    "programme" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "question" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "survey_figures_pkey" PRIMARY KEY ("survey","countedOn","programme","role","question","value")
);

-- Rounds begin with the relationship; a meeting held and the end bring them forward. The new version keeps a decision that was made
-- without knowing of it from being saved.
CREATE FUNCTION survey_round_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "survey_rounds" ("relationshipId", "countsFrom", "dueAt")
  VALUES (NEW."id", NEW."startedAt", NEW."startedAt" + interval '6 days') ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_survey_round_begins" AFTER INSERT ON "relationships"
  FOR EACH ROW WHEN (NEW."endedAt" IS NULL) EXECUTE FUNCTION survey_round_begins();

CREATE FUNCTION survey_round_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "survey_rounds" SET "dueAt" = NEW."endedAt", "version" = "version" + 1 WHERE "relationshipId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_survey_round_ends" AFTER UPDATE OF "endedAt" ON "relationships"
  FOR EACH ROW WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION survey_round_ends();

CREATE FUNCTION survey_after_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "survey_rounds" SET "dueAt" = least("dueAt", NEW."endsAt"), "version" = "version" + 1
  WHERE "relationshipId" = NEW."relationshipId" AND "dueAt" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "meetings_survey_after_logging" AFTER INSERT ON "meetings"
  FOR EACH ROW WHEN (NEW."status" = 'held') EXECUTE FUNCTION survey_after_meeting();
CREATE TRIGGER "meetings_survey_after_holding" AFTER UPDATE OF "status" ON "meetings"
  FOR EACH ROW WHEN (OLD."status" <> 'held' AND NEW."status" = 'held') EXECUTE FUNCTION survey_after_meeting();

-- Relationships from before are looked at over a week, not all at once.
INSERT INTO "survey_rounds" ("relationshipId", "countsFrom", "dueAt")
SELECT r."id", now(), now() + (abs(hashtext(r."id"::text)) % 168) * interval '1 hour'
FROM "relationships" r WHERE r."endedAt" IS NULL;
