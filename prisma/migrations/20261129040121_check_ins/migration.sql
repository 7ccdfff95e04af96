-- CreateTable
CREATE TABLE "check_ins" (
    "relationshipId" UUID NOT NULL,
    "countsFrom" TIMESTAMPTZ(3) NOT NULL,
    "question" TEXT,
    "round" INTEGER NOT NULL DEFAULT 0,
    "askedAt" TIMESTAMPTZ(3),
    "menteeAnswer" TEXT,
    "mentorAnswer" TEXT,
    "waiting" TEXT,
    "chasedAt" TIMESTAMPTZ(3),
    "handedAt" TIMESTAMPTZ(3),
    "pausedUntil" TIMESTAMPTZ(3),
    "pauseAskedBy" TEXT,
    "pauseAskedUntil" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "check_ins_pkey" PRIMARY KEY ("relationshipId")
);

-- AddForeignKey
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here.
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_question" CHECK ("question" IN ('met', 'still') AND "askedAt" IS NOT NULL OR "question" IS NULL AND "askedAt" IS NULL);
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_answers" CHECK ("menteeAnswer" IN ('met', 'date', 'no-reply', 'not-going') AND "mentorAnswer" IN ('met', 'date', 'no-reply', 'not-going'));
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_waiting" CHECK ("waiting" IN ('mentee', 'mentor') AND "chasedAt" IS NOT NULL OR "waiting" IS NULL AND "chasedAt" IS NULL AND "handedAt" IS NULL);
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_pause" CHECK ("pauseAskedBy" IN ('mentee', 'mentor') AND "pauseAskedUntil" IS NOT NULL OR "pauseAskedBy" IS NULL AND "pauseAskedUntil" IS NULL);

-- What the sweep looks at, and what staff see on Today; both as small as what is open.
CREATE INDEX "check_ins_due" ON "check_ins" ("dueAt", "relationshipId") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "check_ins_handed" ON "check_ins" ("handedAt", "relationshipId") WHERE "handedAt" IS NOT NULL AND "dueAt" IS NOT NULL;

-- The sweep works out the exact instant when it first looks; a day is early enough for any setting.
CREATE FUNCTION check_in_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "check_ins" ("relationshipId", "countsFrom", "dueAt")
  VALUES (NEW."id", NEW."startedAt", NEW."startedAt" + interval '20 hours') ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_check_in_begins" AFTER INSERT ON "relationships"
  FOR EACH ROW WHEN (NEW."endedAt" IS NULL) EXECUTE FUNCTION check_in_begins();

-- Relationships from before are asked only on days that are still to come, and looked at over six weeks, not all at once.
INSERT INTO "check_ins" ("relationshipId", "countsFrom", "dueAt")
SELECT r."id", now(), CASE WHEN r."startedAt" > now() - interval '30 days' THEN now() + interval '1 hour'
  ELSE now() + (abs(hashtext(r."id"::text)) % 1080) * interval '1 hour' END
FROM "relationships" r WHERE r."endedAt" IS NULL;

-- Whether a mentee has been left waiting by an earlier mentor: told us that no reply came, and the mentor did not answer us either.
CREATE FUNCTION waited_in_vain(mentee uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "relationships" r JOIN "check_ins" c ON c."relationshipId" = r."id"
    WHERE r."menteeId" = mentee AND r."endedAt" IS NOT NULL AND c."waiting" = 'mentee' AND c."handedAt" IS NOT NULL)
$$;
