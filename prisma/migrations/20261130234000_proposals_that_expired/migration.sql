-- AlterTable
ALTER TABLE "availability_checks" ADD COLUMN     "expiredAt" TIMESTAMPTZ(3),
ADD COLUMN     "expiredTimes" INTEGER NOT NULL DEFAULT 0;

-- By hand from here.

-- As before; and Today finds the mentors who let their proposals expire without looking at every proposal that did. What is inserted as
-- expired, as in the demonstration, makes nobody due.
CREATE OR REPLACE FUNCTION proposals_expire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "availability_checks"
    WHERE "memberId" IN (SELECT "mentorId" FROM changed WHERE "status" = 'expired') ORDER BY "memberId" FOR UPDATE;
  UPDATE "availability_checks" c
    SET "dueAt" = CASE WHEN TG_OP = 'UPDATE' THEN least(c."dueAt", e."first") ELSE c."dueAt" END, "version" = c."version" + 1,
      "expiredAt" = greatest(c."expiredAt", e."last"), "expiredTimes" = c."expiredTimes" + e."times"
    FROM (SELECT "mentorId", min("movedAt") AS "first", max("movedAt") AS "last", count(*) AS "times"
      FROM changed WHERE "status" = 'expired' GROUP BY "mentorId") e
    WHERE e."mentorId" = c."memberId";
  RETURN NULL;
END $$;
CREATE TRIGGER "proposals_begin_expired" AFTER INSERT ON "proposals" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION proposals_expire();

UPDATE "availability_checks" c SET "expiredAt" = e."last", "expiredTimes" = e."times"
FROM (SELECT "mentorId", max("movedAt") AS "last", count(*) AS "times" FROM "proposals" WHERE "status" = 'expired' GROUP BY "mentorId") e
WHERE e."mentorId" = c."memberId";
