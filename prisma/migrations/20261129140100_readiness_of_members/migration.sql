-- By hand: who is ready, for every query that lists members or lets them send.

-- Whether somebody lacks a condition of the society's own scheme, which counts everywhere, or of this programme (null: of the scheme alone).
CREATE FUNCTION is_ready(member uuid, as_role text, programme uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT NOT EXISTS (
    SELECT FROM "readiness_items" i WHERE i."memberId" = member AND i."role" = as_role AND i."isLacking"
      AND i."programmeId" IN ('00000000-0000-4000-8000-000000000001', programme))
$$;

-- As before, and a mentor who lacks a condition of the society's own scheme is not listed.
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
    AND taken.count < p."capacity" AND is_ready(p."memberId", 'mentor', NULL);
END $$;

CREATE FUNCTION readiness_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."isLacking" AND OLD."role" = 'mentor' AND OLD."programmeId" = '00000000-0000-4000-8000-000000000001' THEN
      PERFORM refresh_mentor_listing(OLD."memberId");
    END IF;
  ELSIF NEW."role" = 'mentor' AND NEW."programmeId" = '00000000-0000-4000-8000-000000000001'
    AND NEW."isLacking" IS DISTINCT FROM (CASE TG_OP WHEN 'UPDATE' THEN OLD."isLacking" ELSE false END) THEN
    PERFORM refresh_mentor_listing(NEW."memberId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "readiness_items_listing" AFTER INSERT OR DELETE OR UPDATE OF "isLacking" ON "readiness_items"
  FOR EACH ROW EXECUTE FUNCTION readiness_changed();

-- Whoever takes on a role is asked for what it needs at that moment, so that they are not listed for a while before the sweep comes by.
-- The decision "ask" of lib/pairing/readiness/decide.ts says the same; a test compares the two.
CREATE FUNCTION ask_conditions(member uuid, as_role text, programme uuid, at timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "readiness_items"
    ("id", "conditionId", "memberId", "programmeId", "role", "status", "isLacking", "textNumber", "countsAt", "movedAt", "dueAt")
  SELECT gen_random_uuid(), c."id", member, c."programmeId", c."role",
    CASE WHEN c."kind" IN ('approval', 'check') THEN 'with-staff' ELSE 'open' END, c."countsAt" <= at, c."textNumber", c."countsAt", at,
    CASE WHEN c."countsAt" > at THEN c."countsAt" END
  FROM "readiness_conditions" c WHERE c."programmeId" = programme AND c."role" = as_role AND c."retiredAt" IS NULL
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION profile_asks_conditions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ask_conditions(NEW."memberId", TG_ARGV[0], '00000000-0000-4000-8000-000000000001', NEW."updatedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "mentor_profiles_readiness" AFTER INSERT ON "mentor_profiles"
  FOR EACH ROW EXECUTE FUNCTION profile_asks_conditions('mentor');
CREATE TRIGGER "mentee_profiles_readiness" AFTER INSERT ON "mentee_profiles"
  FOR EACH ROW EXECUTE FUNCTION profile_asks_conditions('mentee');

CREATE FUNCTION joining_asks_conditions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ask_conditions(NEW."memberId", NEW."role", NEW."programmeId", NEW."movedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "programme_members_readiness" AFTER INSERT OR UPDATE OF "status" ON "programme_members"
  FOR EACH ROW WHEN (NEW."status" = 'joined') EXECUTE FUNCTION joining_asks_conditions();
