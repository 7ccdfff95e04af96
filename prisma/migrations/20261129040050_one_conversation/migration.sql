-- The conversation of two people, which until now each of their relationships had for itself. Rows keep their ids, and so
-- their seals. The relationship of the newest messages gives the conversation its id, so that the code before goes on with it.

-- DropForeignKey
ALTER TABLE "conversation_readers" DROP CONSTRAINT "conversation_readers_relationshipId_fkey";

-- DropForeignKey
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_relationshipId_fkey";

-- DropForeignKey
ALTER TABLE "messages" DROP CONSTRAINT "messages_relationshipId_fkey";

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "higherId" UUID,
ADD COLUMN     "lowerId" UUID;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "conversationId" UUID;

-- By hand: what is there already. Messages of an earlier relationship of the same two keep their numbers, and those of the
-- later ones are counted on from there; far up and down again, because each number is unique at every moment.
CREATE TEMPORARY TABLE "joined" ON COMMIT DROP AS
SELECT c."relationshipId", least(r."menteeId", r."mentorId") AS "lowerId", greatest(r."menteeId", r."mentorId") AS "higherId",
  (sum(c."newest") OVER earlier - c."newest")::integer AS "offset",
  last_value(c."relationshipId") OVER (earlier ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "conversationId"
FROM "conversations" c JOIN "relationships" r ON r."id" = c."relationshipId"
WINDOW earlier AS (
  PARTITION BY least(r."menteeId", r."mentorId"), greatest(r."menteeId", r."mentorId") ORDER BY r."startedAt", r."id");

UPDATE "messages" m SET "conversationId" = j."conversationId", "number" = m."number" + CASE WHEN j."offset" > 0 THEN 1000000000 ELSE 0 END
FROM "joined" j WHERE j."relationshipId" = m."relationshipId";
UPDATE "messages" m SET "number" = m."number" - 1000000000 + j."offset"
FROM "joined" j WHERE j."relationshipId" = m."relationshipId" AND j."offset" > 0;
UPDATE "conversations" c SET "newest" = c."newest" + j."offset",
  "lowerId" = CASE WHEN j."conversationId" = c."relationshipId" THEN j."lowerId" END,
  "higherId" = CASE WHEN j."conversationId" = c."relationshipId" THEN j."higherId" END
FROM "joined" j WHERE j."relationshipId" = c."relationshipId";

-- Of somebody who was a reader in more than one relationship with the same partner, one row is left: with all that is unread.
CREATE TEMPORARY TABLE "readings" ON COMMIT DROP AS
SELECT j."conversationId", r."memberId", max(r."newest" + j."offset") AS "newest", sum(r."unread")::integer AS "unread",
  coalesce(min(r."readTo" + j."offset") FILTER (WHERE r."unread" > 0), max(r."newest" + j."offset")) AS "readTo",
  (array_agg(r."relationshipId" ORDER BY j."offset" DESC))[1] AS "kept"
FROM "conversation_readers" r JOIN "joined" j USING ("relationshipId")
GROUP BY j."conversationId", r."memberId"
HAVING count(*) > 1 OR max(j."offset") > 0 OR bool_or(j."conversationId" <> r."relationshipId");

DELETE FROM "conversation_readers" r USING "readings" g, "joined" j
WHERE j."relationshipId" = r."relationshipId" AND g."conversationId" = j."conversationId" AND g."memberId" = r."memberId"
  AND g."kept" <> r."relationshipId";
UPDATE "conversation_readers" r SET "relationshipId" = g."conversationId", "newest" = g."newest", "readTo" = g."readTo", "unread" = g."unread"
FROM "readings" g WHERE r."relationshipId" = g."kept" AND r."memberId" = g."memberId";

-- CreateIndex
CREATE INDEX "conversations_higherId_idx" ON "conversations"("higherId");

-- CreateIndex
CREATE UNIQUE INDEX "conversations_lowerId_higherId_key" ON "conversations"("lowerId", "higherId");

-- CreateIndex
CREATE UNIQUE INDEX "messages_conversationId_number_key" ON "messages"("conversationId", "number");

-- From here on by hand: what the schema files cannot say.

ALTER TABLE "conversations" ADD CONSTRAINT "conversations_two"
  CHECK ("lowerId" IS NULL AND "higherId" IS NULL OR "lowerId" < "higherId");

/** The conversation of the two whose relationship this is; null before they have one. */
CREATE FUNCTION conversation_of(relationship uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT c."relationshipId" FROM "relationships" r
  JOIN "conversations" c ON c."lowerId" = least(r."menteeId", r."mentorId") AND c."higherId" = greatest(r."menteeId", r."mentorId")
  WHERE r."id" = relationship
$$;

-- What the code before writes knows the relationship alone. It lands in the conversation of the two all the same.

CREATE FUNCTION place_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(conversation_of(NEW."relationshipId"), NEW."relationshipId") = NEW."relationshipId" THEN
    SELECT least(r."menteeId", r."mentorId"), greatest(r."menteeId", r."mentorId") INTO NEW."lowerId", NEW."higherId"
    FROM "relationships" r WHERE r."id" = NEW."relationshipId";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conversations_placed BEFORE INSERT ON "conversations"
  FOR EACH ROW WHEN (NEW."lowerId" IS NULL) EXECUTE FUNCTION place_conversation();

CREATE FUNCTION place_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."conversationId" = coalesce(conversation_of(NEW."relationshipId"), NEW."relationshipId");
  IF NEW."conversationId" <> NEW."relationshipId" THEN
    UPDATE "conversations" SET "newest" = "newest" + 1 WHERE "relationshipId" = NEW."conversationId" RETURNING "newest" INTO NEW."number";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER messages_placed BEFORE INSERT ON "messages"
  FOR EACH ROW WHEN (NEW."conversationId" IS NULL) EXECUTE FUNCTION place_message();

CREATE FUNCTION place_reader() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."relationshipId" = coalesce(conversation_of(NEW."relationshipId"), NEW."relationshipId");
  RETURN NEW;
END $$;
CREATE TRIGGER conversation_readers_placed BEFORE INSERT ON "conversation_readers"
  FOR EACH ROW EXECUTE FUNCTION place_reader();
