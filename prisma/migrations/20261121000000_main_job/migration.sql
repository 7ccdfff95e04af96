-- CreateTable
CREATE TABLE "settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "values" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetSeconds" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "demo_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "actorId" UUID,
    "fact" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "key" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "role" TEXT,
    "kind" TEXT NOT NULL,
    "proposalId" UUID,
    "aboutId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "mails" (
    "key" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "role" TEXT,
    "kind" TEXT NOT NULL,
    "proposalId" UUID,
    "aboutId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "providerId" TEXT,
    "toAddress" TEXT,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "sweep_runs" (
    "id" BIGSERIAL NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "counts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "sweep_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "findings" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID,
    "detail" TEXT NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "clearedAt" TIMESTAMPTZ(3),

    CONSTRAINT "findings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "issuer" TEXT,
    "subject" TEXT,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'current',
    "status" TEXT NOT NULL DEFAULT 'active',
    "staff" TEXT NOT NULL DEFAULT 'none',
    "isMentor" BOOLEAN NOT NULL DEFAULT false,
    "isMentee" BOOLEAN NOT NULL DEFAULT false,
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "timeZone" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSignedInAt" TIMESTAMPTZ(3),

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentor_profiles" (
    "memberId" UUID NOT NULL,
    "headline" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "topics" INTEGER[],
    "sector" INTEGER,
    "region" INTEGER,
    "yearsOfExperience" INTEGER NOT NULL,
    "languages" INTEGER[],
    "methods" INTEGER[],
    "capacity" INTEGER NOT NULL DEFAULT 1,
    "isAvailable" BOOLEAN NOT NULL DEFAULT true,
    "answerHours" INTEGER,
    "searchText" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentor_profiles_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "mentee_profiles" (
    "memberId" UUID NOT NULL,
    "headline" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "topics" INTEGER[],
    "aims" TEXT NOT NULL,
    "sector" INTEGER,
    "region" INTEGER,
    "careerStage" INTEGER,
    "languages" INTEGER[],
    "methods" INTEGER[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentee_profiles_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "mentor_listings" (
    "memberId" UUID NOT NULL,
    "topics" BIGINT NOT NULL,
    "methods" BIGINT NOT NULL,
    "languages" BIGINT NOT NULL,
    "sector" INTEGER,
    "region" INTEGER,
    "answerHours" INTEGER,
    "placesFree" INTEGER NOT NULL,

    CONSTRAINT "mentor_listings_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "proposals" (
    "id" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "withdrawnBecause" TEXT,
    "round" INTEGER NOT NULL DEFAULT 1,
    "slot" INTEGER NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "remindDays" INTEGER[],
    "remindAt" TIMESTAMPTZ(3)[],
    "expireDay" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "remindedDay" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),
    "textNumber" INTEGER NOT NULL DEFAULT 1,
    "rejectionReason" TEXT,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_texts" (
    "proposalId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "objectives" TEXT NOT NULL,
    "topics" INTEGER[],
    "methods" INTEGER[],
    "meeting" TEXT NOT NULL,
    "contribution" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_texts_pkey" PRIMARY KEY ("proposalId","number")
);

-- CreateTable
CREATE TABLE "relationships" (
    "id" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "agreedUntil" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "mentorPlace" INTEGER NOT NULL,
    "menteePlace" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "relationships_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_events_subjectId_id_idx" ON "audit_events"("subjectId", "id");

-- CreateIndex
CREATE INDEX "notifications_memberId_createdAt_idx" ON "notifications"("memberId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "mails_memberId_createdAt_idx" ON "mails"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "sweep_runs_startedAt_idx" ON "sweep_runs"("startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "members_number_key" ON "members"("number");

-- CreateIndex
CREATE UNIQUE INDEX "members_issuer_subject_key" ON "members"("issuer", "subject");

-- CreateIndex
CREATE INDEX "mentor_listings_sector_region_idx" ON "mentor_listings"("sector", "region");

-- CreateIndex
CREATE INDEX "proposals_menteeId_movedAt_idx" ON "proposals"("menteeId", "movedAt" DESC);

-- CreateIndex
CREATE INDEX "proposals_mentorId_movedAt_idx" ON "proposals"("mentorId", "movedAt" DESC);

-- CreateIndex
CREATE INDEX "relationships_menteeId_idx" ON "relationships"("menteeId");

-- CreateIndex
CREATE INDEX "relationships_mentorId_idx" ON "relationships"("mentorId");

-- AddForeignKey
ALTER TABLE "mentor_profiles" ADD CONSTRAINT "mentor_profiles_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentee_profiles" ADD CONSTRAINT "mentee_profiles_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_menteeId_fkey" FOREIGN KEY ("menteeId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_texts" ADD CONSTRAINT "proposal_texts_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_menteeId_fkey" FOREIGN KEY ("menteeId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- From here on by hand: what the schema files cannot say.

-- Words that a column may hold.
ALTER TABLE "members"
  ADD CONSTRAINT "members_standing" CHECK ("standing" IN ('current', 'lapsed')),
  ADD CONSTRAINT "members_status" CHECK ("status" IN ('active', 'suspended', 'deleted')),
  ADD CONSTRAINT "members_staff" CHECK ("staff" IN ('none', 'staff', 'admin'));
ALTER TABLE "mentor_profiles" ADD CONSTRAINT "mentor_profiles_capacity" CHECK ("capacity" BETWEEN 1 AND 20);
ALTER TABLE "proposals"
  ADD CONSTRAINT "proposals_status" CHECK ("status" IN ('sent', 'accepted', 'rejected', 'withdrawn', 'expired')),
  ADD CONSTRAINT "proposals_people" CHECK ("menteeId" <> "mentorId"),
  ADD CONSTRAINT "proposals_due" CHECK (("status" = 'sent') = ("dueAt" IS NOT NULL)),
  ADD CONSTRAINT "proposals_because" CHECK (("status" = 'withdrawn') = ("withdrawnBecause" IS NOT NULL));
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_people" CHECK ("menteeId" <> "mentorId");
ALTER TABLE "mails"
  ADD CONSTRAINT "mails_status" CHECK ("status" IN ('waiting', 'sent', 'failed')),
  ADD CONSTRAINT "mails_next" CHECK (("status" = 'waiting') = ("nextAttemptAt" IS NOT NULL));
ALTER TABLE "settings" ADD CONSTRAINT "settings_one" CHECK ("id" = 1);
ALTER TABLE "demo_clock" ADD CONSTRAINT "demo_clock_one" CHECK ("id" = 1);

-- One open proposal to the same mentor, one per place of the mentee; the sweep's only index.
CREATE UNIQUE INDEX "proposals_one_open" ON "proposals" ("menteeId", "mentorId") WHERE "status" = 'sent';
CREATE UNIQUE INDEX "proposals_one_per_slot" ON "proposals" ("menteeId", "slot") WHERE "status" = 'sent';
CREATE INDEX "proposals_due" ON "proposals" ("dueAt", "id") WHERE "dueAt" IS NOT NULL;

-- Each place of a mentor and of a mentee is taken once, and two people are partners once at a time.
CREATE UNIQUE INDEX "relationships_one_per_mentor_place" ON "relationships" ("mentorId", "mentorPlace") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "relationships_one_per_mentee_place" ON "relationships" ("menteeId", "menteePlace") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "relationships_one_per_pair" ON "relationships" ("menteeId", "mentorId") WHERE "endedAt" IS NULL;

CREATE INDEX "notifications_unread" ON "notifications" ("memberId") WHERE "readAt" IS NULL;
CREATE INDEX "mails_waiting" ON "mails" ("nextAttemptAt", "key") WHERE "nextAttemptAt" IS NOT NULL;
CREATE INDEX "mentor_profiles_words" ON "mentor_profiles" USING gin (to_tsvector('english', "searchText"));

-- The audit trail only grows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only';
END $$;
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A member's command saves all of its changes or none: the statement calls this when a guard was lost.
CREATE FUNCTION changed_meanwhile() RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = '40001';
END $$;

-- mentor_listings: derived, like an index. A mentor is in it exactly while they can be found.
CREATE FUNCTION id_mask(ids integer[]) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(bit_or(1::bigint << id), 0) FROM unnest(ids) AS id
$$;

CREATE FUNCTION refresh_mentor_listing(mentor uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Two acceptances at once must count one after the other.
  PERFORM 1 FROM "mentor_profiles" WHERE "memberId" = mentor FOR UPDATE;
  DELETE FROM "mentor_listings" WHERE "memberId" = mentor;
  INSERT INTO "mentor_listings" ("memberId", "topics", "methods", "languages", "sector", "region", "answerHours", "placesFree")
  SELECT p."memberId", id_mask(p."topics"), id_mask(p."methods"), id_mask(p."languages"), p."sector", p."region", p."answerHours",
         p."capacity" - taken.count
  FROM "mentor_profiles" p
  JOIN "members" m ON m."id" = p."memberId"
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS count FROM "relationships" r WHERE r."mentorId" = p."memberId" AND r."endedAt" IS NULL
  ) taken
  WHERE p."memberId" = mentor AND p."isAvailable" AND m."isMentor" AND m."status" = 'active' AND m."standing" = 'current'
    AND taken.count < p."capacity";
END $$;

CREATE FUNCTION mentor_profile_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_mentor_listing(NEW."memberId");
  RETURN NULL;
END $$;
CREATE TRIGGER "mentor_profiles_listing"
  AFTER INSERT OR UPDATE OF "topics", "methods", "languages", "sector", "region", "answerHours", "capacity", "isAvailable"
  ON "mentor_profiles" FOR EACH ROW EXECUTE FUNCTION mentor_profile_changed();

CREATE FUNCTION mentor_profile_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "mentor_listings" WHERE "memberId" = OLD."memberId";
  RETURN NULL;
END $$;
CREATE TRIGGER "mentor_profiles_gone" AFTER DELETE ON "mentor_profiles" FOR EACH ROW EXECUTE FUNCTION mentor_profile_gone();

CREATE FUNCTION member_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_mentor_listing(NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "members_listing" AFTER UPDATE OF "isMentor", "status", "standing" ON "members"
  FOR EACH ROW WHEN (ROW(OLD."isMentor", OLD."status", OLD."standing") IS DISTINCT FROM ROW(NEW."isMentor", NEW."status", NEW."standing"))
  EXECUTE FUNCTION member_changed();

CREATE FUNCTION relationship_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_mentor_listing(NEW."mentorId");
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_listing" AFTER INSERT OR UPDATE OF "endedAt" ON "relationships"
  FOR EACH ROW EXECUTE FUNCTION relationship_changed();
