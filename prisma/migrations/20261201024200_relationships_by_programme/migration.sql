-- For the list of a programme, newest first.
CREATE INDEX CONCURRENTLY "relationships_by_programme" ON "relationships" ("programmeId", "startedAt" DESC, "id" DESC);
