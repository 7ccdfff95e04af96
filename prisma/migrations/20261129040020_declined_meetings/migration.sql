-- A declined meeting is no sign of life: what it moved in a rhythm is taken back.
CREATE OR REPLACE FUNCTION last_together(relationship uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT greatest(r."startedAt", r."firstConversationAt", (
    SELECT max(m."startsAt") FROM "meetings" m WHERE m."relationshipId" = r."id"
      AND (m."status" = 'held' OR m."status" = 'planned' AND m."answer" <> 'declined')))
  FROM "relationships" r WHERE r."id" = relationship
$$;

CREATE TRIGGER "meetings_beat_answers" AFTER UPDATE OF "answer" ON "meetings"
  FOR EACH ROW WHEN ((OLD."answer" = 'declined') IS DISTINCT FROM (NEW."answer" = 'declined'))
  EXECUTE FUNCTION meeting_beats();

UPDATE "relationship_rhythms" b SET "lastAt" = last_together(b."relationshipId")
WHERE b."relationshipId" IN (SELECT "relationshipId" FROM "meetings" WHERE "status" = 'planned' AND "answer" = 'declined');
