-- CreateIndex
CREATE INDEX "audit_events_actorId_at_id_idx" ON "audit_events"("actorId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_events_fact_at_id_idx" ON "audit_events"("fact", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_events_at_id_idx" ON "audit_events"("at" DESC, "id" DESC);

-- By hand from here.

-- What staff and the system did is rare among what members and the clock did.
CREATE INDEX "audit_events_rare" ON "audit_events" ("actor", "at" DESC, "id" DESC) WHERE "actor" IN ('staff', 'system');

-- Append-only also where triggers are put to sleep by session_replication_role, as a replica or a superuser may.
ALTER TABLE "audit_events" ENABLE ALWAYS TRIGGER "audit_events_append_only";

-- What reports count, read from indexes alone. The conditions are always true: with them the schema files need not know.
CREATE INDEX "members_counted" ON "members" ("createdAt") INCLUDE ("isMentor", "isMentee") WHERE "createdAt" IS NOT NULL;
CREATE INDEX "proposals_counted" ON "proposals" ("sentAt") INCLUDE ("status", "movedAt", "remindedDay", "id", "textNumber")
  WHERE "sentAt" IS NOT NULL;
CREATE INDEX "proposal_texts_counted" ON "proposal_texts" ("proposalId", "number") INCLUDE ("topics")
  WHERE "proposalId" IS NOT NULL;
CREATE INDEX "meetings_counted" ON "meetings" ("startsAt") INCLUDE ("status") WHERE "startsAt" IS NOT NULL;
