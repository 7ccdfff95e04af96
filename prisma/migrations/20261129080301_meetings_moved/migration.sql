-- For other systems, which read the meetings that have changed since they last asked.
CREATE INDEX CONCURRENTLY "meetings_movedAt_id_idx" ON "meetings"("movedAt", "id");
