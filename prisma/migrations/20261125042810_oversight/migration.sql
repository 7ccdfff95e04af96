-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "extraDays" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "withdrawnWords" TEXT;

-- AlterTable
ALTER TABLE "relationships" ADD COLUMN     "isReasonShared" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "staff_letters" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "behalfOf" TEXT,
    "subject" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_letters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "today_dismissals" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID,
    "until" TIMESTAMPTZ(3),
    "reason" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "today_dismissals_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "relationship_rhythms" (
    "relationshipId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "relationship_rhythms_pkey" PRIMARY KEY ("relationshipId")
);

-- CreateIndex
CREATE INDEX "staff_letters_proposalId_at_idx" ON "staff_letters"("proposalId", "at" DESC);

-- CreateIndex
CREATE INDEX "today_dismissals_at_key_idx" ON "today_dismissals"("at" DESC, "key");

-- CreateIndex
CREATE INDEX "relationship_rhythms_lastAt_relationshipId_idx" ON "relationship_rhythms"("lastAt", "relationshipId");

-- By hand from here.
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_extra_days" CHECK ("extraDays" >= 0);
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_reason_shared" CHECK (NOT "isReasonShared" OR "endedBecause" = 'staff');
ALTER TABLE "staff_letters" ADD CONSTRAINT "staff_letters_behalf" CHECK ("behalfOf" IN ('mentee', 'mentor'));
ALTER TABLE "today_dismissals" ADD CONSTRAINT "today_dismissals_reason" CHECK ("until" IS NOT NULL OR "reason" IS NOT NULL);

-- The lists of staff, newest first, whole and by state.
CREATE INDEX "proposals_by_sending" ON "proposals" ("sentAt" DESC, "id" DESC);
CREATE INDEX "proposals_by_status" ON "proposals" ("status", "sentAt" DESC, "id" DESC);
CREATE INDEX "proposal_texts_topics" ON "proposal_texts" USING gin ("topics");
CREATE INDEX "relationships_by_start" ON "relationships" ("startedAt" DESC, "id" DESC);
CREATE INDEX "relationships_open_by_start" ON "relationships" ("startedAt" DESC, "id" DESC) WHERE "endedAt" IS NULL;
CREATE INDEX "relationships_ended_by_start" ON "relationships" ("endedBecause", "startedAt" DESC, "id" DESC) WHERE "endedAt" IS NOT NULL;

-- What Today looks for. Each is as large as what is open, and read from its beginning.
CREATE INDEX "proposals_open_by_expiry" ON "proposals" ("expiresAt", "id") WHERE "status" = 'sent';
CREATE INDEX "proposals_open_by_mentor" ON "proposals" ("mentorId", "sentAt") WHERE "status" = 'sent';
CREATE INDEX "proposals_expired" ON "proposals" ("movedAt" DESC, "id") WHERE "status" = 'expired';
-- A person by the beginnings of the words of their name.
CREATE INDEX "members_name_words" ON "members" USING gin (to_tsvector('simple', "name"));
CREATE INDEX "members_waiting" ON "members" ("createdAt", "id") WHERE "status" = 'waiting';
CREATE INDEX "mails_given_up" ON "mails" ("createdAt", "key") WHERE "status" = 'failed';
CREATE INDEX "findings_open" ON "findings" ("foundAt", "key") WHERE "clearedAt" IS NULL;

-- relationship_rhythms: derived, like an index. A relationship is in it exactly while it is not ended.
CREATE FUNCTION last_together(relationship uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT greatest(r."startedAt", r."firstConversationAt", (
    SELECT max(m."startsAt") FROM "meetings" m WHERE m."relationshipId" = r."id" AND m."status" IN ('planned', 'held')))
  FROM "relationships" r WHERE r."id" = relationship
$$;

CREATE FUNCTION rhythm_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "relationship_rhythms" ("relationshipId", "startedAt", "lastAt")
  VALUES (NEW."id", NEW."startedAt", greatest(NEW."startedAt", NEW."firstConversationAt"));
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_rhythm_begins" AFTER INSERT ON "relationships"
  FOR EACH ROW WHEN (NEW."endedAt" IS NULL) EXECUTE FUNCTION rhythm_begins();

CREATE FUNCTION rhythm_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."endedAt" IS NOT NULL THEN
    DELETE FROM "relationship_rhythms" WHERE "relationshipId" = NEW."id";
  ELSE
    INSERT INTO "relationship_rhythms" ("relationshipId", "startedAt", "lastAt")
    VALUES (NEW."id", NEW."startedAt", last_together(NEW."id"))
    ON CONFLICT ("relationshipId") DO UPDATE SET "startedAt" = excluded."startedAt", "lastAt" = excluded."lastAt";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_rhythm_changes" AFTER UPDATE OF "endedAt", "firstConversationAt", "startedAt" ON "relationships"
  FOR EACH ROW WHEN (ROW(OLD."endedAt", OLD."firstConversationAt", OLD."startedAt")
    IS DISTINCT FROM ROW(NEW."endedAt", NEW."firstConversationAt", NEW."startedAt"))
  EXECUTE FUNCTION rhythm_changes();
CREATE FUNCTION rhythm_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "relationship_rhythms" WHERE "relationshipId" = OLD."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_rhythm_gone" AFTER DELETE ON "relationships" FOR EACH ROW EXECUTE FUNCTION rhythm_gone();

CREATE FUNCTION meeting_beats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD."relationshipId" ELSE NEW."relationshipId" END;
BEGIN
  -- Two meetings at once must be counted one after the other; the next statement sees what the first one left.
  PERFORM 1 FROM "relationship_rhythms" WHERE "relationshipId" = changed FOR UPDATE;
  UPDATE "relationship_rhythms" SET "lastAt" = last_together(changed) WHERE "relationshipId" = changed;
  RETURN NULL;
END $$;
CREATE TRIGGER "meetings_beat" AFTER INSERT OR DELETE ON "meetings" FOR EACH ROW EXECUTE FUNCTION meeting_beats();
CREATE TRIGGER "meetings_beat_changes" AFTER UPDATE OF "status", "startsAt" ON "meetings"
  FOR EACH ROW WHEN (ROW(OLD."status", OLD."startsAt") IS DISTINCT FROM ROW(NEW."status", NEW."startsAt"))
  EXECUTE FUNCTION meeting_beats();

INSERT INTO "relationship_rhythms" ("relationshipId", "startedAt", "lastAt")
SELECT r."id", r."startedAt", last_together(r."id") FROM "relationships" r WHERE r."endedAt" IS NULL;
