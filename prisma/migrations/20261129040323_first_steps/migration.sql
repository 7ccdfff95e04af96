-- CreateTable
CREATE TABLE "first_steps" (
    "memberId" UUID NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL,
    "profiledAt" TIMESTAMPTZ(3),
    "countsFrom" TIMESTAMPTZ(3) NOT NULL,
    "profileDay" INTEGER,
    "proposalDay" INTEGER,
    "dueAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "first_steps_pkey" PRIMARY KEY ("memberId")
);

-- AddForeignKey
ALTER TABLE "first_steps" ADD CONSTRAINT "first_steps_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here.
CREATE INDEX "first_steps_due" ON "first_steps" ("dueAt", "memberId") WHERE "dueAt" IS NOT NULL;

-- The sweep works out the exact instant when it first looks; a day is early enough for any setting.
CREATE FUNCTION first_steps_begin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "first_steps" ("memberId", "registeredAt", "countsFrom", "dueAt")
  VALUES (NEW."id", NEW."createdAt", NEW."createdAt", NEW."createdAt" + interval '20 hours') ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "members_first_steps" AFTER INSERT ON "members" FOR EACH ROW EXECUTE FUNCTION first_steps_begin();

CREATE FUNCTION first_steps_go_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "first_steps" AS s ("memberId", "registeredAt", "countsFrom", "profiledAt", "dueAt")
  VALUES (NEW."memberId", NEW."updatedAt", NEW."updatedAt", NEW."updatedAt", NEW."updatedAt" + interval '20 hours')
  ON CONFLICT ("memberId") DO UPDATE SET "profiledAt" = excluded."profiledAt", "dueAt" = excluded."dueAt", "version" = s."version" + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER "mentee_profiles_first_steps" AFTER INSERT ON "mentee_profiles" FOR EACH ROW EXECUTE FUNCTION first_steps_go_on();

-- Of those who were here before, only who registered lately is reminded, and only on days that are still to come.
INSERT INTO "first_steps" ("memberId", "registeredAt", "profiledAt", "countsFrom", "dueAt")
SELECT m."id", m."createdAt", CASE WHEN p."memberId" IS NOT NULL THEN m."createdAt" END, now(), now() + interval '1 hour'
FROM "members" m LEFT JOIN "mentee_profiles" p ON p."memberId" = m."id" WHERE m."createdAt" > now() - interval '10 days';
