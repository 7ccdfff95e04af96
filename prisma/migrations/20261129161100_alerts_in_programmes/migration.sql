-- AlterTable
ALTER TABLE "mentor_alerts" ADD COLUMN     "programmeId" UUID;

-- AlterTable
ALTER TABLE "mentor_alert_finds" ADD COLUMN     "dueIn" UUID[] DEFAULT ARRAY['00000000-0000-4000-8000-000000000001']::UUID[],
ADD COLUMN     "knownIn" UUID[] DEFAULT ARRAY['00000000-0000-4000-8000-000000000001']::UUID[];

-- AlterTable
ALTER TABLE "mentor_openings" ADD COLUMN     "onlyIn" UUID[];

-- AddForeignKey
ALTER TABLE "mentor_alerts" ADD CONSTRAINT "mentor_alerts_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: the society's own scheme has one name here, which is none.
ALTER TABLE "mentor_alerts" ADD CONSTRAINT "mentor_alerts_programme"
  CHECK ("programmeId" <> '00000000-0000-4000-8000-000000000001');

CREATE INDEX "mentor_alerts_programmes" ON "mentor_alerts" ("programmeId") WHERE "programmeId" IS NOT NULL;

-- A mentor who can be found anyway can have a new place in one programme: remembered only where somebody waits for it.
CREATE FUNCTION mentor_opened_in(mentor uuid, programme uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "mentor_alerts" a WHERE a."programmeId" = programme)
    OR NOT EXISTS (SELECT FROM "mentor_listings" l WHERE l."memberId" = mentor) THEN RETURN; END IF;
  INSERT INTO "mentor_openings" ("mentorId", "onlyIn") VALUES (mentor, ARRAY[programme]) ON CONFLICT DO NOTHING;
  UPDATE "mentor_openings" SET "onlyIn" = "onlyIn" || programme WHERE "mentorId" = mentor AND programme <> ALL("onlyIn");
END $$;

-- Who becomes free altogether is compared with everything, whatever was remembered of them before.
CREATE OR REPLACE FUNCTION mentor_listing_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF mentor_listing_offer(NEW."memberId", NEW."topics", NEW."methods", NEW."languages", NEW."sector", NEW."region")
    IS DISTINCT FROM current_setting('connect.unlisted', true) THEN
    INSERT INTO "mentor_openings" ("mentorId") VALUES (NEW."memberId") ON CONFLICT DO NOTHING;
    UPDATE "mentor_openings" SET "onlyIn" = NULL WHERE "mentorId" = NEW."memberId" AND "onlyIn" IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION programme_member_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR OLD."status" <> 'joined' OR (NEW."capacity" IS DISTINCT FROM OLD."capacity"
    AND (NEW."capacity" IS NULL OR NEW."capacity" > OLD."capacity")) THEN
    PERFORM mentor_opened_in(NEW."memberId", NEW."programmeId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "programme_members_opened" AFTER INSERT OR UPDATE OF "status", "capacity" ON "programme_members"
  FOR EACH ROW WHEN (NEW."role" = 'mentor' AND NEW."status" = 'joined') EXECUTE FUNCTION programme_member_opened();

CREATE FUNCTION relationship_opened_in_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mentor_opened_in(NEW."mentorId", p."programmeId") FROM "proposals" p WHERE p."id" = NEW."id" AND p."programmeId" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_opened_in_programme" AFTER UPDATE OF "endedAt" ON "relationships"
  FOR EACH ROW WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION relationship_opened_in_programme();

CREATE FUNCTION readiness_item_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mentor_opened_in(OLD."memberId", OLD."programmeId");
  RETURN NULL;
END $$;
CREATE TRIGGER "readiness_items_opened" AFTER UPDATE OF "isLacking" ON "readiness_items"
  FOR EACH ROW WHEN (OLD."role" = 'mentor' AND OLD."isLacking" AND NOT NEW."isLacking") EXECUTE FUNCTION readiness_item_opened();
CREATE TRIGGER "readiness_items_gone" AFTER DELETE ON "readiness_items"
  FOR EACH ROW WHEN (OLD."role" = 'mentor' AND OLD."isLacking") EXECUTE FUNCTION readiness_item_opened();
