-- AlterTable
ALTER TABLE "contracts" ADD COLUMN     "isOfProgramme" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "programme_documents" (
    "programmeId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT,
    "body" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "authorId" UUID,

    CONSTRAINT "programme_documents_pkey" PRIMARY KEY ("programmeId","slug","number"),
    CONSTRAINT "programme_documents_slug" CHECK ("slug" IN ('contract', 'first-conversation')),
    CONSTRAINT "programme_documents_number" CHECK ("number" >= 1),
    CONSTRAINT "programme_documents_title" CHECK (length("title") BETWEEN 1 AND 120),
    CONSTRAINT "programme_documents_body" CHECK (length("body") BETWEEN 1 AND 100000),
    -- Going back to the society's text is no draft.
    CONSTRAINT "programme_documents_given_back" CHECK (("title" IS NULL) = ("body" IS NULL) AND ("body" IS NOT NULL OR "publishedAt" IS NOT NULL))
);

-- AddForeignKey
ALTER TABLE "programme_documents" ADD CONSTRAINT "programme_documents_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here. What was signed never changes, nor whose text it was.
CREATE OR REPLACE FUNCTION contract_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM "relationships" WHERE "id" = OLD."relationshipId") THEN
      RAISE EXCEPTION 'a contract stays with its relationship' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF ROW(NEW."relationshipId", NEW."number", NEW."documentNumber", NEW."isOfProgramme", NEW."digest")
      IS DISTINCT FROM ROW(OLD."relationshipId", OLD."number", OLD."documentNumber", OLD."isOfProgramme", OLD."digest")
    OR NOT stays_sealed(OLD."text", NEW."text")
    OR (OLD."menteeSignedAt" IS NOT NULL AND (NEW."menteeSignedAt" IS DISTINCT FROM OLD."menteeSignedAt" OR NOT stays_sealed(OLD."menteeName", NEW."menteeName")))
    OR (OLD."mentorSignedAt" IS NOT NULL AND (NEW."mentorSignedAt" IS DISTINCT FROM OLD."mentorSignedAt" OR NOT stays_sealed(OLD."mentorName", NEW."mentorName")))
  THEN
    RAISE EXCEPTION 'what was signed never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
