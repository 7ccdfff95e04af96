-- For the nightly job: accounts that are to be erased on a day.
CREATE INDEX CONCURRENTLY "members_erase_due" ON "members" ("eraseDueAt", "id") WHERE "eraseDueAt" IS NOT NULL;
