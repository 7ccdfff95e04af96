-- What the trail says of a programme by its id, newest first, for those who look after it.
CREATE INDEX CONCURRENTLY "audit_events_of_programmes" ON "audit_events" ((coalesce("data" ->> 'programmeId', "data" ->> 'programme')), "at" DESC, "id" DESC)
  WHERE coalesce("data" ->> 'programmeId', "data" ->> 'programme') IS NOT NULL;
