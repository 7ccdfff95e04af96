-- AlterTable
ALTER TABLE "relationships" ADD COLUMN     "programmeId" UUID;

-- By hand from here.

-- A relationship belongs where its proposal does. No writer says so, and none can forget it.
CREATE FUNCTION relationship_in_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."programmeId" := (SELECT p."programmeId" FROM "proposals" p WHERE p."id" = NEW."id");
  RETURN NEW;
END $$;
CREATE TRIGGER "relationships_in_programme" BEFORE INSERT ON "relationships"
  FOR EACH ROW EXECUTE FUNCTION relationship_in_programme();

-- As before, with the programme.
CREATE OR REPLACE FUNCTION rhythm_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "relationship_rhythms" ("relationshipId", "programmeId", "startedAt", "lastAt")
  VALUES (NEW."id", NEW."programmeId", NEW."startedAt", greatest(NEW."startedAt", NEW."firstConversationAt"));
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rhythm_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."endedAt" IS NOT NULL THEN
    DELETE FROM "relationship_rhythms" WHERE "relationshipId" = NEW."id";
  ELSE
    INSERT INTO "relationship_rhythms" ("relationshipId", "programmeId", "startedAt", "lastAt")
    VALUES (NEW."id", NEW."programmeId", NEW."startedAt", last_together(NEW."id"))
    ON CONFLICT ("relationshipId") DO UPDATE
      SET "programmeId" = excluded."programmeId", "startedAt" = excluded."startedAt", "lastAt" = excluded."lastAt";
  END IF;
  RETURN NULL;
END $$;
