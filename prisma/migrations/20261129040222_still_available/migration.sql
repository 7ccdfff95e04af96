-- CreateTable
CREATE TABLE "availability_checks" (
    "memberId" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "askedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "stoodDownAt" TIMESTAMPTZ(3),
    "countsFrom" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "availability_checks_pkey" PRIMARY KEY ("memberId")
);

-- AddForeignKey
ALTER TABLE "availability_checks" ADD CONSTRAINT "availability_checks_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here.
CREATE INDEX "availability_checks_due" ON "availability_checks" ("dueAt", "memberId") WHERE "dueAt" IS NOT NULL;

CREATE FUNCTION availability_check_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "availability_checks" ("memberId", "countsFrom", "dueAt")
  VALUES (NEW."memberId", NEW."updatedAt", NEW."updatedAt" + interval '30 days') ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "mentor_profiles_availability_check" AFTER INSERT ON "mentor_profiles"
  FOR EACH ROW EXECUTE FUNCTION availability_check_begins();

-- A proposal that expires makes its mentor due at once. Once for each statement: the sweep expires a thousand at a time. Rows are
-- locked in the order of their ids, so that two sweeps cannot wait for each other; the version tells a sweep that has just looked.
CREATE FUNCTION proposals_expire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "availability_checks"
    WHERE "memberId" IN (SELECT "mentorId" FROM changed WHERE "status" = 'expired') ORDER BY "memberId" FOR UPDATE;
  UPDATE "availability_checks" c SET "dueAt" = least(c."dueAt", e."at"), "version" = c."version" + 1
    FROM (SELECT "mentorId", min("movedAt") AS "at" FROM changed WHERE "status" = 'expired' GROUP BY "mentorId") e
    WHERE e."mentorId" = c."memberId";
  RETURN NULL;
END $$;
CREATE TRIGGER "proposals_expire" AFTER UPDATE ON "proposals" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION proposals_expire();

-- Mentors from before are looked at over two months, not all at once, and what expired before counts for nothing.
INSERT INTO "availability_checks" ("memberId", "countsFrom", "dueAt")
SELECT p."memberId", now(), now() + (1 + abs(hashtext(p."memberId"::text)) % 1440) * interval '1 hour' FROM "mentor_profiles" p;
