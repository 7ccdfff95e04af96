-- For a programme's Today: the pairs who have been quiet for longest.
CREATE INDEX CONCURRENTLY "relationship_rhythms_by_programme" ON "relationship_rhythms" ("programmeId", "lastAt", "relationshipId");
