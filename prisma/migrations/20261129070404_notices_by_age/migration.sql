-- For the nightly job, which deletes old notices.
CREATE INDEX CONCURRENTLY "notifications_createdAt_idx" ON "notifications"("createdAt");
