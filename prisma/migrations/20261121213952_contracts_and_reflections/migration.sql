-- CreateTable
CREATE TABLE "contracts" (
    "relationshipId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "documentNumber" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "text" TEXT,
    "menteeName" TEXT,
    "menteeSignedAt" TIMESTAMPTZ(3),
    "mentorName" TEXT,
    "mentorSignedAt" TIMESTAMPTZ(3),

    CONSTRAINT "contracts_pkey" PRIMARY KEY ("relationshipId","number")
);

-- CreateTable
CREATE TABLE "reflections" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "relationshipId" UUID,
    "meetingId" UUID,
    "heldOn" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "isStructured" BOOLEAN NOT NULL,
    "words" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reflections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reflections_memberId_heldOn_id_idx" ON "reflections"("memberId", "heldOn" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "reflections_memberId_meetingId_key" ON "reflections"("memberId", "meetingId");

-- AddForeignKey
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- From here on by hand: what the schema files cannot say.

-- A contract begins with a signature, and at most one of a relationship waits for the other.
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_signed" CHECK ("menteeSignedAt" IS NOT NULL OR "mentorSignedAt" IS NOT NULL);
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_names" CHECK (
  ("menteeName" IS NULL OR "menteeSignedAt" IS NOT NULL) AND ("mentorName" IS NULL OR "mentorSignedAt" IS NOT NULL)
);
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_numbers" CHECK ("number" > 0 AND "documentNumber" >= 0);
CREATE UNIQUE INDEX "contracts_one_waits" ON "contracts" ("relationshipId") WHERE "menteeSignedAt" IS NULL OR "mentorSignedAt" IS NULL;

-- What may become of a sealed column that is written: nothing, emptied when a member is erased, or the same words under
-- another key, whose name stands before the first dot.
CREATE FUNCTION stays_sealed(before text, after text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT after IS NOT DISTINCT FROM before OR after IS NULL
    OR (before IS NOT NULL AND split_part(after, '.', 1) <> split_part(before, '.', 1))
$$;

-- What was signed never changes. One signature may be added; a contract goes only with its relationship.
CREATE FUNCTION contract_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM "relationships" WHERE "id" = OLD."relationshipId") THEN
      RAISE EXCEPTION 'a contract stays with its relationship' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF ROW(NEW."relationshipId", NEW."number", NEW."documentNumber", NEW."digest")
      IS DISTINCT FROM ROW(OLD."relationshipId", OLD."number", OLD."documentNumber", OLD."digest")
    OR NOT stays_sealed(OLD."text", NEW."text")
    OR (OLD."menteeSignedAt" IS NOT NULL AND (NEW."menteeSignedAt" IS DISTINCT FROM OLD."menteeSignedAt" OR NOT stays_sealed(OLD."menteeName", NEW."menteeName")))
    OR (OLD."mentorSignedAt" IS NOT NULL AND (NEW."mentorSignedAt" IS DISTINCT FROM OLD."mentorSignedAt" OR NOT stays_sealed(OLD."mentorName", NEW."mentorName")))
  THEN
    RAISE EXCEPTION 'what was signed never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "contracts_stay" BEFORE UPDATE OR DELETE ON "contracts" FOR EACH ROW EXECUTE FUNCTION contract_stays();

-- A day and some minutes of it.
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_minutes" CHECK ("minutes" BETWEEN 1 AND 1440);
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_version" CHECK ("version" > 0);
