-- For the page of a programme, which says how many of each role have applied, were declined and have left, without reading all of them.
CREATE INDEX CONCURRENTLY "programme_members_by_role" ON "programme_members" ("programmeId", "status", "role") WHERE "status" <> 'joined';
