-- For the nightly job: deleted accounts that are not erased, the oldest first.
CREATE INDEX CONCURRENTLY "members_deleted" ON "members" ("deletedAt", "id") WHERE "status" = 'deleted' AND "erasedAt" IS NULL;
