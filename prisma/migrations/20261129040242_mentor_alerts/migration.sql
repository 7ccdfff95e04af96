-- Tell me when: a mentee waits for one mentor, or for anybody who fits a search.
CREATE TABLE "mentor_alerts" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "mentorId" UUID,
    "words" TEXT NOT NULL DEFAULT '',
    "topics" INTEGER[],
    "sector" INTEGER,
    "region" INTEGER,
    "language" INTEGER,
    "method" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentor_alerts_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mentor_alerts_other" CHECK ("memberId" <> "mentorId")
);
CREATE UNIQUE INDEX "mentor_alerts_memberId_about_key" ON "mentor_alerts"("memberId", "about");
CREATE INDEX "mentor_alerts_mentorId_idx" ON "mentor_alerts"("mentorId");
-- The searches are gone through together, without those that wait for one mentor.
CREATE INDEX "mentor_alerts_searches" ON "mentor_alerts"("region", "sector") WHERE "mentorId" IS NULL;
ALTER TABLE "mentor_alerts" ADD CONSTRAINT "mentor_alerts_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mentor_alerts" ADD CONSTRAINT "mentor_alerts_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whom an alert has found: to be told (dueAt) since it was asked for, or told, and since when: so that nobody is told of the same mentor twice.
CREATE TABLE "mentor_alert_finds" (
    "memberId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentor_alert_finds_pkey" PRIMARY KEY ("memberId", "mentorId")
);
CREATE INDEX "mentor_alert_finds_mentorId_idx" ON "mentor_alert_finds"("mentorId");
CREATE INDEX "mentor_alert_finds_due" ON "mentor_alert_finds"("memberId", "dueAt") WHERE "dueAt" IS NOT NULL;
ALTER TABLE "mentor_alert_finds" ADD CONSTRAINT "mentor_alert_finds_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mentor_alert_finds" ADD CONSTRAINT "mentor_alert_finds_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Mentors who have just become free, or now offer something else, until the sweep has compared them with the alerts.
CREATE TABLE "mentor_openings" (
    "mentorId" UUID NOT NULL,

    CONSTRAINT "mentor_openings_pkey" PRIMARY KEY ("mentorId")
);

-- A listing is renewed by deleting and inserting it in one go. What was deleted is remembered for the transaction, so that a
-- renewal that changes nothing a mentee searches for does not look like a mentor who has become free.
CREATE FUNCTION mentor_listing_offer("memberId" uuid, "topics" bigint, "methods" bigint, "languages" bigint, "sector" integer, "region" integer)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT concat_ws('/', "memberId", "topics", "methods", "languages", coalesce("sector", -1), coalesce("region", -1))
$$;

CREATE FUNCTION mentor_listing_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('connect.unlisted',
    mentor_listing_offer(OLD."memberId", OLD."topics", OLD."methods", OLD."languages", OLD."sector", OLD."region"), true);
  RETURN NULL;
END $$;
CREATE TRIGGER "mentor_listings_gone" AFTER DELETE ON "mentor_listings" FOR EACH ROW EXECUTE FUNCTION mentor_listing_gone();

CREATE FUNCTION mentor_listing_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF mentor_listing_offer(NEW."memberId", NEW."topics", NEW."methods", NEW."languages", NEW."sector", NEW."region")
    IS DISTINCT FROM current_setting('connect.unlisted', true) THEN
    INSERT INTO "mentor_openings" ("mentorId") VALUES (NEW."memberId") ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "mentor_listings_opened" AFTER INSERT ON "mentor_listings" FOR EACH ROW EXECUTE FUNCTION mentor_listing_opened();
