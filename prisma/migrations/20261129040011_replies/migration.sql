-- AlterTable
ALTER TABLE "mentor_profiles" ADD COLUMN     "askedCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "repliedCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "waitingCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "mentor_listings" ADD COLUMN     "calm" SMALLINT NOT NULL DEFAULT 15;


-- From here on by hand.

-- The order of mentors who fit equally well, 15 first: silence weighs more than any number of people waiting.
CREATE FUNCTION calm_of(asked integer, replied integer, waiting integer) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (15 - least(waiting, 3) - 4 * CASE
    WHEN replied >= asked THEN 0
    WHEN (asked - replied) * 4 <= asked THEN 1
    WHEN (asked - replied) * 2 <= asked THEN 2
    ELSE 3 END)::smallint
$$;

CREATE OR REPLACE FUNCTION refresh_mentor_listing(mentor uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Two acceptances at once must count one after the other.
  PERFORM 1 FROM "mentor_profiles" WHERE "memberId" = mentor FOR UPDATE;
  DELETE FROM "mentor_listings" WHERE "memberId" = mentor;
  INSERT INTO "mentor_listings"
    ("memberId", "topics", "methods", "languages", "sector", "region", "answerHours", "placesFree", "calm")
  SELECT p."memberId", id_mask(p."topics"), id_mask(p."methods"), id_mask(p."languages"), p."sector", p."region", p."answerHours",
         p."capacity" - taken.count, calm_of(p."askedCount", p."repliedCount", p."waitingCount")
  FROM "mentor_profiles" p
  JOIN "members" m ON m."id" = p."memberId"
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS count FROM "relationships" r WHERE r."mentorId" = p."memberId" AND r."endedAt" IS NULL
  ) taken
  WHERE p."memberId" = mentor AND p."isAvailable" AND m."isMentor" AND m."status" = 'active' AND m."standing" = 'current'
    AND taken.count < p."capacity";
END $$;

DROP TRIGGER "mentor_profiles_listing" ON "mentor_profiles";
CREATE TRIGGER "mentor_profiles_listing"
  AFTER INSERT OR UPDATE OF "topics", "methods", "languages", "sector", "region", "answerHours", "capacity", "isAvailable",
    "askedCount", "repliedCount", "waitingCount"
  ON "mentor_profiles" FOR EACH ROW EXECUTE FUNCTION mentor_profile_changed();

-- Every column is in it, so that a tier of the ranking is read from the index alone: its rows lie scattered over the table.
CREATE INDEX "mentor_listings_in_full" ON "mentor_listings"("sector", "region", "memberId", "topics", "methods", "languages", "answerHours", "placesFree", "calm");
DROP INDEX "mentor_listings_by_sector";
