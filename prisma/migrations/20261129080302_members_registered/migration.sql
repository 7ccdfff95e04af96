-- For other systems, which read the members in the order in which they registered.
CREATE INDEX CONCURRENTLY "members_createdAt_id_idx" ON "members"("createdAt", "id");
