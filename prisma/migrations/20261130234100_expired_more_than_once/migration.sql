-- For Today: mentors of whom more than one proposal has expired, the last ones first.
CREATE INDEX CONCURRENTLY "availability_checks_expired" ON "availability_checks" ("expiredAt" DESC) WHERE "expiredTimes" > 1;
