-- An invitation that nobody has accepted is no sign of the other one: only a meeting that both agreed on counts, and one that was held.
CREATE OR REPLACE FUNCTION last_together(relationship uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT greatest(r."startedAt", r."firstConversationAt", (
    SELECT max(m."startsAt") FROM "meetings" m WHERE m."relationshipId" = r."id"
      AND (m."status" = 'held' OR m."status" = 'planned' AND m."answer" = 'accepted')))
  FROM "relationships" r WHERE r."id" = relationship
$$;

CREATE OR REPLACE TRIGGER "meetings_beat_answers" AFTER UPDATE OF "answer" ON "meetings"
  FOR EACH ROW WHEN ((OLD."answer" = 'accepted') IS DISTINCT FROM (NEW."answer" = 'accepted'))
  EXECUTE FUNCTION meeting_beats();

UPDATE "relationship_rhythms" b SET "lastAt" = last_together(b."relationshipId")
WHERE b."relationshipId" IN (SELECT "relationshipId" FROM "meetings" WHERE "status" = 'planned' AND "answer" IN ('waiting', 'suggested'));
