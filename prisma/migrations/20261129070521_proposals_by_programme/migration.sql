-- CreateIndex
CREATE INDEX CONCURRENTLY "proposals_by_programme" ON "proposals"("programmeId", "sentAt" DESC, "id" DESC);
