-- CreateIndex
CREATE INDEX "today_dismissals_subjectId_idx" ON "today_dismissals"("subjectId");

